import type { ServerResponse } from 'node:http';
import { busy } from '../problems/problems';

/** What is made of a body takes several times its size. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The bodies of the requests that are being handled: they stay in memory, and each takes its time. */
export class HandledBodies {
  private total = 0;

  constructor(private readonly mostBytes = MOST_BYTES) {}

  /**
   * Counts a body until its request is answered.
   * @throws ProblemError 503 when there are too many already
   */
  take(bytes: number, response: ServerResponse): void {
    if (bytes === 0 || response.closed) return;
    if (this.total > 0 && this.total + bytes > this.mostBytes) throw busy('Too many large requests are being handled.');
    this.total += bytes;
    response.once('close', () => (this.total -= bytes));
  }
}
