import { ApiProperty } from '@nestjs/swagger';
import type { SessionState } from '@snp/collector';
import { CONNECTION_STATUSES } from '@snp/connections';
import { PTP_STATES, type PtpState } from '@snp/protocol';
import { HealthDto } from './health.dto';
import {
  Count,
  Moment,
  NullableCount,
  NullableMoment,
  NullableNumber,
  NullableNumbers,
  NullableText,
  NullableWord,
  Texts,
  Word,
} from './fields';

/** The figures of a device that fit on a tile or a row; null where the device does not tell. */
export class FiguresDto {
  @NullableNumber('Main board, degrees Celsius', 44)
  temperature_celsius!: number | null;

  @NullableWord('State of the PTP controller', PTP_STATES)
  ptp_state!: PtpState | null;

  @NullableNumber('Offset from the PTP master, seconds', 1.32e-7)
  ptp_offset_seconds!: number | null;

  @NullableNumber('Mean path delay to the PTP master, seconds', 1.53e-7)
  ptp_delay_seconds!: number | null;

  @NullableText('Clock identity of the grandmaster', '08-00-11-FF-FE-23-2C-56')
  grandmaster!: string | null;

  @NullableCount('Number of major alarms, as counted by the device', 0)
  major_alarms!: number | null;

  @NullableCount('Number of minor alarms, as counted by the device', 46)
  minor_alarms!: number | null;

  @Count('Active alarms', 4)
  active_alarms!: number;

  @NullableCount('Receivers with a source', 39)
  receivers!: number | null;

  @ApiProperty({
    type: Number,
    description: 'Messages per second from the device, over the last few seconds',
    example: 1.2,
  })
  messages_per_second!: number;

  @NullableNumber('Received over both legs, bytes per second', 329785000)
  receive_bytes_per_second!: number | null;

  @NullableNumber('Sent over both legs, bytes per second', 5003912500)
  transmit_bytes_per_second!: number | null;

  @NullableText('Firmware', '3.2.0.35')
  firmware!: string | null;

  @NullableText('Serial number', '2118161053')
  serial!: string | null;

  @NullableNumber('Time since the device started, seconds', 1214700)
  uptime_seconds!: number | null;

  @Texts('Personality of each processor', { processorA: 'Multiviewer', processorB: 'Quad Conversion' })
  personalities!: Record<string, string>;
}

/** The summary of a device. */
export class DeviceSummaryDto {
  @Count('Id of the connection', 7)
  id!: number;

  @ApiProperty({ description: 'Name of the connection', example: 'MCR-SNP-02' })
  name!: string;

  @ApiProperty({
    description: 'Host of the device, with the port if it is not the default',
    example: '192.168.90.23',
  })
  host!: string;

  @Texts('Tags of the connection', { site: 'studio-a' })
  tags!: Record<string, string>;

  @ApiProperty({ description: 'Whether the connection is enabled', example: true })
  enabled!: boolean;

  @Word('State of the session', CONNECTION_STATUSES, 'connected')
  state!: SessionState;

  @ApiProperty({ description: 'Reason for the state', example: 'receiving statuses' })
  state_reason!: string;

  @Moment('Time the session entered this state')
  state_since!: string;

  @NullableMoment('Time of the last message from the device, heartbeats included')
  last_message_at!: string | null;

  @NullableMoment('Time of the last status from the device: the age of its values')
  last_status_at!: string | null;

  @ApiProperty({ type: () => HealthDto })
  health!: HealthDto;

  @ApiProperty({ type: () => FiguresDto })
  figures!: FiguresDto;
}

/** A short line of the last ten minutes. */
export class SparklineDto {
  @ApiProperty({ type: 'integer', description: 'Interval between two values, seconds', example: 10 })
  step_seconds!: number;

  @NullableNumbers('Offset from the PTP master, seconds; the newest last, 60 values', [1.3e-7, null, 1.2e-7])
  ptp_offset_seconds!: (number | null)[];
}

/** A device of the fleet. */
export class FleetDeviceDto extends DeviceSummaryDto {
  @ApiProperty({ type: () => SparklineDto })
  sparkline!: SparklineDto;
}

/** How many devices there are of each level. */
export class HealthCountsDto {
  @Count('Connected, without findings', 94)
  healthy!: number;

  @Count('With a warning', 3)
  degraded!: number;

  @Count('With a critical finding, or the session in error', 2)
  failed!: number;

  @Count('No session, or no recent message', 1)
  no_data!: number;

  @Count('Disabled', 4)
  off!: number;
}

/** The whole fleet in one answer. */
export class FleetDto {
  @Moment('Time of this response')
  generated_at!: string;

  @ApiProperty({ type: () => HealthCountsDto })
  counts!: HealthCountsDto;

  @ApiProperty({ type: () => [FleetDeviceDto], description: 'Every connection, disabled ones included, by name' })
  devices!: FleetDeviceDto[];
}
