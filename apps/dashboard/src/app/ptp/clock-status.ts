import type { DeviceSummary, HealthLevel } from '../core/api/models';
import { duration, parseTime } from '../core/format/time';
import type { DisplayedHealth } from '../core/live/freshness';
import { OFFSET_LIMIT, PTP_WORDS } from '../ui/ptp-words';

/** How the clock of a device stands among those of the fleet. */
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

/** With which mark each is shown. */
export const CLOCK_LEVELS: Readonly<Record<ClockStatus, HealthLevel>> = {
  unlocked: 'failed',
  other_master: 'degraded',
  far_off: 'degraded',
  fine: 'healthy',
  no_ptp: 'no_data',
  no_data: 'no_data',
  off: 'off',
};

/** The rule of health that the server finds broken, so that it says since when. */
const RULES: Readonly<Partial<Record<ClockStatus, string>>> = {
  unlocked: 'ptp_unlocked',
  other_master: 'grandmaster',
  far_off: 'ptp_offset',
};

/** The grandmaster that a device follows; null for one that is not locked, or not heard of. */
export function masterOf({ figures }: DeviceSummary, { isStale }: DisplayedHealth): string | null {
  return isStale || figures.ptp_state !== 'locked' ? null : figures.grandmaster;
}

/** What more than half of the devices follow; null where there is no such grandmaster. */
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

/** What there is to know of it, in words. */
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

/** How long it has been so, where the server says it; empty otherwise. */
export function statusAge({ health }: DeviceSummary, status: ClockStatus, now: number): string {
  const finding = health.findings.find(({ rule }) => rule === RULES[status]);
  const since = parseTime(finding?.since);
  return since === null ? '' : duration((now - since) / 1000);
}
