/** Limits of the event stream. */
export abstract class StreamSettings {
  /** Maximum number of clients. */
  abstract readonly maxClients: number;
  /** Maximum number of clients of one address. */
  abstract readonly maxClientsPerAddress: number;
  /** Interval of comments that keep the connection alive, ms. */
  abstract readonly heartbeatMs: number;
  /** Number of events kept for clients that reconnect. */
  abstract readonly replayEvents: number;
  /** A client with more unread bytes than this gets no summaries until it has caught up. */
  abstract readonly summaryBacklogBytes: number;
  /** A client with more unread bytes than this is closed. */
  abstract readonly maxBacklogBytes: number;
  /** A client that has not read so many messages is closed: each costs memory besides its bytes. */
  abstract readonly maxBacklogWrites: number;
}

export const STREAM_SETTINGS: StreamSettings = {
  maxClients: 200,
  maxClientsPerAddress: 50,
  heartbeatMs: 15_000,
  replayEvents: 4_096,
  summaryBacklogBytes: 256 * 1024,
  maxBacklogBytes: 4 * 1024 * 1024,
  maxBacklogWrites: 1_000,
};
