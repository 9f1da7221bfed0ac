import { ApiProperty } from '@nestjs/swagger';
import { Count, Moment, NullableMoment } from './fields';

/** An alarm that a device has raised. */
export class AlarmDto {
  @Count('Id of the connection', 7)
  connection_id!: number;

  @ApiProperty({ description: 'Name of the connection', example: 'MCR-SNP-02' })
  connection_name!: string;

  @ApiProperty({ description: 'Number of the alarm, as the device says', example: '55' })
  alarm_id!: string;

  @ApiProperty({ description: 'Object that raised it', example: 'system' })
  object_id!: string;

  @ApiProperty({ description: 'Where in the device', example: 'System Power Supply' })
  location!: string;

  @ApiProperty({ description: 'What is wrong', example: 'Power supply A is bad or AC power is not connected.' })
  reason!: string;

  @NullableMoment('Since when, by the clock of the device; null where it does not say')
  raised_at!: string | null;

  @Moment('When the exporter saw it first')
  first_seen_at!: string;
}
