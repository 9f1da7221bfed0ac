import { setImmediate } from 'node:timers/promises';

/** How long one piece of work may keep everything else waiting, in ms. */
const TURN_MS = 8;

/** Lets sessions, scrapes and other requests have their turn during long work. */
export class Turns {
  private began = performance.now();

  /** Resolves at once, or after everybody else had a turn if this one has lasted long enough. */
  async next(): Promise<void> {
    if (performance.now() - this.began < TURN_MS) return;
    await setImmediate();
    this.began = performance.now();
  }
}
