import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '@snp/http';
import { AlarmDto } from '../dto/alarm.dto';
import { FleetDto } from '../dto/fleet.dto';
import { AlarmsService } from '../fleet/alarms.service';
import { FleetService } from '../fleet/fleet.service';
import { searchText, wholeNumber } from './parameters';

@ApiTags('live')
@Controller('api')
export class FleetController {
  constructor(
    private readonly fleet: FleetService,
    private readonly alarms: AlarmsService,
  ) {}

  @Get('fleet')
  @ApiOperation({
    summary: 'The whole fleet',
    description:
      'Every device with its health, the reason, its key figures and the PTP offset of the last ten minutes.',
  })
  @ApiOkResponse({ type: FleetDto, description: 'Every connection, disabled ones included' })
  @ApiProblems()
  getFleet(): Promise<FleetDto> {
    return this.fleet.overview();
  }

  @Get('alarms')
  @ApiOperation({
    summary: 'Raised alarms',
    description: 'The alarms that the devices have raised now, the newest first; at most 10,000.',
  })
  @ApiQuery({
    name: 'search',
    required: false,
    schema: { type: 'string', maxLength: 256 },
    description: 'Words in the name of the device, the reason, the location or the object',
    example: 'power supply',
  })
  @ApiQuery({
    name: 'connection_id',
    required: false,
    schema: { type: 'integer', minimum: 1 },
    description: 'Of one device only',
    example: 7,
  })
  @ApiOkResponse({ type: [AlarmDto], description: 'The alarms that match' })
  @ApiProblems(422)
  listAlarms(@Query('search') search?: unknown, @Query('connection_id') id?: unknown): Promise<AlarmDto[]> {
    return this.alarms.raised(
      searchText('search', search),
      wholeNumber('connection_id', id, 1, Number.MAX_SAFE_INTEGER),
    );
  }
}
