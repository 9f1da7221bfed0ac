import { retryLater } from '@snp/http';

/** Imports that may wait for the one before; each of them holds its file in memory. */
const MAX_WAITING = 4;

/** When to try again, ms; most files are read by then. */
const RETRY_AFTER_MS = 5_000;

/** Imports one file after the other, in the order in which they come: reading one takes a process and its memory. */
export class ImportQueue {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  /**
   * Runs `work` when all imports before it have ended.
   * @throws ProblemError 429 when too many wait already; the signal's reason when it has ended meanwhile
   */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.waiting > MAX_WAITING) {
      const detail = `${MAX_WAITING} imports are already waiting. Nothing was changed; try again later.`;
      throw retryLater(429, 'too-many-imports', 'Too many imports', detail, RETRY_AFTER_MS);
    }
    this.waiting++;
    const result = this.last.then(() => {
      signal.throwIfAborted();
      return work();
    });
    this.last = result.then(
      () => undefined,
      () => undefined,
    );
    return result.finally(() => this.waiting--);
  }
}
