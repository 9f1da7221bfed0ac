import { readEvents, type Fetch } from './read-events';
import type { ServerEvent } from './server-events';

const URL = 'api/stream';
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** What a reader tells of. */
export interface StreamListener {
  /** Something was heard: events, or nothing but a sign of life. `isNew` with the first word of every stream. */
  heard(events: readonly ServerEvent[], isNew: boolean): void;
  /** The stream could not be had or is lost; it is tried again. */
  lost(): void;
}

/** Reads the event stream, and again and again when it is lost: soon at first, then less often. */
export class StreamReader {
  private lastId: string | null = null;
  private wake: () => void = () => undefined;

  constructor(
    private readonly fetch: Fetch,
    private readonly listener: StreamListener,
    private readonly random: () => number = Math.random,
  ) {}

  /** Where to go on from when the stream was read by another tab before. */
  remember(events: readonly ServerEvent[]): void {
    for (const { id } of events) if (id !== null) this.lastId = id;
  }

  async run(signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      let isNew = true;
      try {
        for await (const events of readEvents(this.fetch, URL, this.lastId, signal)) {
          pause = FIRST_PAUSE_MS;
          this.remember(events);
          this.listener.heard(events, isNew);
          isNew = false;
        }
      } catch {
        // Whatever the cause, the remedy is the same; the banner says that the stream is lost.
      }
      if (signal.aborted) return;
      this.listener.lost();
      await this.rest(pause * (0.5 + this.random() / 2), signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Tries again now rather than after the pause. */
  retry(): void {
    this.wake();
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
