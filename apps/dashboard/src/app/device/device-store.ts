import { DOCUMENT, DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { changeConnections, getDeviceStatus, getHistory, listObjects } from '@snp/api-client';
import { Api } from '../core/api/client';
import { loadable, type Loadable } from '../core/api/loadable';
import type { DeviceStatus } from '../core/api/models';
import { onStreamEvents } from '../core/stream/event-stream';
import { soon } from '../core/stream/soon';
import { FleetStore } from '../core/live/fleet-store';
import { Notify } from '../core/notify';
import { hasValues, keepLastKnown } from './last-known';
import { sectionsOf, type DeviceTab } from './tabs';

/** The device sends once a second; the page is updated less often. */
const STATUS_EVERY_MS = 2_000;
const HISTORY_EVERY_MS = 10_000;
/** Before the page's time began. */
const NEVER = -Infinity;

/** One device in full: read when it is opened, and again when the event stream reports a change. */
@Injectable()
export class DeviceStore {
  private readonly api = inject(Api);
  private readonly fleet = inject(FleetStore);
  private readonly notify = inject(Notify);
  private readonly _id = signal(0);
  private readonly _tab = signal<DeviceTab>('overview');
  private readonly loadedStatus = loadable(() => this.readStatus());
  private readonly loadedHistory = loadable(() => this.api.invoke(getHistory, { id: this._id() }));
  private readonly loadedElements = loadable(() => this.readElements());
  private statusAt = NEVER;
  private historyAt = NEVER;
  private isReading = false;
  private readonly refreshSoon = soon(() => void (document.hidden || this.refresh()));

  readonly id = this._id.asReadonly();
  /** Null until it has been read. Sections that the open tab does not need may be old or absent. */
  readonly status = this.loadedStatus.value;
  /** Null until it has been read. */
  readonly history = this.loadedHistory.value;
  /** Why the status could not be read. */
  readonly problem = this.loadedStatus.problem;
  /** Elements of the device besides its first one: their objects are on the tab Raw only. */
  readonly furtherElements = computed(() => this.loadedElements.value() ?? '');
  /** The device in the fleet; undefined once it is deleted. */
  readonly live = computed(() => this.fleet.device(this._id()));
  readonly health = computed(() => this.live()?.health());
  readonly summary = computed(() => this.live()?.summary());
  readonly isOffline = computed(() => (this.summary()?.state ?? 'connected') !== 'connected');
  /** Whether there are values of the device to show, current or last known. */
  readonly hasValues = computed(() => hasValues(this.status()));
  readonly isStale = computed(() => this.health()?.isStale ?? true);

  constructor() {
    const document = inject(DOCUMENT);
    onStreamEvents((events) => {
      const isMine = events.some(
        (event) =>
          (event.type === 'summary' && event.device.id === this._id()) ||
          (event.type === 'state' && event.change.id === this._id()) ||
          event.type === 'reset',
      );
      if (isMine) this.refreshSoon(Math.max(0, this.statusAt + STATUS_EVERY_MS - performance.now()));
    });
    const follow = () => void (document.hidden || this.refresh());
    document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', follow));
  }

  /** Opens a device. */
  open(id: number): void {
    if (id === this._id()) return;
    this._id.set(id);
    this.loadedStatus.clear();
    this.loadedHistory.clear();
    this.loadedElements.clear();
    void this.loadedElements.load();
    this.statusAt = NEVER;
    this.historyAt = NEVER;
    void this.refresh();
  }

  /** Sets the open tab; only the sections that it needs are read. */
  show(tab: DeviceTab): void {
    if (tab === this._tab()) return;
    this._tab.set(tab);
    this.statusAt = NEVER;
    void this.refresh();
  }

  retry(): Promise<void> {
    this.statusAt = NEVER;
    return this.refresh();
  }

  async setEnabled(isEnabled: boolean): Promise<void> {
    const body = { action: isEnabled ? ('enable' as const) : ('disable' as const), ids: [this._id()] };
    try {
      await this.api.invoke(changeConnections, { body });
      const name = this.summary()?.name ?? '';
      const message = isEnabled ? $localize`Enabled ${name}:name:` : $localize`Disabled ${name}:name:`;
      this.notify.done(message, () => void this.setEnabled(!isEnabled));
    } catch (error) {
      this.notify.failed($localize`Nothing was changed.`, error);
    }
  }

  private async refresh(): Promise<void> {
    if (this.isReading || this._id() === 0) return;
    this.isReading = true;
    try {
      if (performance.now() - this.statusAt >= STATUS_EVERY_MS) await this.loadedStatus.load();
      if (sectionsOf(this._tab()).hasHistory && performance.now() - this.historyAt >= HISTORY_EVERY_MS) {
        this.historyAt = performance.now();
        // Without an answer the charts stay as they are; the status says what is wrong.
        await this.loadedHistory.load();
      }
    } finally {
      this.isReading = false;
    }
    // The tab or the device changed during the request.
    if (this.statusAt === NEVER) await this.refresh();
  }

  private async readElements(): Promise<string> {
    const objects = await this.api.invoke(listObjects, { id: this._id() });
    return [...new Set(objects.flatMap(({ element }) => element ?? []))].join(', ');
  }

  private async readStatus(): Promise<DeviceStatus> {
    const { sections } = sectionsOf(this._tab());
    this.statusAt = performance.now();
    const status = await this.api.invoke(getDeviceStatus, { id: this._id(), sections: sections.join() });
    return keepLastKnown(this.status(), status, sections);
  }
}

/**
 * Something of the open device: read now, and whenever another device is opened. Call it where `inject` is allowed.
 * @param read is given the id of the device
 */
export function loadablePerDevice<T>(read: (id: number) => Promise<T>): Loadable<T> {
  const device = inject(DeviceStore);
  const loaded = loadable(() => read(device.id()));
  effect(() => {
    device.id();
    untracked(() => {
      loaded.clear();
      void loaded.load();
    });
  });
  return loaded;
}
