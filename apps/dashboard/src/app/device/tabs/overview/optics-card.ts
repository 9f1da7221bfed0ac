import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Optics } from '../../../core/api/models';
import { celsius, dbm } from '../../../core/format/units';
import { Bar } from '../../../ui/bar';
import { Card } from '../../../ui/card';
import { HealthMark } from '../../../ui/health/health-mark';

/** The range of the bars, dBm. */
const DARK = -14;
const BRIGHT = 4;

const KINDS: Readonly<Record<Optics['kind'], string>> = {
  qsfp: $localize`QSFP`,
  sfp_rx: $localize`SFP receive`,
  sfp_tx: $localize`SFP transmit`,
};

/** The optical modules with the power of each lane; empty cages are only counted. */
@Component({
  selector: 'snp-optics-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bar, Card, HealthMark],
  template: `
    <snp-card
      i18n-heading
      heading="Optics"
      [level]="isWrong() ? 'degraded' : null"
      [isAbsent]="optics() === null"
      [note]="emptyNote()"
    >
      @for (module of modules(); track module.name) {
        <section>
          <h3>
            {{ module.name }}
            @if (module.fault) {
              <span class="fault"><snp-health-mark level="degraded" label="" />{{ module.fault }}</span>
            }
            <span class="quiet">{{ module.about }}</span>
            <span class="number">{{ module.temperature }}</span>
          </h3>
          @if (module.lanes.length > 0) {
            <table [attr.aria-label]="module.label">
              <tbody>
                @for (lane of module.lanes; track lane.lane) {
                  <tr>
                    <th scope="row">{{ lane.lane }}</th>
                    <td class="line"><snp-bar [share]="share(lane.receive_dbm)" /></td>
                    <td class="number"><span class="quiet">rx</span> {{ power(lane.receive_dbm) }}</td>
                    <td class="line"><snp-bar [share]="share(lane.transmit_dbm)" /></td>
                    <td class="number"><span class="quiet">tx</span> {{ power(lane.transmit_dbm) }}</td>
                  </tr>
                }
              </tbody>
            </table>
          }
        </section>
      } @empty {
        <p class="quiet" i18n>No modules installed.</p>
      }
    </snp-card>
  `,
  styleUrl: './optics-card.scss',
})
export class OpticsCard {
  readonly optics = input.required<readonly Optics[] | null>();

  private readonly present = computed(() => this.optics()?.filter(({ present }) => present !== false) ?? []);
  protected readonly modules = computed(() =>
    this.present().map((module) => ({
      name: nameOf(module),
      label: $localize`Optical power of ${nameOf(module)}:module:`,
      about: [portOf(module), module.vendor, module.part_number, module.fec_enabled ? $localize`FEC\u00a0on` : '']
        .filter(Boolean)
        .join(' · '),
      temperature: module.celsius === null ? '' : celsius(module.celsius),
      fault: faultOf(module),
      lanes: module.lanes,
    })),
  );
  protected readonly isWrong = computed(() => this.modules().some(({ fault }) => fault !== ''));
  protected readonly emptyNote = computed(() => {
    const count = (this.optics()?.length ?? 0) - this.present().length;
    return count === 0 ? '' : $localize`${count}:count: empty`;
  });
  protected readonly power = dbm;

  protected share(value: number | null): number {
    return value === null ? 0 : (value - DARK) / (BRIGHT - DARK);
  }
}

function nameOf({ kind, index }: Optics): string {
  return `${KINDS[kind]} ${index}`;
}

/** What the device's own pages and alarms call a QSFP, and which network it carries. */
function portOf({ kind, index }: Optics): string {
  if (kind !== 'qsfp') return '';
  return index === 1 ? $localize`A, primary` : $localize`B, secondary`;
}

function faultOf({ mismatch, temperature_alarm, data_valid }: Optics): string {
  if (temperature_alarm) return $localize`Temperature alarm`;
  if (mismatch) return $localize`Configuration mismatch`;
  return data_valid === false ? $localize`Invalid readings` : '';
}
