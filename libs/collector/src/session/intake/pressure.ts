/** How late the event loop may be before sessions spare it. */
const TOLERATED_MS = 100;
const TICK_MS = 100;

/** Knows whether the process keeps up: a tick that is overdue means that everything else is too. */
export class LoopMonitor {
  private lastTick = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly monotonic: () => number) {}

  start(): void {
    this.tick();
    this.timer = setInterval(() => this.tick(), TICK_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** @param at monotonic ms */
  isLate(at: number): boolean {
    return this.timer !== undefined && at - this.lastTick > TICK_MS + TOLERATED_MS;
  }

  private tick(): void {
    this.lastTick = this.monotonic();
  }
}

/** A device may use so much of the process' time at once … */
const BURST_MS = 150;
/** … and so much of every second. */
const SHARE_MS = 50;

/** One device's share of the process' time: a leaky bucket of milliseconds. */
export class TimeBudget {
  private spent = 0;
  private at = 0;

  /** @param at monotonic ms */
  spend(ms: number, at: number): void {
    this.leak(at);
    // Bounded, so that one dear message does not put a device under pressure for long.
    this.spent = Math.min(this.spent + ms, 2 * BURST_MS);
  }

  isExceeded(at: number): boolean {
    this.leak(at);
    return this.spent > BURST_MS;
  }

  private leak(at: number): void {
    this.spent = Math.max(0, this.spent - ((at - this.at) / 1000) * SHARE_MS);
    this.at = at;
  }
}
