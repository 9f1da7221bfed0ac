import type { ActiveAlarm } from '@snp/protocol';

/** An alarm that a device has raised. Times are ms since the epoch. */
export interface RaisedAlarm {
  readonly alarm: ActiveAlarm;
  readonly firstSeenAt: number;
}

/** What changed between two lists of a device's alarms. */
export interface AlarmChanges {
  readonly raised: readonly RaisedAlarm[];
  readonly cleared: readonly RaisedAlarm[];
}

/** More than any device has; what a broken one raises beyond them is not looked at. */
export const MAX_ALARMS = 500;

/** Longer than any text that a device means to be read. */
const MAX_TEXT = 512;

/**
 * Remembers what every device had raised when it last told, and since when: also while its session is away, so that a
 * reconnection tells what has changed meanwhile and does not raise everything again.
 */
export class AlarmBook {
  private readonly pages = new Map<number, Page>();

  /** Starts with what was raised when the exporter last ended. */
  restore(device: number, raised: readonly RaisedAlarm[]): void {
    this.pages.set(device, new Map(raised.map((each) => [keyOf(each.alarm), each])));
  }

  /** Takes the complete list of what a device has raised at `at` (ms). */
  update(device: number, active: readonly ActiveAlarm[], at: number): AlarmChanges {
    const before = this.pages.get(device) ?? NOTHING;
    const now = withTimes(active, before, at);
    this.pages.set(device, now);
    return { raised: missingFrom(before, now), cleared: missingFrom(now, before) };
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
    const key = keyOf(alarm);
    if (!page.has(key)) page.set(key, { alarm, firstSeenAt: known.get(key)?.firstSeenAt ?? at });
  }
  return page;
}

/** What is in `others` and not in `some`. */
function missingFrom(some: Page, others: Page): readonly RaisedAlarm[] {
  return [...others].flatMap(([key, raised]) => (some.has(key) ? [] : [raised]));
}

function keyOf({ id, objectId, location, reason }: ActiveAlarm): string {
  return JSON.stringify([id, objectId, location, reason]);
}

function shortened(alarm: ActiveAlarm): ActiveAlarm {
  const { id, reason, location, objectId } = alarm;
  if (Math.max(id.length, reason.length, location.length, objectId.length) <= MAX_TEXT) return alarm;
  const cut = (text: string) => text.slice(0, MAX_TEXT);
  return { ...alarm, id: cut(id), reason: cut(reason), location: cut(location), objectId: cut(objectId) };
}
