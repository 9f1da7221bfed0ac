import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, KnownParameters } from '@snp/http';
import { AlarmDto } from '../dto/alarm.dto';
import { FleetDto } from '../dto/fleet.dto';
import { AlarmsQueryDto } from '../dto/queries.dto';
import { AlarmsService } from '../fleet/alarms.service';
import { FleetService } from '../fleet/fleet.service';

@ApiTags('live')
@Controller('api')
export class FleetController {
  constructor(
    private readonly fleet: FleetService,
    private readonly alarms: AlarmsService,
  ) {}

  @Get('fleet')
  @ApiOperation({
    summary: 'Fleet status',
    description:
      'Every device with its health, the reason, its key figures and the PTP offset of the last ten minutes.',
  })
  @ApiOkResponse({ type: FleetDto, description: 'All connections, including disabled ones' })
  @ApiProblems()
  getFleet(): Promise<FleetDto> {
    return this.fleet.overview();
  }

  @Get('alarms')
  @ApiOperation({
    summary: 'Active alarms',
    description: 'The active alarms of all devices, newest first; at most 10,000.',
  })
  @ApiOkResponse({ type: [AlarmDto], description: 'Matching alarms' })
  @ApiProblems(422)
  listAlarms(@Query(KnownParameters) { search, connection_id: id }: AlarmsQueryDto): Promise<AlarmDto[]> {
    return this.alarms.raised(search ?? '', id === undefined ? undefined : Number(id));
  }
}
