import type { DeviceStatus } from '../core/api/models';
import type { Section } from './tabs';

/**
 * Puts what was just read over what was known. A device that is not connected tells nothing: its last values stay,
 * to be shown as old. Sections that were not asked for stay as they were.
 */
export function keepLastKnown(before: DeviceStatus | null, now: DeviceStatus, asked: readonly Section[]): DeviceStatus {
  if (!before) return now;
  const fresh = now.session.state === 'connected' ? asked : asked.filter((section) => now[section] !== null);
  const sections = Object.fromEntries(fresh.map((section) => [section, now[section]]));
  const { session, name, generated_at } = now;
  return { ...before, session, name, generated_at, ...sections };
}
