import type { Expectation } from '../reading/expectation';
import { array, label, object, text, type Maybe } from '../reading/values';

const FROM_2015 = Date.UTC(2015, 0, 1) / 1000;

/** `activeAlarmStatus`; `firstSeen` remembers when an alarm was first seen, by its labels. */
export function readAlarms(
  active: unknown,
  nowSeconds: number,
  firstSeen: Map<string, number>,
  out: Expectation,
): void {
  out.add('ic_snp_active_alarms', {}, array(active).length);
  const raised = new Map<string, number>();
  for (const each of array(active)) {
    const alarm = object(each);
    const labels = {
      alarm_id: label(alarm['id']),
      object_id: label(alarm['object_id']),
      location: label(alarm['location']),
      reason: label(alarm['reason']),
    };
    const name = JSON.stringify(labels);
    const seen = firstSeen.get(name) ?? nowSeconds;
    firstSeen.set(name, seen);
    const time = raisedAt(alarm['time_stamp'], nowSeconds) ?? seen;
    // Of two with equal labels it is the earlier.
    const earlier = Math.min(time, raised.get(name) ?? time);
    raised.set(name, earlier);
    out.add('ic_snp_active_alarm_raised_timestamp_seconds', labels, earlier);
  }
}

/** Undefined where the device's clock must be wrong. */
function raisedAt(value: unknown, nowSeconds: number): Maybe {
  const seconds = Date.parse(text(value) ?? '') / 1000;
  return seconds >= FROM_2015 && seconds <= nowSeconds ? seconds : undefined;
}
