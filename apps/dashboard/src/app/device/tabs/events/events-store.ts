import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { listEvents } from '@snp/api-client';
import { Api } from '../../../core/api/client';
import type { DeviceEvent } from '../../../core/api/models';
import { problemOf, type Problem } from '../../../core/api/problem';
import { onStreamEvents } from '../../../core/stream/event-stream';
import { soon } from '../../../core/stream/soon';
import { DeviceStore } from '../../device-store';

const PAGE = 100;

/** The journal writes shortly after it tells. */
const WRITTEN_AFTER_MS = 400;

/** What happened to one device, the newest first. */
@Injectable()
export class EventsStore {
  private readonly api = inject(Api);
  private readonly device = inject(DeviceStore);
  private readonly _events = signal<readonly DeviceEvent[] | null>(null);
  private readonly _problem = signal<Problem | null>(null);
  private readonly _hasMore = signal(false);
  private readonly loadSoon = soon(() => void this.load());

  /** Null until they have been read. */
  readonly events = this._events.asReadonly();
  readonly problem = this._problem.asReadonly();
  /** Whether there are older ones. */
  readonly hasMore = this._hasMore.asReadonly();

  constructor() {
    effect(() => {
      this.device.id();
      untracked(() => {
        this._events.set(null);
        void this.load();
      });
    });
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

  /** Reads the newest; older ones that were read stay. */
  async load(): Promise<void> {
    const newest = await this.read();
    if (!newest) return;
    const older = this._events() ?? [];
    const last = newest.at(-1)?.id ?? 0;
    this._events.set([...newest, ...older.filter(({ id }) => id < last)]);
    if (older.length === 0) this._hasMore.set(newest.length === PAGE);
  }

  async loadOlder(): Promise<void> {
    const events = this._events() ?? [];
    const older = await this.read(events.at(-1)?.id);
    if (!older) return;
    this._events.set([...events, ...older]);
    this._hasMore.set(older.length === PAGE);
  }

  private async read(before?: number): Promise<DeviceEvent[] | undefined> {
    const id = this.device.id();
    try {
      const events = await this.api.invoke(listEvents, { id, limit: PAGE, before });
      this._problem.set(null);
      return id === this.device.id() ? events : undefined;
    } catch (error) {
      this._problem.set(problemOf(error));
      return undefined;
    }
  }
}
