import { compareNames } from '../core/format/names';
import type { Alarm } from '../core/api/models';
import { groupBy } from '../core/group-by';
import { hasWords } from '../core/has-words';
import type { Choice } from '../ui/filter/choice-filter';
import { raisedAt } from './alarm-columns';

/** Whether every word is found in the alarm. */
export function matchesAlarm(alarm: Alarm, text: string): boolean {
  const { connection_name, reason, location, object_id, alarm_id } = alarm;
  return hasWords(text, [connection_name, reason, location, object_id, alarm_id]);
}

/** The fields that alarms can be grouped by. */
export const ALARM_GROUPS = ['device', 'reason', 'location'] as const;
export type AlarmGroup = (typeof ALARM_GROUPS)[number];

export interface GroupedAlarms {
  readonly title: string;
  /** The id of the connection, or the reason or location itself. */
  readonly key: string;
  readonly count: number;
  readonly deviceCount: number;
  /** When the newest was raised, ms since the epoch. */
  readonly newest: number | null;
}

/** The devices with active alarms, by name; the value is the id of the connection. */
export function devicesOf(alarms: readonly Alarm[]): readonly Choice[] {
  const labels = new Map(alarms.map(({ connection_id, connection_name }) => [connection_id, connection_name]));
  return [...labels]
    .map(([id, label]) => ({ value: String(id), label }))
    .sort((a, b) => compareNames(a.label, b.label));
}

/** Alarms counted by device, reason or location. */
export function groupAlarms(alarms: readonly Alarm[], group: AlarmGroup): readonly GroupedAlarms[] {
  return [...groupBy(alarms, (alarm) => keyOf(alarm, group))].map(([key, members]) => ({
    key,
    title: group === 'device' ? members[0].connection_name : key,
    count: members.length,
    deviceCount: new Set(members.map(({ connection_id }) => connection_id)).size,
    newest: members.reduce<number | null>((newest, alarm) => Math.max(newest ?? 0, raisedAt(alarm) ?? 0), null),
  }));
}

/** Whether an alarm belongs to a group. */
export function isOfGroup(alarm: Alarm, group: AlarmGroup, key: string): boolean {
  return keyOf(alarm, group) === key;
}

function keyOf({ connection_id, reason, location }: Alarm, group: AlarmGroup): string {
  if (group === 'device') return String(connection_id);
  return group === 'reason' ? reason : location;
}
