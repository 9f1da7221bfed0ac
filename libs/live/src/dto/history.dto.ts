import { ApiProperty } from '@nestjs/swagger';
import { Moment, NullableNumbers } from './fields';

/** The last hour of a device; null where nothing was known. */
export class HistorySeriesDto {
  @NullableNumbers('Offset from the PTP master, seconds; the value farthest from zero in each step', [1.3e-7, null])
  ptp_offset_seconds!: (number | null)[];

  @NullableNumbers('Mean path delay to the PTP master, seconds', [1.5e-7, null])
  ptp_delay_seconds!: (number | null)[];

  @NullableNumbers('Main board, degrees Celsius', [44, null])
  temperature_main_board_celsius!: (number | null)[];

  @NullableNumbers('IO board, degrees Celsius', [44.5, null])
  temperature_io_board_celsius!: (number | null)[];

  @NullableNumbers('Hottest FPGA, degrees Celsius', [66.5, null])
  temperature_fpga_max_celsius!: (number | null)[];

  @NullableNumbers('Received on the primary leg, bytes per second', [164892500, null])
  receive_bytes_per_second_primary!: (number | null)[];

  @NullableNumbers('Received on the secondary leg, bytes per second', [164892500, null])
  receive_bytes_per_second_secondary!: (number | null)[];

  @NullableNumbers('Sent on the primary leg, bytes per second', [2498862500, null])
  transmit_bytes_per_second_primary!: (number | null)[];

  @NullableNumbers('Sent on the secondary leg, bytes per second', [2505050000, null])
  transmit_bytes_per_second_secondary!: (number | null)[];
}

/** The last hour of a device, one value every ten seconds. */
export class HistoryDto {
  @Moment('Time of the first value')
  from!: string;

  @ApiProperty({ type: 'integer', description: 'Interval between two values, seconds', example: 10 })
  step_seconds!: number;

  @ApiProperty({ type: () => HistorySeriesDto, description: '360 values each' })
  series!: HistorySeriesDto;
}
