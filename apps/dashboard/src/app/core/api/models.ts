/** What the API speaks of: base units, times ISO 8601 in UTC, null where the device does not tell. */

export type HealthLevel = 'healthy' | 'degraded' | 'failed' | 'no_data' | 'off';
export type SessionState = 'connecting' | 'connected' | 'disconnected' | 'error';
export type PtpState = 'locked' | 'unlocked_free_run' | 'acquiring' | 'holdover' | 'other';
export type Tab = 'overview' | 'ptp' | 'network' | 'receivers' | 'senders' | 'channels' | 'alarms' | 'events';

export interface Finding {
  rule: string;
  level: HealthLevel;
  reason: string;
  since: string;
  tab: Tab;
}

export interface Health {
  level: HealthLevel;
  reason: string;
  since: string;
  previous: HealthLevel | null;
  findings: Finding[];
}

export interface Figures {
  temperature_celsius: number | null;
  ptp_state: PtpState | null;
  ptp_offset_seconds: number | null;
  ptp_delay_seconds: number | null;
  grandmaster: string | null;
  major_alarms: number | null;
  minor_alarms: number | null;
  active_alarms: number;
  receivers: number | null;
  messages_per_second: number;
  receive_bytes_per_second: number | null;
  transmit_bytes_per_second: number | null;
  firmware: string | null;
  serial: string | null;
  uptime_seconds: number | null;
  personalities: Record<string, string>;
}

export interface DeviceSummary {
  id: number;
  name: string;
  host: string;
  tags: Record<string, string>;
  enabled: boolean;
  state: SessionState;
  state_reason: string;
  state_since: string;
  last_message_at: string | null;
  health: Health;
  figures: Figures;
}

export interface FleetDevice extends DeviceSummary {
  sparkline: { step_seconds: number; ptp_offset_seconds: (number | null)[] };
}

export type HealthCounts = Record<HealthLevel, number>;

export interface Fleet {
  generated_at: string;
  counts: HealthCounts;
  devices: FleetDevice[];
}

export interface Alarm {
  connection_id: number;
  connection_name: string;
  alarm_id: string;
  object_id: string;
  location: string;
  reason: string;
  raised_at: string | null;
  first_seen_at: string;
}

export interface AlarmChange extends Alarm {
  kind: 'raised' | 'cleared';
  at: string;
}

export interface StateChange {
  id: number;
  name: string;
  from: SessionState;
  to: SessionState;
  reason: string;
  at: string;
}

export interface ConnectionChange {
  kind: 'added' | 'changed' | 'removed';
  id: number;
}
