import type { DeviceStatus } from '../core/api/models';
import type { Section } from './tabs';

/**
 * Merges a new status into the previous one. A device that is not connected keeps its last values, shown as stale.
 * Sections that were not requested are unchanged.
 */
export function keepLastKnown(before: DeviceStatus | null, now: DeviceStatus, asked: readonly Section[]): DeviceStatus {
  if (!before) return now;
  const fresh = now.session.state === 'connected' ? asked : asked.filter((section) => now[section] !== null);
  const sections = Object.fromEntries(fresh.map((section) => [section, now[section]]));
  const { session, name, generated_at } = now;
  return { ...before, session, name, generated_at, ...sections };
}
