import type { DeviceSummary, Figures, FleetDevice, Health } from '../core/api/models';

/** The current time in tests. */
export const NOW = Date.UTC(2026, 1, 3, 20);

export const at = (millisecondsAgo: number): string => new Date(NOW - millisecondsAgo).toISOString();

const FIGURES: Figures = {
  temperature_celsius: 44,
  ptp_state: 'locked',
  ptp_offset_seconds: 1.3e-7,
  ptp_delay_seconds: 1.5e-7,
  grandmaster: '08-00-11-FF-FE-23-2C-56',
  major_alarms: 0,
  minor_alarms: 0,
  active_alarms: 0,
  receivers: 39,
  messages_per_second: 1,
  receive_bytes_per_second: 1e8,
  transmit_bytes_per_second: 1e9,
  firmware: '3.2.0.35',
  serial: '2118161053',
  uptime_seconds: 1000,
  personalities: {},
};

interface Changes extends Partial<Omit<DeviceSummary, 'health' | 'figures'>> {
  health?: Partial<Health>;
  figures?: Partial<Figures>;
}

/** A healthy device with the given changes. */
export function summaryOf(id: number, { health, figures, ...changes }: Changes = {}): DeviceSummary {
  return {
    id,
    name: `SNP-${id}`,
    host: `192.168.90.${id}`,
    tags: {},
    enabled: true,
    state: 'connected',
    state_reason: 'receiving statuses',
    state_since: at(60_000),
    last_message_at: at(500),
    last_status_at: at(500),
    ...changes,
    health: { level: 'healthy', reason: 'ok', since: at(60_000), previous: null, findings: [], ...health },
    figures: { ...FIGURES, ...figures },
  };
}

export function deviceOf(id: number, changes: Changes = {}): FleetDevice {
  const sparkline = { step_seconds: 10, ptp_offset_seconds: Array<number | null>(60).fill(1.3e-7) };
  return { ...summaryOf(id, changes), sparkline };
}
