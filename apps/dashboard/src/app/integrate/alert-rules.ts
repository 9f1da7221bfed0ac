import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { AlertGroup, AlertRule, HealthLevel } from '../core/api/models';
import { HealthMark } from '../ui/health/health-mark';

const LEVELS: Readonly<Record<AlertRule['severity'], HealthLevel>> = { critical: 'failed', warning: 'degraded' };
const WORDS: Readonly<Record<AlertRule['severity'], string>> = {
  critical: $localize`critical`,
  warning: $localize`warning`,
};

/** The alert rules by group: what each means, how bad it is, and how long it must last. */
@Component({
  selector: 'snp-alert-rules',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark],
  templateUrl: './alert-rules.html',
  styleUrl: './alert-rules.scss',
})
export class AlertRules {
  readonly groups = input.required<readonly AlertGroup[]>();
  protected readonly levels = LEVELS;
  protected readonly words = WORDS;
}
