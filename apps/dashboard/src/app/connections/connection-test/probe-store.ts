import { Injectable, inject, signal } from '@angular/core';
import type { ProbeRequest, ProbeStep } from '../../core/api/models';
import { problemOf, type Problem } from '../../core/api/problem';
import { STREAM_FETCH } from '../../core/stream/event-stream';
import { postForEvents } from '../../core/stream/post-for-events';

/** A connection test, step by step. */
@Injectable()
export class ProbeStore {
  private readonly fetch = inject(STREAM_FETCH);
  private readonly _steps = signal<readonly ProbeStep[]>([]);
  private readonly _isRunning = signal(false);
  private readonly _isDone = signal(false);
  private readonly _problem = signal<Problem | null>(null);
  private stop = new AbortController();

  /** The finished steps. */
  readonly steps = this._steps.asReadonly();
  readonly isRunning = this._isRunning.asReadonly();
  /** Whether the test has finished, successfully or not. */
  readonly isDone = this._isDone.asReadonly();
  /** Why the test could not be run. */
  readonly problem = this._problem.asReadonly();

  async run(target: ProbeRequest): Promise<void> {
    this.cancel();
    const { signal: aborted } = (this.stop = new AbortController());
    this._steps.set([]);
    this._problem.set(null);
    this._isDone.set(false);
    this._isRunning.set(true);
    try {
      await this.read(target, aborted);
    } catch (error) {
      if (!aborted.aborted) this._problem.set(problemOf(error));
    } finally {
      if (this.stop.signal === aborted) this._isRunning.set(false);
    }
  }

  cancel(): void {
    this.stop.abort();
    this._isRunning.set(false);
  }

  private async read(target: ProbeRequest, signal: AbortSignal): Promise<void> {
    const request = { contentType: 'application/json', body: JSON.stringify(target), signal };
    for await (const { event, data } of postForEvents(this.fetch, '/api/connections/test', request)) {
      if (signal.aborted) return;
      if (event === 'step') this._steps.update((steps) => [...steps, JSON.parse(data) as ProbeStep]);
      else if (event === 'done') this._isDone.set(true);
    }
  }
}
