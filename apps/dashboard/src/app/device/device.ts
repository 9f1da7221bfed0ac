import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  numberAttribute,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter } from 'rxjs';
import { AlarmStore } from '../core/live/alarm-store';
import { FleetStore } from '../core/live/fleet-store';
import { PageTitle } from '../core/page-title';
import { Shortcuts } from '../core/shortcuts';
import { HealthMark } from '../ui/health/health-mark';
import { EmptyState } from '../ui/states/empty-state';
import { ErrorState } from '../ui/states/error-state';
import { LoadingState } from '../ui/states/loading-state';
import { Moment } from '../ui/text/moment';
import { TagList } from '../ui/text/tag-list';
import { DeviceIdentity } from './device-identity';
import { DeviceStore } from './device-store';
import { DEVICE_TABS, TAB_WORDS, queryOfFinding, type DeviceTab } from './tabs';

/** One device: identity, problems, and a tab for each kind of value. */
@Component({
  selector: 'snp-device',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    DeviceIdentity,
    EmptyState,
    ErrorState,
    HealthMark,
    LoadingState,
    MatButton,
    Moment,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    TagList,
  ],
  providers: [DeviceStore],
  templateUrl: './device.html',
  styleUrl: './device.scss',
})
export class DeviceView {
  readonly id = input.required<number, unknown>({ transform: numberAttribute });
  protected readonly store = inject(DeviceStore);
  protected readonly fleet = inject(FleetStore);
  private readonly nav = viewChild<ElementRef<HTMLElement>>('nav');
  private readonly alarms = inject(AlarmStore);
  private readonly router = inject(Router);
  private readonly navigated = toSignal(this.router.events.pipe(filter((event) => event instanceof NavigationEnd)));

  protected readonly tab = computed<DeviceTab>(() => {
    this.navigated();
    const name = this.router.url.split('?')[0].split('/')[3];
    return DEVICE_TABS.find((tab) => tab === name) ?? 'overview';
  });
  protected readonly queryOfFinding = queryOfFinding;
  protected readonly tabs = computed(() => {
    const figures = this.store.summary()?.figures;
    // Only counts of the fleet: one that arrives with its tab would shift the tabs.
    const counts: Partial<Record<DeviceTab, number | null>> = {
      receivers: figures?.receivers,
      alarms: figures?.active_alarms,
    };
    return DEVICE_TABS.map((tab) => ({ tab, word: TAB_WORDS[tab], count: counts[tab] }));
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.fleet.device(this.id())) this.store.open(this.id());
    });
    effect(() => this.store.show(this.tab()));
    // On a narrow page, most tabs are outside of what is seen.
    afterRenderEffect(() => {
      const item = this.nav()?.nativeElement.children[DEVICE_TABS.indexOf(this.tab())];
      item?.scrollIntoView({ block: 'nearest', inline: 'center' });
    });
    effect(() => title.show(this.store.summary()?.name ?? $localize`Device`));
    void this.alarms.load();
    inject(DestroyRef).onDestroy(
      inject(Shortcuts).add([
        { keys: 'ArrowRight', run: () => this.goToTab(1) },
        { keys: 'ArrowLeft', run: () => this.goToTab(-1) },
        { keys: 'j', run: () => this.goToDevice(1) },
        { keys: 'k', run: () => this.goToDevice(-1) },
      ]),
    );
  }

  private goToTab(step: number): void {
    const index = DEVICE_TABS.indexOf(this.tab()) + step;
    const tab = DEVICE_TABS.at(index % DEVICE_TABS.length);
    void this.router.navigate(['/devices', this.id(), tab]);
  }

  private goToDevice(step: number): void {
    const devices = this.fleet.devices();
    const index = devices.findIndex(({ id }) => id === this.id()) + step;
    const device = devices.at(index % devices.length);
    if (device) void this.router.navigate(['/devices', device.id, this.tab()]);
  }
}
