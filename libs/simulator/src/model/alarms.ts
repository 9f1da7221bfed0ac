/** An alarm that is raised. */
export interface Alarm {
  readonly id: number;
  readonly reason: string;
  readonly location: string;
  readonly objectId: string;
  readonly severity: 'major' | 'minor';
  /** When the device noticed, by its own clock: ms since the epoch. */
  readonly raisedAt: number;
}

export interface AlarmOptions {
  /** One that is raised already under this number is replaced. */
  readonly id?: number;
  readonly reason: string;
  readonly location?: string;
  readonly objectId?: string;
  readonly severity?: 'major' | 'minor';
}

/** The alarms that are raised on a device now. */
export class Alarms {
  private readonly raised = new Map<number, Alarm>();
  private nextId = 1;
  /** Goes up with every change, so that a change is noticed without comparing. */
  version = 0;

  raise(alarm: AlarmOptions, now: number): number {
    const id = alarm.id ?? this.nextId;
    this.nextId = Math.max(this.nextId, id) + 1;
    const { reason, location = 'System', objectId = 'system', severity = 'minor' } = alarm;
    this.raised.set(id, { id, reason, location, objectId, severity, raisedAt: now });
    this.version += 1;
    return id;
  }

  clear(id: number): boolean {
    const wasRaised = this.raised.delete(id);
    if (wasRaised) this.version += 1;
    return wasRaised;
  }

  clearAll(): void {
    for (const id of [...this.raised.keys()]) this.clear(id);
  }

  list(): Alarm[] {
    return [...this.raised.values()];
  }

  count(severity: Alarm['severity']): number {
    return this.list().filter((alarm) => alarm.severity === severity).length;
  }

  /** How many different complaints there are. */
  uniqueReasons(): number {
    return new Set(this.list().map(({ reason }) => reason)).size;
  }
}
