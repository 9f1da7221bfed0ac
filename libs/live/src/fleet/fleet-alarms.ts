import { ActiveAlarms, type ActiveAlarm, type AlarmChanges, type RaisedAlarm } from '@snp/protocol';

/** Longer than any text that a device means to be read. */
const MAX_TEXT = 512;

/**
 * Remembers the active alarms of each device and since when they are active, also while its session is lost: after a
 * reconnection only the changes are reported, not all alarms again.
 */
export class FleetAlarms {
  private readonly byDevice = new Map<number, ActiveAlarms>();

  /** Starts with the alarms that were active when the exporter last stopped. */
  restore(device: number, raised: readonly RaisedAlarm[]): void {
    this.byDevice.set(device, new ActiveAlarms(raised));
  }

  /** Updates the active alarms of a device at `at` (monotonic ms). */
  update(device: number, active: readonly ActiveAlarm[], at: number): AlarmChanges<RaisedAlarm> {
    const alarms = this.byDevice.get(device) ?? new ActiveAlarms();
    this.byDevice.set(device, alarms);
    const { raised, cleared } = alarms.update(active.map(shortened), at);
    return { raised, cleared };
  }

  /** The alarms of a list with the time at which each was first seen; `at` (monotonic ms) for those that are new. */
  lookUp(device: number, active: readonly ActiveAlarm[], at: number): RaisedAlarm[] {
    return (this.byDevice.get(device) ?? new ActiveAlarms()).lookUp(active.map(shortened), at);
  }

  remove(device: number): void {
    this.byDevice.delete(device);
  }
}

function shortened(alarm: ActiveAlarm): ActiveAlarm {
  const { id, reason, location, objectId } = alarm;
  if (Math.max(id.length, reason.length, location.length, objectId.length) <= MAX_TEXT) return alarm;
  const cut = (text: string) => text.slice(0, MAX_TEXT);
  return { ...alarm, id: cut(id), reason: cut(reason), location: cut(location), objectId: cut(objectId) };
}
