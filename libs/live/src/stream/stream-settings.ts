/** The measures of the event stream. */
export abstract class StreamSettings {
  /** How many listeners there may be at once. */
  abstract readonly maxClients: number;
  /** A comment is sent this often, so that neither side nor anything between them takes the connection for dead. */
  abstract readonly heartbeatMs: number;
  /** How many events can be sent again. */
  abstract readonly replayEvents: number;
  /** A listener with more than this unread gets no summaries until it has caught up, bytes. */
  abstract readonly summaryBacklogBytes: number;
  /** A listener with more than this unread is closed, bytes. */
  abstract readonly maxBacklogBytes: number;
}

export const STREAM_SETTINGS: StreamSettings = {
  maxClients: 200,
  heartbeatMs: 15_000,
  replayEvents: 4_096,
  summaryBacklogBytes: 256 * 1024,
  maxBacklogBytes: 4 * 1024 * 1024,
};
