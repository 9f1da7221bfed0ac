import { DestroyRef, Injectable, inject, signal } from '@angular/core';

const TICK_MS = 1000;

/**
 * The server's clock, which ticks once a second. Ages are computed with it, so that they are right on a computer whose
 * own clock is wrong.
 */
@Injectable({ providedIn: 'root' })
export class Clock {
  private skew = 0;
  private readonly _now = signal(Date.now());

  /** Now by the server's clock, ms since the epoch. */
  readonly now = this._now.asReadonly();

  constructor() {
    const timer = setInterval(() => this._now.set(Date.now() + this.skew), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Sets the clock to the server's time. */
  setBy(serverTime: number): void {
    this.skew = serverTime - Date.now();
    this._now.set(serverTime);
  }
}
