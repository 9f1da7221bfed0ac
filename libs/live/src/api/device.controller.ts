import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { trimmed } from '@snp/connections';
import { ApiProblems, IdPipe, KnownParameters } from '@snp/http';
import { DeviceService } from '../device/device.service';
import { DeviceObjectDto, ObjectStatusDto, SeriesDto } from '../dto/object.dto';
import { DeviceStatusDto } from '../dto/status/device-status.dto';
import { DEFAULT_EVENTS, EventsQueryDto, SeriesQueryDto, StatusQueryDto } from '../dto/queries.dto';
import type { StatusSection } from '../dto/words';
import { EventDto } from '../dto/event.dto';
import { HistoryDto } from '../dto/history.dto';
import { HistoryService } from '../device/history.service';
import { JournalService } from '../journal/journal.service';

const ApiConnectionId = () =>
  ApiParam({ name: 'id', schema: { type: 'integer', minimum: 1 }, description: 'Id of the connection', example: 7 });

@ApiTags('live')
@Controller('api/connections/:id')
export class DeviceController {
  constructor(
    private readonly devices: DeviceService,
    private readonly journal: JournalService,
    private readonly history: HistoryService,
  ) {}

  @Get('status')
  @ApiOperation({
    summary: 'Decoded status of a device',
    description:
      'The current status of the device, in base units. A section is null if its objects are not subscribed.',
  })
  @ApiConnectionId()
  @ApiOkResponse({ type: DeviceStatusDto, description: 'The sections' })
  @ApiProblems(400, 404, 422)
  getDeviceStatus(
    @Param('id', IdPipe) id: number,
    @Query(KnownParameters) { sections, element }: StatusQueryDto,
  ): Promise<DeviceStatusDto> {
    const wanted = sections?.split(',').map((section) => section.trim() as StatusSection);
    return this.devices.status(id, wanted && new Set(wanted), element || undefined);
  }

  @Get('status/:objectType')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOperation({
    summary: 'Objects of one type, as sent',
    description: 'The latest status objects of one type, exactly as the device sent them.',
  })
  @ApiConnectionId()
  @ApiParam({
    name: 'objectType',
    schema: { type: 'string', maxLength: 256 },
    description: 'Type of the objects',
    example: 'ptp',
  })
  @ApiOkResponse({ type: ObjectStatusDto, description: 'The objects; empty if the device sends none of this type' })
  @ApiProblems(400, 404)
  getObjectStatus(@Param('id', IdPipe) id: number, @Param('objectType') objectType: string): Promise<string> {
    return this.devices.objectsAsSent(id, objectType);
  }

  @Get('objects')
  @ApiOperation({
    summary: 'Objects received from a device',
    description: 'Lists each object with its age and whether it has metrics.',
  })
  @ApiConnectionId()
  @ApiOkResponse({ type: [DeviceObjectDto], description: 'The objects, by type and id' })
  @ApiProblems(400, 404)
  listObjects(@Param('id', IdPipe) id: number): Promise<DeviceObjectDto[]> {
    return this.devices.objects(id);
  }

  @Get('series')
  @ApiOperation({
    summary: 'Series of a device',
    description: 'The current series of the device on `/metrics`; at most 20,000.',
  })
  @ApiConnectionId()
  @ApiOkResponse({ type: [SeriesDto], description: 'The matching series; empty without a session' })
  @ApiProblems(400, 404, 422)
  listSeries(
    @Param('id', IdPipe) id: number,
    @Query(KnownParameters) { search }: SeriesQueryDto,
  ): Promise<SeriesDto[]> {
    return this.devices.series(id, trimmed(search ?? ''));
  }

  @Get('events')
  @ApiOperation({
    summary: 'Events of a device',
    description: 'Session state changes and alarms raised or cleared, newest first. The last 500 are kept.',
  })
  @ApiConnectionId()
  @ApiOkResponse({ type: [EventDto], description: 'The events, newest first' })
  @ApiProblems(400, 404, 422)
  listEvents(
    @Param('id', IdPipe) id: number,
    @Query(KnownParameters) { limit, before }: EventsQueryDto,
  ): Promise<EventDto[]> {
    return this.journal.newest(id, Number(limit ?? DEFAULT_EVENTS), before === undefined ? undefined : Number(before));
  }

  @Get('history')
  @ApiOperation({ summary: 'Last hour of a device', description: 'One value every ten seconds, kept in memory only.' })
  @ApiConnectionId()
  @ApiOkResponse({ type: HistoryDto, description: 'The last hour' })
  @ApiProblems(400, 404)
  getHistory(@Param('id', IdPipe) id: number): Promise<HistoryDto> {
    return this.history.lastHour(id);
  }
}
