import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Fan } from '../../../core/api/models';
import { rpm } from '../../../core/format/units';
import { Bar } from '../../../ui/bar';
import { Card } from '../../../ui/card';
import { StatusWord } from '../../../ui/status-word';

/** Full speed of a fan, rpm; scales the bars. */
const FULL_SPEED = 20_000;

/** The front fans. */
@Component({
  selector: 'snp-cooling-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bar, Card, StatusWord],
  template: `
    <snp-card i18n-heading heading="Cooling" [level]="isWrong() ? 'degraded' : null" [isAbsent]="fans() === null">
      <table class="plain-table" i18n-aria-label aria-label="Front fans">
        <tbody>
          @for (fan of fans(); track fan.index) {
            <tr>
              <th scope="row" i18n>Fan {{ fan.index }}</th>
              <td><snp-status-word [value]="fan.ok" /></td>
              <td class="line"><snp-bar [share]="(fan.speed_rpm ?? 0) / full" [isWrong]="fan.ok === false" /></td>
              <td class="number">{{ speed(fan.speed_rpm) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </snp-card>
  `,
  styles: `
    th {
      width: 56px;
    }
    .line {
      width: 38%;
    }
    .number {
      width: 96px;
      padding-right: 0;
    }
  `,
})
export class CoolingCard {
  readonly fans = input.required<readonly Fan[] | null>();
  protected readonly full = FULL_SPEED;
  protected readonly speed = rpm;
  protected readonly isWrong = computed(() => this.fans()?.some(({ ok }) => ok === false) ?? false);
}
