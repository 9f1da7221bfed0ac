import { ActiveAlarms, type ActiveAlarm, type RaisedAlarm } from '@snp/protocol';

/** The labels and the value of an alarm with a series of its own. */
export interface AlarmSample {
  readonly id: string;
  readonly objectId: string;
  readonly location: string;
  readonly reason: string;
  readonly raisedAtSeconds: number;
}

/** The part of the exporter's clock that is needed here. A monotonic time becomes a date only when it is written. */
export interface ExporterClock {
  /** ms since the epoch */
  now(): number;
  /** ms, never set */
  monotonic(): number;
  /** ms since the epoch */
  dateOf(monotonic: number): number;
}

/** No device is older; its clock says less when it was never set. */
const EARLIEST_CREDIBLE = Date.UTC(2015, 0, 1);

/** The samples of the alarms of one device. */
export class AlarmSamples {
  private readonly alarms = new ActiveAlarms();
  private droppedCount = 0;

  /** How many series were not made because there were too many. */
  get dropped(): number {
    return this.droppedCount;
  }

  /** A sample for each alarm of a complete list; of two that are the same, the earlier time. */
  update(active: readonly ActiveAlarm[], clock: ExporterClock): readonly AlarmSample[] {
    this.droppedCount += this.alarms.update(active, clock.monotonic()).dropped;
    const now = clock.now();
    const times = new Map<RaisedAlarm, number>();
    for (const alarm of active) {
      const raised = this.alarms.find(alarm);
      if (raised === undefined) continue;
      const at = isCredible(alarm.raisedAt, now) ? alarm.raisedAt : clock.dateOf(raised.firstSeenAt);
      times.set(raised, Math.min(at, times.get(raised) ?? at));
    }
    return [...times].map(([{ alarm }, at]) => sampleOf(alarm, at));
  }
}

function isCredible(raisedAt: number | null, now: number): raisedAt is number {
  return raisedAt !== null && raisedAt >= EARLIEST_CREDIBLE && raisedAt <= now;
}

function sampleOf({ id, objectId, location, reason }: ActiveAlarm, at: number): AlarmSample {
  return { id, objectId, location, reason, raisedAtSeconds: at / 1000 };
}
