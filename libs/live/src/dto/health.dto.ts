import { ApiProperty } from '@nestjs/swagger';
import { Moment, NullableWord, Word } from './fields';
import { HEALTH_LEVELS, TABS, type HealthLevel, type Tab } from './words';

/** One rule that a device breaks. */
export class FindingDto {
  @ApiProperty({ description: 'The rule that is broken, as listed by `GET /api/about`', example: 'ptp_unlocked' })
  rule!: string;

  @Word('Health level of a device that breaks the rule', HEALTH_LEVELS, 'failed')
  level!: HealthLevel;

  @ApiProperty({ description: 'What is wrong, short enough for a tile', example: 'PTP unlocked' })
  reason!: string;

  @Moment('Since when the rule has been broken')
  since!: string;

  @Word('Tab of the device view that shows more', TABS, 'ptp')
  tab!: Tab;
}

/** The light of a device and why it is on. */
export class HealthDto {
  @Word('Worst level of the findings', HEALTH_LEVELS, 'failed')
  level!: HealthLevel;

  @ApiProperty({ description: 'Reason of the worst finding; `ok` when healthy', example: 'PTP unlocked' })
  reason!: string;

  @Moment('Since when this has been the reason')
  since!: string;

  @NullableWord('The previous level; null if there was none', HEALTH_LEVELS, 'healthy')
  previous!: HealthLevel | null;

  @ApiProperty({ type: () => [FindingDto], description: 'Every rule that is broken, worst first' })
  findings!: FindingDto[];
}
