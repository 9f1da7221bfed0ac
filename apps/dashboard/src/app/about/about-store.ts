import { Injectable, computed, inject, signal } from '@angular/core';
import { getAbout } from '@snp/api-client';
import { Api } from '../core/api/client';
import type { About } from '../core/api/models';
import { problemOf, type Problem } from '../core/api/problem';
import { Clock } from '../core/clock';
import { whileVisible } from './while-visible';

const PERIOD_MS = 5_000;
/** After two answers that did not come, what is shown is old. */
const STALE_MS = 3 * PERIOD_MS;

/** How the exporter itself is; read every five seconds while someone looks. */
@Injectable()
export class AboutStore {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly _about = signal<About | null>(null);
  private readonly _problem = signal<Problem | null>(null);
  private readonly _readAt = signal<number | null>(null);
  private isLoading = false;

  /** Null until it has been read. */
  readonly about = this._about.asReadonly();
  /** Why it could not be read the last time; null when it could. */
  readonly problem = this._problem.asReadonly();
  /** When it was last read, ms since the epoch by the clock of the server. */
  readonly readAt = this._readAt.asReadonly();
  /** Whether what is shown is old. */
  readonly isStale = computed(() => {
    const readAt = this._readAt();
    return readAt !== null && this.clock.now() - readAt >= STALE_MS;
  });

  constructor() {
    whileVisible(PERIOD_MS, () => void this.load());
  }

  async load(): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    try {
      this._about.set(await this.api.invoke(getAbout));
      this._problem.set(null);
      this._readAt.set(this.clock.now());
    } catch (error) {
      this._problem.set(problemOf(error));
    } finally {
      this.isLoading = false;
    }
  }
}
