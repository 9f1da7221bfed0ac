import { ApiProperty } from '@nestjs/swagger';
import { Count, Moment, NullableMoment } from './fields';

/** An alarm that a device has raised. */
export class AlarmDto {
  @Count('Id of the connection', 7)
  connection_id!: number;

  @ApiProperty({ description: 'Name of the connection', example: 'MCR-SNP-02' })
  connection_name!: string;

  @ApiProperty({ description: 'Alarm number of the device', example: '55' })
  alarm_id!: string;

  @ApiProperty({ description: 'Object that raised the alarm', example: 'system' })
  object_id!: string;

  @ApiProperty({ description: 'Location in the device', example: 'System Power Supply' })
  location!: string;

  @ApiProperty({
    description: 'Reason given by the device',
    example: 'Power supply A is bad or AC power is not connected.',
  })
  reason!: string;

  @NullableMoment('Time raised, by the clock of the device; null if unknown')
  raised_at!: string | null;

  @Moment('Time the exporter first saw the alarm')
  first_seen_at!: string;
}
