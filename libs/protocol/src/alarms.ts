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
