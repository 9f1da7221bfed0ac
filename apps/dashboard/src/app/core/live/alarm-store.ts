import { Injectable, inject } from '@angular/core';
import { listAlarms } from '@snp/api-client';
import { Api } from '../api/client';
import { loadable } from '../api/loadable';
import type { Alarm, AlarmChange } from '../api/models';
import { EventStream } from '../stream/event-stream';
import { soon } from '../stream/soon';
import type { StreamEvent } from '../stream/stream-events';

/** A session that changes its state changes many alarms; they are read once for all of them. */
const RELOAD_PAUSE_MS = 500;

/** Identifies an active alarm. */
export function alarmKey({ connection_id, alarm_id, object_id, location, reason }: Alarm): string {
  return JSON.stringify([connection_id, alarm_id, object_id, location, reason]);
}

/** Every active alarm: read when first needed, then kept current by the event stream. */
@Injectable({ providedIn: 'root' })
export class AlarmStore {
  private readonly api = inject(Api);
  private readonly loaded = loadable<readonly Alarm[]>(() => this.api.invoke(listAlarms));
  private isWanted = false;
  private missed: StreamEvent[] = [];
  private readonly loadSoon = soon(() => void this.load());

  /** Null until they have been read. */
  readonly alarms = this.loaded.value;
  readonly problem = this.loaded.problem;

  constructor() {
    inject(EventStream).events$.subscribe((events) => this.apply(events));
  }

  /** Reads the alarms, then applies the changes that arrived meanwhile. */
  async load(): Promise<void> {
    this.isWanted = true;
    if (this.loaded.isLoading) return;
    this.missed = [];
    await this.loaded.load();
    this.apply(this.missed.splice(0));
  }

  private apply(events: readonly StreamEvent[]): void {
    if (this.loaded.isLoading) this.missed.push(...events);
    if (!this.isWanted) return;
    const changes = events.flatMap((event) => (event.type === 'alarm' ? [event.change] : []));
    if (changes.length > 0) this.loaded.update((alarms) => changed(alarms, changes));
    // Alarms end with the session of their device, and carry the name of its connection.
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
