import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { EmptyState } from '../../../ui/states/empty-state';
import { LoadingState } from '../../../ui/states/loading-state';
import { ErrorState } from '../../../ui/states/error-state';
import { DeviceStore } from '../../device-store';
import { CoolingCard } from './cooling-card';
import { FpgaCard } from './fpga-card';
import { LicencesCard } from './licences-card';
import { OpticsCard } from './optics-card';
import { PowerCard } from './power-card';
import { ProcessorsCard } from './processors-card';
import { SessionCard } from './session-card';
import { TemperatureCard } from './temperature-card';

/** The hardware: power, cooling, temperatures and optics; and the session. */
@Component({
  selector: 'snp-device-overview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Scrollable by keyboard.
  host: { tabindex: '0' },
  imports: [
    CoolingCard,
    EmptyState,
    ErrorState,
    FpgaCard,
    LicencesCard,
    LoadingState,
    OpticsCard,
    PowerCard,
    ProcessorsCard,
    SessionCard,
    TemperatureCard,
  ],
  template: `
    @if (store.status(); as status) {
      @if (isUnknown()) {
        <snp-empty-state icon="plug" i18n-heading heading="No current values">
          @if (store.summary()?.enabled) {
            <p i18n>Power, temperatures, optics and more appear here once the device sends its status.</p>
          } @else {
            <p i18n>The connection is disabled.</p>
          }
        </snp-empty-state>
        <div class="alone">
          <snp-session-card [session]="status.session" [identity]="status.identity" [genlock]="status.genlock" />
        </div>
      } @else {
        <div class="columns">
          <div>
            <snp-power-card [power]="status.power" />
            <snp-cooling-card [fans]="status.fans" />
            <snp-processors-card [processors]="status.processors" />
            <snp-licences-card [licences]="status.licences" />
          </div>
          <div>
            <snp-temperature-card [temperatures]="status.temperatures" [history]="history()" />
            <snp-fpga-card [fpgas]="status.fpgas" />
          </div>
          <div>
            <snp-optics-card [optics]="status.optics" />
            <snp-session-card [session]="status.session" [identity]="status.identity" [genlock]="status.genlock" />
          </div>
        </div>
      }
    } @else if (store.problem(); as problem) {
      <snp-error-state [problem]="problem" (retry)="store.retry()" />
    } @else {
      <snp-loading-state [height]="140" />
    }
  `,
  styles: `
    :host {
      padding: var(--snp-gap);
      overflow: auto;
    }
    .columns {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--snp-gap);
      align-items: start;
      max-width: 1680px;
    }
    .alone {
      max-width: 480px;
      margin: 0 auto;
    }
    .columns > div {
      display: grid;
      gap: var(--snp-gap);
      min-width: 0;
    }
    @media (max-width: 1199px) {
      .columns {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .columns > div:last-child {
        grid-column: 1 / -1;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        align-items: start;
      }
    }
    @media (max-width: 759px) {
      .columns,
      .columns > div:last-child {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class DeviceOverview {
  protected readonly store = inject(DeviceStore);
  /** Whether the device has sent nothing about its hardware. */
  protected readonly isUnknown = computed(() => {
    const status = this.store.status();
    return status !== null && [status.power, status.fans, status.temperatures, status.fpgas].every((part) => !part);
  });
  protected readonly history = computed(() => this.store.history()?.series ?? null);
}
