import { SEVERITIES, type AlertRule } from '@snp/catalogue';
import { ApiProperty } from '@nestjs/swagger';
import { Word } from './fields';

/** An alert rule for Prometheus. */
export class AlertRuleDto {
  @ApiProperty({ description: 'Name of the alert', example: 'SnpPtpUnlocked' })
  alert!: string;

  @ApiProperty({ description: 'Expression in PromQL', example: 'ic_snp_ptp_locked == 0' })
  expr!: string;

  @ApiProperty({ description: 'How long the expression must be true', example: '1m' })
  for!: string;

  @Word('Severity, a label of the alert', SEVERITIES)
  severity!: AlertRule['severity'];

  @ApiProperty({ description: 'What is wrong, as a template of Prometheus', example: 'PTP is not locked' })
  summary!: string;

  @ApiProperty({
    description: 'What it means and what to do',
    example: 'The clock of the device drifts away from the plant: check the grandmaster and the media network.',
  })
  description!: string;
}

/** Alert rules that belong together. */
export class AlertGroupDto {
  @ApiProperty({ description: 'Name of the group in the rule file', example: 'snp-ptp' })
  name!: string;

  @ApiProperty({ description: 'What the rules are about', example: 'PTP' })
  title!: string;

  @ApiProperty({ type: [AlertRuleDto], description: 'The rules' })
  rules!: AlertRuleDto[];
}
