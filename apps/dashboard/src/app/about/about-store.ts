import { Injectable, computed, inject, signal } from '@angular/core';
import { getAbout } from '@snp/api-client';
import { Api } from '../core/api/client';
import { loadable } from '../core/api/loadable';
import { Clock } from '../core/clock';
import { whileVisible } from './while-visible';

const PERIOD_MS = 5_000;
/** After two missed answers the values are stale. */
const STALE_MS = 3 * PERIOD_MS;

/** The state of the exporter, read every five seconds while the page is visible. */
@Injectable()
export class AboutStore {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly loaded = loadable(() => this.api.invoke(getAbout));
  private readonly _readAt = signal<number | null>(null);

  /** Null until it has been read. */
  readonly about = this.loaded.value;
  /** Why it could not be read the last time; null when it could. */
  readonly problem = this.loaded.problem;
  /** When it was last read, ms since the epoch by the server's clock. */
  readonly readAt = computed(() => {
    const readAt = this._readAt();
    return readAt === null ? null : this.clock.dateOf(readAt);
  });
  /** Whether the values are stale. */
  readonly isStale = computed(() => {
    const readAt = this._readAt();
    return readAt !== null && this.clock.elapsed() - readAt >= STALE_MS;
  });

  constructor() {
    whileVisible(PERIOD_MS, () => void this.load());
  }

  async load(): Promise<void> {
    if (this.loaded.isLoading) return;
    if (await this.loaded.load()) this._readAt.set(performance.now());
  }
}
