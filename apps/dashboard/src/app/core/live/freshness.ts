import { parseTime } from '../format/time';
import { duration } from '../format/time';
import type { DeviceSummary, HealthLevel } from '../api/models';

/** From this age on values are old, and shown as old. */
export const STALE_MS = 10_000;

/** How a device looks now: what the server says of it, unless that is too old to be believed. */
export interface DisplayedHealth {
  readonly level: HealthLevel;
  /** The one thing to know. */
  readonly reason: string;
  /** Since when, ms since the epoch; null where the reason says it. */
  readonly since: number | null;
  /** Whether the values shown are old. */
  readonly isStale: boolean;
}

/** Age of the values of a device: that of its last message. Null before the first. */
export function ageOf(device: Pick<DeviceSummary, 'last_message_at'>, now: number): number | null {
  const last = parseTime(device.last_message_at);
  return last === null ? null : Math.max(0, now - last);
}

/** What was wrong when the stream was lost is still the best guess, and said as one. */
function lastKnown({ level, reason }: DeviceSummary['health'], ago: string): string {
  const wasWrong = level === 'failed' || level === 'degraded';
  return wasWrong ? $localize`${reason}:reason:, ${ago}:length: ago` : $localize`Unknown for ${ago}:length:`;
}

/**
 * Judges a device by the server's word and by the age of what is known.
 * `lostFor` is how long the event stream has been lost, in ms; null while it is there.
 */
export function displayedHealth(device: DeviceSummary, now: number, lostFor: number | null): DisplayedHealth {
  const { health } = device;
  const since = parseTime(health.since);
  if (health.level === 'off') return { level: 'off', reason: $localize`Disabled`, since: null, isStale: true };
  if (lostFor !== null && lostFor >= STALE_MS) {
    return {
      level: 'no_data',
      reason: lastKnown(health, duration(lostFor / 1000)),
      since: null,
      isStale: true,
    };
  }
  const age = ageOf(device, now);
  const isStale = age === null || age >= STALE_MS;
  if (isStale && device.state === 'connected') {
    const reason = age === null ? $localize`No data yet` : $localize`No data for ${duration(age / 1000)}`;
    return { level: 'no_data', reason, since: null, isStale };
  }
  return { level: health.level, reason: health.reason, since, isStale };
}
