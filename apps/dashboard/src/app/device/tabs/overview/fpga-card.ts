import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Fpga, HealthLevel } from '../../../core/api/models';
import { celsius } from '../../../core/format/units';
import { Card } from '../../../ui/card';
import { StatusWord } from '../../../ui/status-word';

/** The FPGAs: temperature, fan and the alarms that the device has for each. */
@Component({
  selector: 'snp-fpga-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Card, StatusWord],
  template: `
    <snp-card heading="FPGA" [level]="level()" [isAbsent]="fpgas() === null">
      <table class="plain-table" aria-label="FPGA">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col" i18n>Configuration</th>
            <th scope="col" i18n>Calibration</th>
            <th scope="col" i18n>Fan</th>
            <th scope="col" class="number" i18n>Temp.</th>
          </tr>
        </thead>
        <tbody>
          @for (fpga of fpgas(); track fpga.index) {
            <tr>
              <th scope="row">{{ fpga.index }}</th>
              <td>
                <snp-status-word
                  [value]="fpga.configuration_alarm"
                  [badIs]="true"
                  badLevel="failed"
                  i18n-yes
                  yes="Alarm"
                  i18n-no
                  no="OK"
                />
              </td>
              <td>
                <span [title]="fpga.calibration_alarm ?? ''">
                  <snp-status-word
                    [value]="fpga.calibration_alarm === null ? null : fpga.calibration_alarm === ''"
                    i18n-no
                    no="Alarm"
                  />
                </span>
              </td>
              <td><snp-status-word [value]="fpga.fan_ok" /></td>
              <td class="number">
                <snp-status-word
                  [value]="fpga.temperature_alarm === true"
                  [badIs]="true"
                  [yes]="degrees(fpga.celsius)"
                  [no]="degrees(fpga.celsius)"
                />
              </td>
            </tr>
          }
        </tbody>
      </table>
    </snp-card>
  `,
  styles: `
    th:first-child {
      width: 28px;
    }
    .number {
      padding-right: 0;
    }
  `,
})
export class FpgaCard {
  readonly fpgas = input.required<readonly Fpga[] | null>();
  protected readonly degrees = (value: number | null): string => celsius(value);
  protected readonly level = computed<HealthLevel | null>(() => {
    const fpgas = this.fpgas() ?? [];
    if (fpgas.some(({ configuration_alarm }) => configuration_alarm)) return 'failed';
    return fpgas.some(
      ({ temperature_alarm, fan_alarm, fan_ok, calibration_alarm }) =>
        temperature_alarm || fan_alarm || fan_ok === false || !!calibration_alarm,
    )
      ? 'degraded'
      : null;
  });
}
