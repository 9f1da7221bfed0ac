import { ApiProperty } from '@nestjs/swagger';
import { Moment, NullableWord, Word } from './fields';
import { HEALTH_LEVELS, TABS, type HealthLevel, type Tab } from './words';

/** One rule that a device breaks. */
export class FindingDto {
  @ApiProperty({ description: 'The rule that is broken, as listed by `GET /api/about`', example: 'ptp_unlocked' })
  rule!: string;

  @Word('What the rule makes of the device', HEALTH_LEVELS, 'failed')
  level!: HealthLevel;

  @ApiProperty({ description: 'What is wrong, short enough for a tile', example: 'PTP unlocked' })
  reason!: string;

  @Moment('Since when it is so')
  since!: string;

  @Word('The tab of the device view that shows more', TABS, 'ptp')
  tab!: Tab;
}

/** The light of a device and why it is on. */
export class HealthDto {
  @Word('Worst level of the rules that are broken', HEALTH_LEVELS, 'failed')
  level!: HealthLevel;

  @ApiProperty({ description: 'The one reason that matters; `ok` when healthy', example: 'PTP unlocked' })
  reason!: string;

  @Moment('Since when the reason holds')
  since!: string;

  @NullableWord('The level before this one; null when there was none', HEALTH_LEVELS, 'healthy')
  previous!: HealthLevel | null;

  @ApiProperty({ type: () => [FindingDto], description: 'Every rule that is broken, worst first' })
  findings!: FindingDto[];
}
