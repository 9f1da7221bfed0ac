import { ApiProperty } from '@nestjs/swagger';
import { Moment, NullableWord, Word } from './fields';
import { HEALTH_LEVELS, TABS, type HealthLevel, type Tab } from './words';

/** One rule that a device breaks. */
export class FindingDto {
  @ApiProperty({ description: 'Violated rule, as listed by `GET /api/about`', example: 'ptp_unlocked' })
  rule!: string;

  @Word('Health level of a device that violates the rule', HEALTH_LEVELS, 'failed')
  level!: HealthLevel;

  @ApiProperty({ description: 'What is wrong, short enough for a tile', example: 'PTP unlocked' })
  reason!: string;

  @Moment('Time the violation started')
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

  @Moment('Time this became the reason')
  since!: string;

  @NullableWord('The previous level; null if there was none', HEALTH_LEVELS, 'healthy')
  previous!: HealthLevel | null;

  @ApiProperty({ type: () => [FindingDto], description: 'All violated rules, worst first' })
  findings!: FindingDto[];
}
