import { compareNames } from '../core/format/names';
import { groupBy } from '../core/group-by';
import type { DeviceSummary } from '../core/api/models';
import type { LiveDevice } from '../core/live/fleet-store';
import { matchesTags, matchesText } from '../core/live/match';
import { LEVELS_WORST_FIRST } from '../ui/health/health-words';

export interface FleetFilter {
  readonly text: string;
  readonly tags: readonly string[];
  readonly levels: readonly string[];
}

/** Whether a device matches the filter. */
export function isWanted({ summary, health }: LiveDevice, { text, tags, levels }: FleetFilter): boolean {
  if (levels.length > 0 && !levels.includes(health().level)) return false;
  return matchesTags(summary(), tags) && matchesText(summary(), text);
}

/** Worst first: by current level, last known level, most recent change, then name. */
export function worstFirst(devices: readonly LiveDevice[]): readonly LiveDevice[] {
  const keyed = devices.map((device) => {
    const { level, since } = device.health();
    const isWrong = level === 'failed' || level === 'degraded';
    const lastKnown = LEVELS_WORST_FIRST.indexOf(device.summary().health.level);
    return { device, level: LEVELS_WORST_FIRST.indexOf(level), lastKnown, since: isWrong ? (since ?? 0) : 0 };
  });
  keyed.sort(
    (a, b) =>
      a.level - b.level ||
      a.lastKnown - b.lastKnown ||
      b.since - a.since ||
      compareNames(a.device.summary().name, b.device.summary().name),
  );
  return keyed.map(({ device }) => device);
}

export interface Group<T> {
  readonly title: string;
  readonly members: readonly T[];
}

/** Groups ordered members; groups are ordered by title, the one without a title last. */
export function grouped<T>(members: readonly T[], titleOf: (member: T) => string): readonly Group<T>[] {
  const groups = groupBy(members, titleOf);
  return [...groups]
    .map(([title, inside]) => ({ title, members: inside }))
    .sort((a, b) => Number(a.title === '') - Number(b.title === '') || compareNames(a.title, b.title));
}

/** The device's value of `tag:key`, or its firmware; empty when it has none. */
export function groupOf(device: DeviceSummary, group: string): string {
  if (group === 'firmware') return device.figures.firmware ?? '';
  return group.startsWith('tag:') ? (device.tags[group.slice(4)] ?? '') : '';
}
