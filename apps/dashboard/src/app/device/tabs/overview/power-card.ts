import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { HealthLevel, Power } from '../../../core/api/models';
import { Card } from '../../../ui/card';
import { HealthMark } from '../../../ui/health/health-mark';
import { StatusWord } from '../../../ui/status-word';

interface Supply {
  readonly index: number;
  /** What the device's own pages and alarms call it. */
  readonly letter: string;
  readonly level: HealthLevel;
  readonly word: string;
  readonly isFanOk: boolean | null;
}

/** The two power supplies as they sit in the chassis. */
@Component({
  selector: 'snp-power-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Card, HealthMark, StatusWord],
  template: `
    <snp-card i18n-heading heading="Power" [level]="level()" [isAbsent]="power() === null">
      <ul>
        @for (supply of supplies(); track supply.index) {
          <li [class]="supply.level">
            <span class="head" i18n>Supply {{ supply.index }} ({{ supply.letter }})</span>
            <span class="state"><snp-health-mark [level]="supply.level" label="" />{{ supply.word }}</span>
            <span class="fan quiet">
              <ng-container i18n>Fan</ng-container>
              <snp-status-word [value]="supply.isFanOk" i18n-yes yes="on" i18n-no no="off" />
            </span>
          </li>
        }
      </ul>
      @if (power()?.fan_alarm) {
        <p class="alarm"><snp-health-mark level="degraded" label="" /><ng-container i18n>Fan alarm</ng-container></p>
      }
      @if (power()?.hot_swap) {
        <p class="quiet" i18n>The power supplies are hot-swappable.</p>
      }
    </snp-card>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 8px;
    }
    li {
      display: grid;
      gap: 2px;
      padding: 8px 12px;
      border: 1px solid var(--snp-outline);
      border-radius: 6px;
      font-size: 13px;
    }
    .fan {
      display: flex;
      gap: 6px;
    }
    .head {
      color: var(--snp-text-quiet);
      font-size: 12px;
    }
    .state,
    .alarm {
      display: flex;
      gap: 6px;
      align-items: center;
      font-weight: 500;
    }
    .alarm {
      margin-top: 8px;
      color: var(--snp-degraded-text);
      font-size: 13px;
    }
    .failed {
      border-color: var(--snp-failed);
      background: var(--snp-failed-fill);
    }
    p {
      margin-top: 8px;
    }
  `,
})
export class PowerCard {
  readonly power = input.required<Power | null>();

  protected readonly supplies = computed<readonly Supply[]>(() =>
    (this.power()?.supplies ?? []).map(({ index, enabled, present, fan_ok }) => {
      const isFanOk = fan_ok;
      const letter = index === 1 ? 'A' : 'B';
      if (present === false) return { index, letter, level: 'no_data', word: $localize`Not present`, isFanOk: null };
      if (enabled === false) return { index, letter, level: 'failed', word: $localize`Off`, isFanOk };
      return enabled === null
        ? { index, letter, level: 'no_data', word: $localize`Unknown`, isFanOk }
        : { index, letter, level: 'healthy', word: $localize`On`, isFanOk };
    }),
  );
  protected readonly level = computed<HealthLevel | null>(() => (this.power()?.ok === false ? 'failed' : null));
}
