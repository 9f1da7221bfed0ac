import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { listSeries } from '@snp/api-client';
import { Api } from '../../../core/api/client';
import type { Series } from '../../../core/api/models';
import { problemOf, type Problem } from '../../../core/api/problem';
import { onStreamEvents } from '../../../core/stream/event-stream';
import { soon } from '../../../core/stream/soon';
import { DeviceStore } from '../../device-store';

const EVERY_MS = 10_000;

/** The series of one device as they are on `/metrics`. */
@Injectable()
export class SeriesStore {
  private readonly api = inject(Api);
  private readonly device = inject(DeviceStore);
  private readonly _series = signal<readonly Series[] | null>(null);
  private readonly _problem = signal<Problem | null>(null);
  private readonly loadSoon = soon(() => void (document.hidden || this.load()));
  private readAt = 0;

  /** Null until they have been read. */
  readonly series = this._series.asReadonly();
  readonly problem = this._problem.asReadonly();

  constructor() {
    effect(() => {
      this.device.id();
      untracked(() => {
        this._series.set(null);
        void this.load();
      });
    });
    onStreamEvents((events) => {
      const isMine = events.some((event) => event.type === 'summary' && event.device.id === this.device.id());
      if (isMine) this.loadSoon(Math.max(0, this.readAt + EVERY_MS - Date.now()));
    });
  }

  async load(): Promise<void> {
    const id = this.device.id();
    this.readAt = Date.now();
    try {
      const series = await this.api.invoke(listSeries, { id });
      if (id === this.device.id()) this._series.set(series);
      this._problem.set(null);
    } catch (error) {
      this._problem.set(problemOf(error));
    }
  }
}
