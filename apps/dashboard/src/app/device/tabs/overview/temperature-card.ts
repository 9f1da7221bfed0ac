import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { HistorySeries, Temperature } from '../../../core/api/models';
import { celsius } from '../../../core/format/units';
import { Bar } from '../../../ui/bar';
import { Card } from '../../../ui/card';
import { Trend } from '../../../ui/chart/trend';
import { HealthMark } from '../../../ui/health/health-mark';
import { sensorName } from './sensor-names';

/** The range of the bars, °C. */
const COLD = 15;
const HOT = 105;

/** Every temperature with the device's alarm, and the last hour of the most important ones. */
@Component({
  selector: 'snp-temperature-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bar, Card, HealthMark, Trend],
  template: `
    <snp-card
      i18n-heading
      heading="Temperature"
      [level]="isWrong() ? 'degraded' : null"
      [isAbsent]="temperatures() === null"
    >
      @if (trends(); as lines) {
        <div class="trends">
          @for (line of lines; track line.name) {
            <figure>
              <snp-trend [values]="line.values" [leastRange]="8" [label]="line.label" />
              <figcaption class="quiet">{{ line.name }}, 1 h</figcaption>
            </figure>
          }
        </div>
      }
      <table class="plain-table" i18n-aria-label aria-label="Temperatures">
        <tbody>
          @for (row of temperatures(); track row.sensor) {
            <tr>
              <th scope="row">{{ name(row.sensor) }}</th>
              <td class="line"><snp-bar [share]="share(row.celsius)" [isWrong]="row.alarm === true" /></td>
              <td class="number">
                @if (row.alarm) {
                  <snp-health-mark level="degraded" i18n-label label="Device alarm" />
                }
                {{ degrees(row.celsius) }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </snp-card>
  `,
  styles: `
    .trends {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 12px;
      margin-bottom: 8px;
    }
    figcaption {
      overflow: hidden;
      font-size: 11.5px;
      line-height: 16px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    th {
      width: 40%;
    }
    .number {
      width: 84px;
      padding-right: 0;
    }
    .number snp-health-mark {
      width: 14px;
      height: 14px;
      vertical-align: -2px;
    }
  `,
})
export class TemperatureCard {
  readonly temperatures = input.required<readonly Temperature[] | null>();
  readonly history = input.required<HistorySeries | null>();

  protected readonly name = sensorName;
  protected readonly degrees = (value: number): string => celsius(value);
  protected readonly isWrong = computed(() => this.temperatures()?.some(({ alarm }) => alarm === true) ?? false);
  protected readonly trends = computed(() => {
    const history = this.history();
    if (!history) return null;
    return [
      { name: $localize`Main board`, values: history.temperature_main_board_celsius },
      { name: $localize`IO board`, values: history.temperature_io_board_celsius },
      { name: $localize`Hottest FPGA`, values: history.temperature_fpga_max_celsius },
    ].map((line) => ({ ...line, label: $localize`${line.name}:sensor:, last hour: ${spanOf(line.values)}:span:` }));
  });

  protected share(value: number): number {
    return (value - COLD) / (HOT - COLD);
  }
}

function spanOf(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? '–' : `${celsius(Math.min(...known))} – ${celsius(Math.max(...known))}`;
}
