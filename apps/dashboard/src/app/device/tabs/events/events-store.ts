import { Injectable, inject, signal } from '@angular/core';
import { listEvents } from '@snp/api-client';
import { Api } from '../../../core/api/client';
import { loadable } from '../../../core/api/loadable';
import type { DeviceEvent } from '../../../core/api/models';
import { onStreamEvents } from '../../../core/stream/event-stream';
import { soon } from '../../../core/stream/soon';
import { DeviceStore, loadablePerDevice } from '../../device-store';

const PAGE = 100;

/** The event reaches the database shortly after the stream. */
const WRITTEN_AFTER_MS = 400;

/** The events of one device, newest first. */
@Injectable()
export class EventsStore {
  private readonly api = inject(Api);
  private readonly device = inject(DeviceStore);
  private readonly loaded = loadablePerDevice<readonly DeviceEvent[]>((id) => this.readNewest(id));
  private readonly older = loadable(() => this.readPage(this.device.id(), this.events()?.at(-1)?.id));
  private readonly _hasMore = signal(false);
  private readonly loadSoon = soon(() => void this.load());

  /** Null until they have been read. */
  readonly events = this.loaded.value;
  readonly problem = this.loaded.problem;
  /** Reads the newest; older ones that were read stay. */
  readonly load = this.loaded.load;
  /** Whether there are older ones. */
  readonly hasMore = this._hasMore.asReadonly();

  constructor() {
    onStreamEvents((events) => {
      const id = this.device.id();
      const isMine = events.some(
        (event) =>
          (event.type === 'state' && event.change.id === id) ||
          (event.type === 'alarm' && event.change.connection_id === id) ||
          event.type === 'reset',
      );
      if (isMine) this.loadSoon(WRITTEN_AFTER_MS);
    });
  }

  async loadOlder(): Promise<void> {
    const id = this.device.id();
    const older = await this.older.load();
    if (!older || id !== this.device.id()) return;
    this.loaded.update((events) => [...events, ...older]);
    this._hasMore.set(older.length === PAGE);
  }

  private async readNewest(id: number): Promise<readonly DeviceEvent[]> {
    const newest = await this.readPage(id);
    const known = this.events() ?? [];
    if (known.length === 0 && id === this.device.id()) this._hasMore.set(newest.length === PAGE);
    const last = newest.at(-1)?.id ?? 0;
    return [...newest, ...known.filter(({ id: event }) => event < last)];
  }

  private readPage(id: number, before?: number): Promise<DeviceEvent[]> {
    return this.api.invoke(listEvents, { id, limit: PAGE, before });
  }
}
