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

export interface ObjectRef {
  elementIP: string;
  objectType: string;
  objectId?: string;
}

export interface Connection {
  id: number;
  name: string;
  restapi: string;
  websocket: string;
  username: string;
  objects_ids: ObjectRef[];
  enabled: boolean;
  tags: Record<string, string>;
  created_at: string;
  updated_at: string;
  status: SessionState;
  reason: string;
  last_update: string | null;
  fault: string | null;
}

export interface NewConnection {
  name: string;
  restapi: string;
  websocket: string;
  username: string;
  password: string;
  objects_ids: ObjectRef[];
  enabled?: boolean;
  tags?: Record<string, string>;
}

export interface ObjectTemplate {
  name: 'minimal' | 'standard' | 'everything';
  description: string;
  objects_ids: ObjectRef[];
}

export interface BulkChange {
  action: 'enable' | 'disable' | 'delete' | 'add_tags' | 'remove_tags' | 'set_credentials' | 'replace_objects';
  ids: number[];
  tags?: Record<string, string>;
  tag_keys?: string[];
  username?: string;
  password?: string;
  objects_ids?: ObjectRef[];
}

export interface BulkResult {
  message: string;
  results: { id: number; name: string; result: 'changed' | 'unchanged' | 'deleted' }[];
}

export type ConflictRule = 'skip' | 'update' | 'fail';
export type ImportOutcome = 'added' | 'updated' | 'unchanged' | 'skipped' | 'refused';

export interface ImportedEntry {
  position: number;
  name: string | null;
  outcome: ImportOutcome;
  reasons: { pointer: string; message: string }[];
}

export interface ImportResult {
  message: string;
  dry_run: boolean;
  imported: number;
  updated: number;
  skipped: number;
  refused: number;
  errors: string[];
  entries: ImportedEntry[];
}

export type ProbeStepName = 'resolve' | 'tcp' | 'tls' | 'auth' | 'websocket' | 'subscribe' | 'status';

export interface ProbeStep {
  step: ProbeStepName;
  ok: boolean;
  duration_ms: number;
  detail: string;
  error: string | null;
  certificate: {
    subject: string;
    issuer: string;
    valid_to: string;
    fingerprint256: string;
    self_signed: boolean;
  } | null;
}

export interface ProbeRequest {
  id?: number;
  name?: string;
  restapi?: string;
  websocket?: string;
  username?: string;
  password?: string;
  objects_ids?: ObjectRef[];
}

export interface DiscoveredObject {
  element_ip: string;
  object_type: string;
  object_id: string;
  name: string;
  known: boolean;
}
