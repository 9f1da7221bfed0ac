import { DestroyRef, Injectable, inject, signal } from '@angular/core';

const TICK_MS = 1000;

/**
 * The server's clock as this page knows it: times that the API sends are compared with it, so that a computer whose
 * own clock is wrong shows right ages. It ticks once a second.
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

  /** Sets the clock by a moment that the server has just named. */
  setBy(serverTime: number): void {
    this.skew = serverTime - Date.now();
    this._now.set(serverTime);
  }
}
