import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { changeConnections, getDeviceStatus, getHistory } from '@snp/api-client';
import { Api } from '../core/api/client';
import type { DeviceStatus, History } from '../core/api/models';
import { problemOf, type Problem } from '../core/api/problem';
import { onStreamEvents } from '../core/stream/event-stream';
import { soon } from '../core/stream/soon';
import { FleetStore } from '../core/live/fleet-store';
import { Notify } from '../core/notify';
import { keepLastKnown } from './last-known';
import { sectionsOf, type DeviceTab } from './tabs';

/** The device sends once a second; a page needs not be drawn anew more often than this. */
const STATUS_EVERY_MS = 2_000;
const HISTORY_EVERY_MS = 10_000;

/** One device in full: read when it is opened, read again as the event stream says that it has sent something. */
@Injectable()
export class DeviceStore {
  private readonly api = inject(Api);
  private readonly fleet = inject(FleetStore);
  private readonly notify = inject(Notify);
  private readonly _id = signal(0);
  private readonly _tab = signal<DeviceTab>('overview');
  private readonly _status = signal<DeviceStatus | null>(null);
  private readonly _history = signal<History | null>(null);
  private readonly _problem = signal<Problem | null>(null);
  private statusAt = 0;
  private historyAt = 0;
  private isReading = false;
  private readonly refreshSoon = soon(() => void (document.hidden || this.refresh()));

  readonly id = this._id.asReadonly();
  /** Null until it was read. Sections that the open tab does not need may be old or absent. */
  readonly status = this._status.asReadonly();
  /** Null until it was read. */
  readonly history = this._history.asReadonly();
  /** Why the status could not be read. */
  readonly problem = this._problem.asReadonly();
  /** The device as the fleet knows it; undefined once it is gone. */
  readonly live = computed(() => this.fleet.device(this._id()));
  readonly look = computed(() => this.live()?.look());
  readonly summary = computed(() => this.live()?.summary());
  readonly isStale = computed(() => this.look()?.isStale ?? true);

  constructor() {
    const document = inject(DOCUMENT);
    onStreamEvents((events) => {
      const isMine = events.some(
        (event) =>
          (event.type === 'summary' && event.device.id === this._id()) ||
          (event.type === 'state' && event.change.id === this._id()) ||
          event.type === 'reset',
      );
      if (isMine) this.refreshSoon(Math.max(0, this.statusAt + STATUS_EVERY_MS - Date.now()));
    });
    const follow = () => void (document.hidden || this.refresh());
    document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', follow));
  }

  /** Opens a device. */
  open(id: number): void {
    if (id === this._id()) return;
    this._id.set(id);
    this._status.set(null);
    this._history.set(null);
    this._problem.set(null);
    this.statusAt = 0;
    this.historyAt = 0;
    void this.refresh();
  }

  /** Says which tab is open, so that no more is read than it needs. */
  show(tab: DeviceTab): void {
    if (tab === this._tab()) return;
    this._tab.set(tab);
    this.statusAt = 0;
    void this.refresh();
  }

  retry(): Promise<void> {
    this.statusAt = 0;
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
      if (Date.now() - this.statusAt >= STATUS_EVERY_MS) await this.readStatus();
      if (sectionsOf(this._tab()).hasHistory && Date.now() - this.historyAt >= HISTORY_EVERY_MS)
        await this.readHistory();
    } finally {
      this.isReading = false;
    }
    // The tab or the device was changed while something was read.
    if (this.statusAt === 0) await this.refresh();
  }

  private async readStatus(): Promise<void> {
    const [id, tab] = [this._id(), this._tab()];
    this.statusAt = Date.now();
    try {
      const status = await this.api.invoke(getDeviceStatus, { id, sections: sectionsOf(tab).sections.join() });
      if (id !== this._id()) return;
      this._status.update((before) => keepLastKnown(before, status, sectionsOf(tab).sections));
      this._problem.set(null);
    } catch (error) {
      if (id === this._id()) this._problem.set(problemOf(error));
    }
  }

  private async readHistory(): Promise<void> {
    const id = this._id();
    this.historyAt = Date.now();
    try {
      const history = await this.api.invoke(getHistory, { id });
      if (id === this._id()) this._history.set(history);
    } catch {
      // The charts stay as they are; the status beside them says what is wrong.
    }
  }
}
