import type { DeviceStatus } from '../core/api/models';
import { DEVICE_TABS, sectionsOf, type Section } from './tabs';

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

const VALUES: ReadonlySet<string> = new Set(DEVICE_TABS.flatMap((tab) => sectionsOf(tab).sections));

/** Whether a status has a value of the device. */
export function hasValues(status: DeviceStatus | null): boolean {
  return Object.entries(status ?? {}).some(([section, value]) => VALUES.has(section) && value !== null);
}
