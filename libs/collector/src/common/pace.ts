import type { Cancel, Clock } from './clock';

/** Lets callers continue one by one, in the order in which they asked, at most so many per second. */
export class Pace {
  private readonly waiting = new Set<() => void>();
  private readonly spacingMs: number;
  private nextAt = 0;
  private cancelTimer: Cancel | undefined;

  constructor(
    private readonly clock: Pick<Clock, 'monotonic' | 'after'>,
    perSecond: number,
  ) {
    this.spacingMs = 1000 / perSecond;
  }

  /** How many callers wait. */
  get queued(): number {
    return this.waiting.size;
  }

  /**
   * Calls `go` when it is the caller's turn, possibly at once.
   * @returns gives the turn up
   */
  ask(go: () => void): Cancel {
    const turn = (): void => go();
    this.waiting.add(turn);
    this.admit();
    return () => void this.waiting.delete(turn);
  }

  private admit(): void {
    if (this.cancelTimer !== undefined) return;
    const [turn] = this.waiting;
    if (turn === undefined) return;
    const early = this.nextAt - this.clock.monotonic();
    if (early > 0) {
      this.cancelTimer = this.clock.after(early, () => {
        this.cancelTimer = undefined;
        this.admit();
      });
      return;
    }
    this.waiting.delete(turn);
    this.nextAt = this.clock.monotonic() + this.spacingMs;
    turn();
    this.admit();
  }
}
