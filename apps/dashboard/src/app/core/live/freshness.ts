import { parseTime } from '../format/time';
import { duration } from '../format/time';
import type { DeviceSummary, HealthLevel } from '../api/models';

/** Without a message for so long, a device and its values are stale. */
export const STALE_MS = 10_000;

/** The health of a device as it is displayed: that of the server, unless it is stale. */
export interface DisplayedHealth {
  readonly level: HealthLevel;
  /** The most important reason. */
  readonly reason: string;
  /** Since when, ms since the epoch; null when the reason says it. */
  readonly since: number | null;
  /** Whether the values are stale. */
  readonly isStale: boolean;
}

/** A problem that was known when the stream was lost is still shown, with its age. */
function lastKnown({ level, reason }: DeviceSummary['health'], ago: string): string {
  const wasWrong = level === 'failed' || level === 'degraded';
  return wasWrong ? $localize`${reason}:reason:, ${ago}:length: ago` : $localize`Unknown for ${ago}:length:`;
}

/** How long ago a device sent something, ms; null before the first. */
export interface Ages {
  /** Any message, heartbeats included. */
  readonly message: number | null;
  /** A status: the age of its values. */
  readonly status: number | null;
}

/**
 * The health of a device by the server's verdict and the age of its values. For a connected device the server
 * decides how long a gap between statuses is normal: some have only objects that hardly ever change.
 * @param lostFor how long the event stream has been lost, ms; null while it is connected
 */
export function displayedHealth(device: DeviceSummary, ages: Ages, lostFor: number | null): DisplayedHealth {
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
  const age = device.state === 'connected' ? ages.message : ages.status;
  const isSilent = age === null || age >= STALE_MS;
  if (isSilent && device.state === 'connected') {
    const reason = age === null ? $localize`No data yet` : $localize`No data for ${duration(age / 1000)}`;
    return { level: 'no_data', reason, since: null, isStale: true };
  }
  const hasStopped = health.findings.some(({ rule }) => rule === 'statuses_stopped');
  return { level: health.level, reason: health.reason, since, isStale: isSilent || hasStopped };
}
