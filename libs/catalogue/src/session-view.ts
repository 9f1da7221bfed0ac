/** The exporter's own facts about the session with a device. Times are in ms since the epoch. */
export interface SessionView {
  readonly state: 'connecting' | 'connected' | 'disconnected' | 'error';
  /** From the first status message of a session until it is lost. */
  readonly isUp: boolean;
  readonly lastMessageAt: number | null;
  readonly lastStatusAt: number | null;
  readonly connectedAt: number | null;
  readonly connects: number;
  /** By reason, from a short fixed list. */
  readonly disconnects: ReadonlyMap<string, number>;
  /** By `msgType`. */
  readonly messages: ReadonlyMap<string, number>;
  readonly receivedBytes: number;
  /** By object type. */
  readonly decodeErrors: ReadonlyMap<string, number>;
  readonly droppedSeries: number;
  /** Without the endpoints that the device does not have. */
  readonly polls: ReadonlyMap<'processor' | 'system' | 'console', PollView>;
  readonly certificateExpiresAt: number | null;
  readonly lastStatusDurationSeconds: number | null;
}

/** How the last poll of an endpoint went. */
export interface PollView {
  readonly success: boolean;
  readonly durationSeconds: number;
}
