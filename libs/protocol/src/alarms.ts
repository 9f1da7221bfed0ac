import { isObject } from './values/record';
import { text } from './values/text';
import { isoTimestamp } from './values/time';

/** One alarm that a device has raised and not cleared. */
export interface ActiveAlarm {
  /** The device's number for the kind of alarm, as text. */
  readonly id: string;
  readonly reason: string;
  readonly location: string;
  readonly objectId: string;
  readonly elementIp: string;
  /** When it was raised by the device's own clock, in ms since the epoch; null where that is unreadable. */
  readonly raisedAt: number | null;
}

/** More than any device raises; a broken one may not fill the memory. */
export const MAX_ALARMS = 500;

/**
 * What tells one alarm of a device from another: its kind, its place and its text. When it was raised is not part of it,
 * since devices set their clocks.
 */
export function alarmKey({ id, objectId, location, reason }: ActiveAlarm): string {
  return JSON.stringify([id, objectId, location, reason]);
}

/** How a list of alarms differs from an earlier one of the same device. */
export interface AlarmChanges<T> {
  readonly raised: readonly T[];
  readonly cleared: readonly T[];
}

/** An alarm and when it first was in the list of its device, monotonic ms. */
export interface RaisedAlarm {
  readonly alarm: ActiveAlarm;
  readonly firstSeenAt: number;
}

/** How a list of alarms differs from the one before. */
export interface AlarmUpdate extends AlarmChanges<RaisedAlarm> {
  /** How many entries were left out because the list has more than {@link MAX_ALARMS} alarms. */
  readonly dropped: number;
}

type AlarmsByKey = ReadonlyMap<string, RaisedAlarm>;

/** The active alarms of one device, as its complete lists tell them. Of two that are the same, the first counts. */
export class ActiveAlarms {
  private byKey: AlarmsByKey;

  /** @param raised the alarms that were active before */
  constructor(raised: readonly RaisedAlarm[] = []) {
    this.byKey = new Map(raised.map((each) => [alarmKey(each.alarm), each]));
  }

  get all(): RaisedAlarm[] {
    return [...this.byKey.values()];
  }

  /** The active alarm that is the same as this one. */
  find(alarm: ActiveAlarm): RaisedAlarm | undefined {
    return this.byKey.get(alarmKey(alarm));
  }

  /** Takes the complete list of `at` (monotonic ms). */
  update(list: readonly ActiveAlarm[], at: number): AlarmUpdate {
    const before = this.byKey;
    const { byKey, dropped } = this.read(list, at);
    this.byKey = byKey;
    return { ...alarmChanges(before, byKey), dropped };
  }

  /** The alarms of a list with the time at which each was first seen, `at` (ms) for new ones; the list is not kept. */
  lookUp(list: readonly ActiveAlarm[], at: number): RaisedAlarm[] {
    return [...this.read(list, at).byKey.values()];
  }

  private read(list: readonly ActiveAlarm[], at: number): { byKey: AlarmsByKey; dropped: number } {
    const byKey = new Map<string, RaisedAlarm>();
    let dropped = 0;
    for (const alarm of list) {
      const key = alarmKey(alarm);
      if (byKey.has(key)) continue;
      if (byKey.size >= MAX_ALARMS) dropped++;
      else byKey.set(key, { alarm, firstSeenAt: this.byKey.get(key)?.firstSeenAt ?? at });
    }
    return { byKey, dropped };
  }
}

/** @param before the earlier alarms, by {@link alarmKey}, with whatever is known of each */
export function alarmChanges<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): AlarmChanges<T> {
  return { raised: missingFrom(before, after), cleared: missingFrom(after, before) };
}

function missingFrom<T>(alarms: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>): T[] {
  return [...others].flatMap(([key, alarm]) => (alarms.has(key) ? [] : [alarm]));
}

/** The alarms of an `activeAlarmStatus` message; entries that name nothing are left out. */
export function parseAlarms(entries: readonly unknown[]): ActiveAlarm[] {
  return entries.flatMap((entry) => {
    const alarm = parseAlarm(entry);
    return alarm === undefined ? [] : [alarm];
  });
}

function parseAlarm(entry: unknown): ActiveAlarm | undefined {
  if (!isObject(entry)) return undefined;
  const alarm = {
    id: text(entry.id) ?? '',
    reason: text(entry.reason) ?? '',
    location: text(entry.location) ?? '',
    objectId: text(entry.object_id) ?? '',
    elementIp: text(entry.fme_ip_address) ?? '',
    raisedAt: isoTimestamp(entry.time_stamp) ?? null,
  };
  return alarm.id + alarm.reason + alarm.location + alarm.objectId === '' ? undefined : alarm;
}
