import { Injectable, inject, signal } from '@angular/core';
import { listAlarms } from '@snp/api-client';
import { Api } from '../api/client';
import type { Alarm, AlarmChange } from '../api/models';
import { problemOf, type Problem } from '../api/problem';
import { EventStream } from '../stream/event-stream';
import { soon } from '../stream/soon';
import type { StreamEvent } from '../stream/stream-events';

/** A session that changes its state changes many alarms; all of them are read once. */
const RELOAD_PAUSE_MS = 500;

/** What tells one raised alarm from another. */
export function alarmKey({ connection_id, alarm_id, object_id, location, reason }: Alarm): string {
  return JSON.stringify([connection_id, alarm_id, object_id, location, reason]);
}

/** Every alarm that is raised now: read when first asked for, then kept current by the event stream. */
@Injectable({ providedIn: 'root' })
export class AlarmStore {
  private readonly api = inject(Api);
  private readonly _alarms = signal<readonly Alarm[] | null>(null);
  private readonly _problem = signal<Problem | null>(null);
  private isWanted = false;
  private isLoading = false;
  private missed: StreamEvent[] = [];
  private readonly loadSoon = soon(() => void this.load());

  /** Null until they have been read. */
  readonly alarms = this._alarms.asReadonly();
  readonly problem = this._problem.asReadonly();

  constructor() {
    inject(EventStream).events$.subscribe((events) => this.apply(events));
  }

  /** Reads the alarms; changes that come meanwhile are applied on top. */
  async load(): Promise<void> {
    this.isWanted = true;
    if (this.isLoading) return;
    this.isLoading = true;
    this.missed = [];
    try {
      this._alarms.set(await this.api.invoke(listAlarms));
      this._problem.set(null);
    } catch (error) {
      this._problem.set(problemOf(error));
    } finally {
      this.isLoading = false;
    }
    this.apply(this.missed.splice(0));
  }

  private apply(events: readonly StreamEvent[]): void {
    if (this.isLoading) this.missed.push(...events);
    if (!this.isWanted) return;
    const changes = events.flatMap((event) => (event.type === 'alarm' ? [event.change] : []));
    if (changes.length > 0) this._alarms.update((alarms) => alarms && changed(alarms, changes));
    // The alarms of a device go with its session, and its name with its connection.
    if (events.some(({ type }) => type === 'state' || type === 'connection' || type === 'reset'))
      this.loadSoon(RELOAD_PAUSE_MS);
  }
}

function changed(alarms: readonly Alarm[], changes: readonly AlarmChange[]): readonly Alarm[] {
  const byKey = new Map(alarms.map((alarm) => [alarmKey(alarm), alarm]));
  for (const change of changes) {
    if (change.kind === 'raised') byKey.set(alarmKey(change), change);
    else byKey.delete(alarmKey(change));
  }
  return [...byKey.values()];
}
