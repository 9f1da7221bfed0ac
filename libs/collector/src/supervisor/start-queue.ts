import type { Cancel, Clock } from '../common/clock';

/** Sessions that start at once, … */
const STARTS_PER_BATCH = 50;
/** … and the time until as many may follow, … */
const BATCH_INTERVAL_MS = 100;

/** Starts sessions in the order in which they come, a few at a time, so that thousands do not take all sockets at once. */
export class StartQueue {
  private readonly waiting = new Map<number, () => void>();
  private cancelPause: Cancel | undefined;
  private started = 0;

  /** @param isCrowded … unless those that have started still wait for each other */
  constructor(
    private readonly clock: Clock,
    private readonly isCrowded: () => boolean,
  ) {}

  /** Takes the place of what waits under this id. */
  add(id: number, start: () => void): void {
    this.waiting.set(id, start);
    if (this.cancelPause === undefined) this.pause();
    this.startSome();
  }

  remove(id: number): void {
    this.waiting.delete(id);
  }

  clear(): void {
    this.waiting.clear();
    this.cancelPause?.();
    this.cancelPause = undefined;
  }

  private pause(): void {
    this.started = 0;
    this.cancelPause = this.clock.after(BATCH_INTERVAL_MS, () => {
      this.cancelPause = undefined;
      if (this.waiting.size === 0) return;
      this.pause();
      this.startSome();
    });
  }

  private startSome(): void {
    for (const [id, start] of this.waiting) {
      if (this.started >= STARTS_PER_BATCH || this.isCrowded()) return;
      this.waiting.delete(id);
      this.started++;
      start();
    }
  }
}
