import type { DeviceSummary, HealthLevel } from '../core/api/models';
import { duration, parseTime } from '../core/format/time';
import type { DisplayedHealth } from '../core/live/freshness';
import { OFFSET_LIMIT, PTP_WORDS } from '../ui/ptp-words';

/** The state of a clock compared with the fleet. */
export type ClockStatus = 'unlocked' | 'other_master' | 'far_off' | 'fine' | 'no_ptp' | 'no_data' | 'off';

/** Outliers first. */
export const CLOCK_STATUSES: readonly ClockStatus[] = [
  'unlocked',
  'other_master',
  'far_off',
  'fine',
  'no_ptp',
  'no_data',
  'off',
];

/** The level that each is shown with. */
export const CLOCK_LEVELS: Readonly<Record<ClockStatus, HealthLevel>> = {
  unlocked: 'failed',
  other_master: 'degraded',
  far_off: 'degraded',
  fine: 'healthy',
  no_ptp: 'no_data',
  no_data: 'no_data',
  off: 'off',
};

/** The health rule of each status; its finding says since when. */
const RULES: Readonly<Partial<Record<ClockStatus, string>>> = {
  unlocked: 'ptp_unlocked',
  other_master: 'grandmaster',
  far_off: 'ptp_offset',
};

/** The tag that names the site of a device; devices without it are compared with one another. */
const SITE_TAG = 'site';

export function siteOf({ tags }: DeviceSummary): string {
  return tags[SITE_TAG] ?? '';
}

/** The grandmaster that a device follows; null when it is not locked, or stale. */
export function masterOf({ figures }: DeviceSummary, { isStale }: DisplayedHealth): string | null {
  return isStale || figures.ptp_state !== 'locked' ? null : figures.grandmaster;
}

/** The grandmaster that more than half of the devices follow; null when there is none. */
export function commonMaster(masters: Iterable<string | null>): string | null {
  const counts = new Map<string, number>();
  let total = 0;
  for (const master of masters) {
    if (master === null) continue;
    total++;
    counts.set(master, (counts.get(master) ?? 0) + 1);
  }
  for (const [master, count] of counts) if (2 * count > total) return master;
  return null;
}

export function clockStatus(summary: DeviceSummary, health: DisplayedHealth, common: string | null): ClockStatus {
  if (health.level === 'off') return 'off';
  if (health.isStale) return 'no_data';
  const { ptp_state: state, ptp_offset_seconds: offset } = summary.figures;
  if (state === null) return 'no_ptp';
  if (state !== 'locked') return 'unlocked';
  const master = masterOf(summary, health);
  if (common !== null && master !== null && master !== common) return 'other_master';
  return Math.abs(offset ?? 0) > OFFSET_LIMIT ? 'far_off' : 'fine';
}

/** The status in words. */
export function statusText({ figures }: DeviceSummary, health: DisplayedHealth, status: ClockStatus): string {
  switch (status) {
    case 'other_master':
      return $localize`Different grandmaster`;
    case 'far_off':
      return $localize`Offset above 1 µs`;
    case 'no_ptp':
      return $localize`No PTP values`;
    case 'no_data':
    case 'off':
      return health.reason;
    default:
      return PTP_WORDS[figures.ptp_state ?? 'other'];
  }
}

/** How long the status has lasted; empty when unknown. */
export function statusAge({ health }: DeviceSummary, status: ClockStatus, now: number): string {
  const finding = health.findings.find(({ rule }) => rule === RULES[status]);
  const since = parseTime(finding?.since);
  return since === null ? '' : duration((now - since) / 1000);
}
