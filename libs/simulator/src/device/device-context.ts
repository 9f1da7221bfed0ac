import type { FaultSet } from '../faults/fault-set';
import type { FleetClock } from '../clock';
import type { DeviceModel } from '../model/device-model';
import type { Configurations } from './configuration/configurations';
import type { DeviceStatuses } from './device-statuses';
import type { RequestLog } from './request-log';
import type { Tokens } from './tokens';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** What a device has been asked for since it was made. */
export interface DeviceCounters {
  /** TCP connections, whatever became of them. */
  connections: number;
  /** `POST /api/auth`. */
  authentications: number;
  /** Those of them that were refused. */
  refusals: number;
  /** Other REST requests. */
  requests: number;
  /** Those of them that asked for a configuration. */
  configurations: number;
  /** WebSocket upgrades that were accepted. */
  handshakes: number;
  /** Tokens that were accepted on a WebSocket. */
  sessions: number;
  subscriptions: number;
  /** WebSockets that their client closed with 1001 (going away). */
  goingAway: number;
  /** Messages sent. */
  messages: number;
}

/** What the parts of one device share. */
export interface DeviceContext {
  readonly model: DeviceModel;
  readonly statuses: DeviceStatuses;
  readonly configurations: Configurations;
  readonly requests: RequestLog;
  readonly tokens: Tokens;
  readonly faults: FaultSet;
  readonly clock: FleetClock;
  readonly credentials: Credentials;
  readonly counters: DeviceCounters;
  /** Shortest time between two messages of changes to a client; undefined: what it asks for. */
  readonly frequencyMs: number | undefined;
  /** How long it takes to answer a request for a configuration. */
  readonly configurationMs: number;
}

export function newCounters(): DeviceCounters {
  return {
    connections: 0,
    authentications: 0,
    refusals: 0,
    requests: 0,
    configurations: 0,
    handshakes: 0,
    sessions: 0,
    subscriptions: 0,
    goingAway: 0,
    messages: 0,
  };
}
