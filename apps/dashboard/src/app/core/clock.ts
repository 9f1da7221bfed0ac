import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';

const TICK_MS = 1000;

/** How far this computer's own clock and the time that has passed may differ from one tick to the next. */
const JUMP_MS = 2000;

/**
 * The server's clock, which ticks once a second. Ages of dates are computed with it, so that they are right on a computer
 * whose own clock is wrong. Everything else that lasts is measured in the time that passes on this page, by
 * `performance.now()`: neither clock being set changes that.
 */
@Injectable({ providedIn: 'root' })
export class Clock {
  /** The server's date when this page's time was 0. */
  private readonly epoch = signal(Date.now() - performance.now());
  private readonly tick = signal(performance.now());
  private readonly _jumps = signal(0);

  /** This page's time at the last tick, as `performance.now()`, ms. */
  readonly elapsed = this.tick.asReadonly();
  /** Now by the server's clock, ms since the epoch. */
  readonly now = computed(() => Math.round(this.epoch() + this.tick()));
  /** How often this computer's clock was set, or the computer slept: what is known of the server's time is doubtful then. */
  readonly jumps = this._jumps.asReadonly();

  constructor() {
    let ahead = Date.now() - performance.now();
    const timer = setInterval(() => {
      const before = ahead;
      this.tick.set(performance.now());
      ahead = Date.now() - performance.now();
      if (Math.abs(ahead - before) > JUMP_MS) this._jumps.update((jumps) => jumps + 1);
    }, TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Sets the clock to the server's time. */
  setBy(serverTime: number): void {
    const elapsed = performance.now();
    this.epoch.set(serverTime - elapsed);
    this.tick.set(elapsed);
  }

  /** The date of a moment of this page's time, by the server's clock. */
  dateOf(elapsed: number): number {
    return Math.round(this.epoch() + elapsed);
  }
}
