import { alarmKey, MAX_ALARMS, type ActiveAlarm } from '@snp/protocol';

/** An alarm with a series of its own. */
export interface RaisedAlarm {
  readonly id: string;
  readonly objectId: string;
  readonly location: string;
  readonly reason: string;
  readonly raisedAtSeconds: number;
}

/** No device is older; its clock says less when it was never set. */
const EARLIEST_CREDIBLE = Date.UTC(2015, 0, 1);

/** The alarms of one device, with the time at which each was first seen. */
export class RaisedAlarms {
  private firstSeen = new Map<string, number>();
  private refusals = 0;

  /** How many series were not made because there were too many. */
  get dropped(): number {
    return this.refusals;
  }

  /** What is raised now; of alarms that are told apart by nothing, the earlier. `now` in ms since the epoch. */
  update(active: readonly ActiveAlarm[], now: number): readonly RaisedAlarm[] {
    const raised = new Map<string, RaisedAlarm>();
    const firstSeen = new Map<string, number>();
    let refused = 0;
    for (const alarm of active) {
      const key = alarmKey(alarm);
      const known = raised.get(key);
      if (known === undefined && raised.size >= MAX_ALARMS) {
        refused++;
        continue;
      }
      const seen = this.firstSeen.get(key) ?? now;
      firstSeen.set(key, seen);
      const at = isCredible(alarm.raisedAt, now) ? alarm.raisedAt : seen;
      const earlier = known === undefined ? at / 1000 : Math.min(at / 1000, known.raisedAtSeconds);
      const { id, objectId, location, reason } = alarm;
      raised.set(key, { id, objectId, location, reason, raisedAtSeconds: earlier });
    }
    this.firstSeen = firstSeen;
    this.refusals += refused;
    return [...raised.values()];
  }
}

function isCredible(raisedAt: number | null, now: number): raisedAt is number {
  return raisedAt !== null && raisedAt >= EARLIEST_CREDIBLE && raisedAt <= now;
}
