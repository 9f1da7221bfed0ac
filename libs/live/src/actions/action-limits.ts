import { MAX_PROBE_MS, type Cancel, type Clock } from '@snp/collector';
import { retryLater } from '@snp/http';

/** Connection tests and discoveries in progress, of all clients together. */
const MAX_UNDER_WAY = 10;
/** Those that one client may start within a minute. */
const MAX_PER_CLIENT = 10;
const WINDOW_MS = 60_000;
const MAX_CLIENTS = 10_000;

/** Limits what people can have the exporter do at devices. */
export class ActionLimits {
  private underWay = 0;
  /** By client: when it started its latest actions, monotonic ms, the oldest first; the client that started last is last. */
  private readonly started = new Map<string, number[]>();

  constructor(private readonly clock: Pick<Clock, 'monotonic'>) {}

  /**
   * An action begins, where it may.
   * @param client who asks
   * @returns to be called when it has ended
   * @throws ProblemError 429
   */
  begin(client: string): Cancel {
    if (this.underWay >= MAX_UNDER_WAY) {
      const detail = `${MAX_UNDER_WAY} connection tests and discoveries are already in progress. Try again later.`;
      throw retryLater(429, 'too-many-tests', 'Too many tests in progress', detail, MAX_PROBE_MS);
    }
    this.countOne(client);
    this.underWay++;
    let isOver = false;
    return () => {
      if (!isOver) this.underWay--;
      isOver = true;
    };
  }

  private countOne(client: string): void {
    const now = this.clock.monotonic();
    const times = (this.started.get(client) ?? []).filter((at) => now - at < WINDOW_MS);
    const [first] = times;
    if (first !== undefined && times.length >= MAX_PER_CLIENT) {
      const waitMs = WINDOW_MS - (now - first);
      const wait = Math.max(1, Math.ceil(waitMs / 1000));
      const detail = `You started ${MAX_PER_CLIENT} connection tests or discoveries within a minute. Try again in ${wait} s.`;
      throw retryLater(429, 'too-many-tests', 'Too many tests', detail, waitMs);
    }
    this.started.delete(client);
    this.started.set(client, [...times, now]);
    this.forgetOldest(now);
  }

  private forgetOldest(now: number): void {
    for (const [client, times] of this.started) {
      if (this.started.size <= MAX_CLIENTS && now - (times.at(-1) ?? 0) < WINDOW_MS) return;
      this.started.delete(client);
    }
  }
}
