import type { ConnectionFields } from './fields/connection-fields';

/** What the link to a device is doing. */
export const CONNECTION_STATUSES = ['connecting', 'connected', 'disconnected', 'error'] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** The state of a connection's session; read on demand. */
export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Reason, as shown to users; may be empty. */
  readonly reason: string;
  /** When the device last sent a status, in ms since the epoch; null for never. */
  readonly lastStatusAt: number | null;
}

/** The stored record of a device: what is wanted. */
export interface Connection extends ConnectionFields {
  readonly id: number;
  /** UTC, `2026-02-03 20:00:00`. */
  readonly createdAt: string;
  /** UTC, `2026-02-03 20:00:00`. */
  readonly updatedAt: string;
  /** Why the stored record cannot be used, as shown to users; null if it can. */
  readonly fault: string | null;
}
