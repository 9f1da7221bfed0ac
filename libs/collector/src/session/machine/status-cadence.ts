import type { Timing } from '../../device/timing';

const MINUTE_MS = 60_000;
/** A gap counts for so long after it ended. */
const WINDOW_MINUTES = 10;
/** A gap that is longer than the longest one by this factor is unusual. */
const UNUSUAL = 3;

/** The longest gap that ended in one minute. */
interface Minute {
  readonly minute: number;
  gapMs: number;
}

/**
 * Learns how often the statuses of a live session come, and how long a gap between them is normal. Times are monotonic ms.
 * If the device answers only because it was subscribed to again, the wait doubles until statuses come by themselves: a
 * device whose objects hardly change is asked less and less often.
 */
export class StatusCadence {
  private readonly minutes: Minute[] = [];
  private answeredAt = -Infinity;
  private isInterrupted = false;
  private isRefused = false;

  /**
   * @param lastAt when the first status of the session came
   * @param wait how long a gap is normal at first, ms
   */
  constructor(
    private lastAt: number,
    private readonly timing: Pick<Timing, 'statusWaitMs' | 'mostStatusWaitMs'>,
    private wait: number = timing.statusWaitMs,
  ) {}

  /** @returns that of the device's next session, whose first status came at `lastAt` */
  next(lastAt: number): StatusCadence {
    return new StatusCadence(lastAt, this.timing, this.isRefused ? this.doubled() : undefined);
  }

  /** How long a gap without a status is normal, ms. */
  get waitMs(): number {
    return this.wait;
  }

  /** How long ago the last status came, ms. */
  ageMs(now: number): number {
    return now - this.lastAt;
  }

  /** A status message has come by itself. */
  arrived(at: number): void {
    if (!this.isInterrupted) this.learn(at - this.lastAt, Math.floor(at / MINUTE_MS));
    const usual = Math.max(this.timing.statusWaitMs, UNUSUAL * this.longestGap());
    // What follows an answer soon may be part of it.
    const isByItself = at - this.answeredAt >= this.timing.statusWaitMs;
    this.wait = isByItself ? usual : Math.max(this.wait, usual);
    this.came(at);
  }

  /** A status message has come after a subscription was sent again: the gap before it says nothing about the device. */
  answered(at: number): void {
    this.wait = this.doubled();
    this.answeredAt = at;
    this.came(at);
  }

  /** The device has ended the session in answer to another subscription: it is alive, and is asked less often from now on. */
  refused(): void {
    this.isRefused = true;
  }

  /** The process stood still: it cannot say how long the gap was that ends with the next status. */
  interrupted(): void {
    this.isInterrupted = true;
  }

  private doubled(): number {
    return Math.max(this.wait, Math.min(2 * this.wait, this.timing.mostStatusWaitMs));
  }

  private came(at: number): void {
    this.lastAt = at;
    this.isInterrupted = false;
  }

  private learn(ms: number, minute: number): void {
    // A longer gap is only known for as long as gaps count.
    const gapMs = Math.min(ms, WINDOW_MINUTES * MINUTE_MS);
    const latest = this.minutes.at(-1);
    if (latest?.minute === minute) latest.gapMs = Math.max(latest.gapMs, gapMs);
    else this.minutes.push({ minute, gapMs });
    while (this.minutes[0] !== undefined && this.minutes[0].minute < minute - WINDOW_MINUTES) this.minutes.shift();
  }

  private longestGap(): number {
    return this.minutes.reduce((longest, { gapMs }) => Math.max(longest, gapMs), 0);
  }
}
