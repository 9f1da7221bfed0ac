import { Injectable, inject } from '@angular/core';
import { listSeries } from '@snp/api-client';
import { Api } from '../../../core/api/client';
import type { Series } from '../../../core/api/models';
import { onStreamEvents } from '../../../core/stream/event-stream';
import { soon } from '../../../core/stream/soon';
import { DeviceStore, loadablePerDevice } from '../../device-store';

const EVERY_MS = 10_000;

/** The series of one device as they are on `/metrics`. */
@Injectable()
export class SeriesStore {
  private readonly api = inject(Api);
  private readonly device = inject(DeviceStore);
  private readonly loaded = loadablePerDevice<readonly Series[]>((id) => {
    this.readAt = performance.now();
    return this.api.invoke(listSeries, { id });
  });
  private readonly loadSoon = soon(() => void (document.hidden || this.load()));
  private readAt = -Infinity;

  /** Null until they have been read. */
  readonly series = this.loaded.value;
  readonly problem = this.loaded.problem;
  readonly load = this.loaded.load;

  constructor() {
    onStreamEvents((events) => {
      const isMine = events.some((event) => event.type === 'summary' && event.device.id === this.device.id());
      if (isMine) this.loadSoon(Math.max(0, this.readAt + EVERY_MS - performance.now()));
    });
  }
}
