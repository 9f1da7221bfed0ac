import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { HealthLevel } from '../core/api/models';
import { NOTHING } from '../core/format/units';
import { HealthMark } from './health/health-mark';

/** Yes or no in words; the bad one has a colour and a mark. */
@Component({
  selector: 'snp-status-word',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark],
  template: `
    @if (bad()) {
      <snp-health-mark [level]="badLevel()" label="" />
    }
    <span [class]="bad() ? badLevel() : ''">{{ word() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      vertical-align: middle;
      white-space: nowrap;
    }
    snp-health-mark {
      width: 14px;
      height: 14px;
    }
    .failed {
      color: var(--snp-failed-text);
      font-weight: 500;
    }
    .degraded {
      color: var(--snp-degraded-text);
      font-weight: 500;
    }
  `,
})
export class StatusWord {
  /** Null when unknown. */
  readonly value = input.required<boolean | null | undefined>();
  readonly yes = input($localize`OK`);
  readonly no = input($localize`Not OK`);
  /** Which value is the bad one. */
  readonly badIs = input<boolean | 'neither'>(false);
  readonly badLevel = input<HealthLevel>('degraded');

  protected readonly bad = computed(() => this.value() === this.badIs());
  protected readonly word = computed(() => {
    const value = this.value();
    if (value === null || value === undefined) return NOTHING;
    return value ? this.yes() : this.no();
  });
}
