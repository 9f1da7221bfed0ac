import { Injectable, inject, signal } from '@angular/core';
import type { ProbeRequest, ProbeStep } from '../../core/api/models';
import { problemFrom, problemOf, type Problem } from '../../core/api/problem';
import { STREAM_FETCH } from '../../core/live/event-stream';
import { ServerEventParser } from '../../core/live/server-events';

/** A connection test, step by step as the exporter takes them. */
@Injectable()
export class ProbeStore {
  private readonly fetch = inject(STREAM_FETCH);
  private readonly _steps = signal<readonly ProbeStep[]>([]);
  private readonly _isRunning = signal(false);
  private readonly _isDone = signal(false);
  private readonly _problem = signal<Problem | null>(null);
  private stop = new AbortController();

  /** The steps that have ended. */
  readonly steps = this._steps.asReadonly();
  readonly isRunning = this._isRunning.asReadonly();
  /** Whether a test has run to its end, well or not. */
  readonly isDone = this._isDone.asReadonly();
  /** Why the test could not be run at all. */
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
    const response = await this.fetch('/api/connections/test', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(target),
      signal,
    });
    if (!response.ok || !response.body) {
      this._problem.set(problemFrom(response.status, await response.json().catch(() => null)));
      return;
    }
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const parser = new ServerEventParser();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (signal.aborted) return;
      for (const { event, data } of parser.push(decoder.decode(piece.value, { stream: true }))) this.take(event, data);
    }
  }

  private take(event: string, data: string): void {
    if (event === 'step') this._steps.update((steps) => [...steps, JSON.parse(data) as ProbeStep]);
    else if (event === 'done') this._isDone.set(true);
    else if (event === 'problem') this._problem.set(problemFrom(500, JSON.parse(data)));
  }
}
