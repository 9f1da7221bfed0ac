import { problemFrom, RefusedError } from '../api/problem';
import { readServerEvents, type Fetch, type ServerEvent } from './server-events';

const PATH = '/api/stream';
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** The server sends at least a comment every 15 s; after twice that the connection is dead, whatever TCP says. */
const SILENCE_MS = 32_000;

/** What a reader reports. */
export interface StreamListener {
  /** Something arrived: events, or an empty list for a heartbeat. `isNew` with the first piece of every stream. */
  received(events: readonly ServerEvent[], isNew: boolean): void;
  /** The stream could not be opened, or ended; it is opened again. `refusal` is the server's reason, or empty. */
  lost(refusal: string): void;
}

/**
 * Reads the event stream and opens it again when it is lost, with growing pauses.
 *
 * `fetch` instead of `EventSource`, which does not show heartbeats, cannot continue after the `Last-Event-ID` of
 * another tab, and gives up after the first error page of a proxy.
 */
export class StreamReader {
  private lastId: string | null = null;
  private wake: () => void = () => undefined;

  constructor(
    private readonly fetch: Fetch,
    private readonly listener: StreamListener,
    private readonly random: () => number = Math.random,
  ) {}

  /** Continues after these events, which another tab has read. */
  remember(events: readonly ServerEvent[]): void {
    for (const { id } of events) if (id !== null) this.lastId = id;
  }

  async run(signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      let isNew = true;
      let refusal = '';
      try {
        for await (const events of this.read(signal)) {
          pause = FIRST_PAUSE_MS;
          this.remember(events);
          this.listener.received(events, isNew);
          isNew = false;
        }
      } catch (error) {
        // Whatever the cause, the stream is opened again; the banner says that it is lost.
        // A proxy that has no answer gives no detail.
        if (error instanceof RefusedError) refusal = error.problem.detail;
      }
      if (signal.aborted) return;
      this.listener.lost(refusal);
      await this.rest(pause * (0.5 + this.random() / 2), signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Opens the stream now instead of after the pause. */
  retry(): void {
    this.wake();
  }

  /** Reads one stream to its end. @throws when it cannot be opened, breaks or falls silent */
  private async *read(signal: AbortSignal): AsyncGenerator<ServerEvent[]> {
    const stop = new AbortController();
    const abort = () => stop.abort();
    let timer = setTimeout(abort, SILENCE_MS);
    signal.addEventListener('abort', abort);
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (this.lastId !== null) headers['Last-Event-ID'] = this.lastId;
      const response = await this.fetch(PATH, { headers, cache: 'no-store', signal: stop.signal });
      if (!response.ok || !response.body) {
        throw new RefusedError(problemFrom(response.status, await response.json().catch(() => null)));
      }
      yield [];
      for await (const events of readServerEvents(response.body)) {
        clearTimeout(timer);
        timer = setTimeout(abort, SILENCE_MS);
        yield events;
      }
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      stop.abort();
    }
  }

  private rest(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      signal.addEventListener('abort', this.wake, { once: true });
    });
  }
}
