import { alarmChanges, alarmKey, MAX_ALARMS, type ActiveAlarm, type AlarmChanges } from '@snp/protocol';

/** An alarm that a device has raised. Times are ms since the epoch. */
export interface RaisedAlarm {
  readonly alarm: ActiveAlarm;
  readonly firstSeenAt: number;
}

/** Longer than any text that a device means to be read. */
const MAX_TEXT = 512;

/**
 * Remembers the active alarms of each device and since when they are active, also while its session is lost: after a
 * reconnection only the changes are reported, not all alarms again.
 */
export class AlarmBook {
  private readonly pages = new Map<number, Page>();

  /** Starts with the alarms that were active when the exporter last stopped. */
  restore(device: number, raised: readonly RaisedAlarm[]): void {
    this.pages.set(device, new Map(raised.map((each) => [alarmKey(each.alarm), each])));
  }

  /** Updates the active alarms of a device at `at` (ms). */
  update(device: number, active: readonly ActiveAlarm[], at: number): AlarmChanges<RaisedAlarm> {
    const before = this.pages.get(device) ?? NOTHING;
    const now = withTimes(active, before, at);
    this.pages.set(device, now);
    return alarmChanges(before, now);
  }

  /** The alarms of a list with the time at which each was first seen; `at` (ms) for those that are not in the book. */
  lookUp(device: number, active: readonly ActiveAlarm[], at: number): RaisedAlarm[] {
    return [...withTimes(active, this.pages.get(device) ?? NOTHING, at).values()];
  }

  remove(device: number): void {
    this.pages.delete(device);
  }
}

type Page = ReadonlyMap<string, RaisedAlarm>;

const NOTHING: Page = new Map();

/** Of two that are the same, the first. */
function withTimes(active: readonly ActiveAlarm[], known: Page, at: number): Page {
  const page = new Map<string, RaisedAlarm>();
  for (const alarm of active.slice(0, MAX_ALARMS).map(shortened)) {
    const key = alarmKey(alarm);
    if (!page.has(key)) page.set(key, { alarm, firstSeenAt: known.get(key)?.firstSeenAt ?? at });
  }
  return page;
}

function shortened(alarm: ActiveAlarm): ActiveAlarm {
  const { id, reason, location, objectId } = alarm;
  if (Math.max(id.length, reason.length, location.length, objectId.length) <= MAX_TEXT) return alarm;
  const cut = (text: string) => text.slice(0, MAX_TEXT);
  return { ...alarm, id: cut(id), reason: cut(reason), location: cut(location), objectId: cut(objectId) };
}
