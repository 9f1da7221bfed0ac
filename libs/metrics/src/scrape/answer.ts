import type { HeldBytes } from './held-bytes';

const MiB = 2 ** 20;

/** One exposition on its way to one scraper. */
export class Answer {
  private taken = 0;
  private sentBytes = 0;
  private readonly totalBytes: number;
  /** Looks at it since the scraper last took something. */
  private looksSinceMove = 0;
  private isOver = false;

  /**
   * @param begunAt when sending began, on the monotonic clock; ms
   * @param waitMs how long the scraper waits for the whole of it
   * @param hangUp ends the connection
   */
  constructor(
    private readonly pieces: readonly Buffer[],
    private readonly held: HeldBytes,
    readonly begunAt: number,
    private readonly waitMs: number,
    private readonly hangUp: () => void,
  ) {
    this.totalBytes = pieces.reduce((bytes, { length }) => bytes + length, 0);
    held.hold(pieces);
  }

  /** The scraper has taken the next piece, which is not held for it any more. */
  took(piece: Buffer): void {
    this.looksSinceMove = 0;
    if (this.isOver) return;
    this.taken++;
    this.sentBytes += piece.length;
    this.held.release([piece]);
  }

  /** Counts a look at it: time itself passes for nobody while the process is busy. */
  look(): void {
    this.looksSinceMove++;
  }

  /** Nothing was taken at so many looks, or it goes so slowly that it cannot end in time. */
  isStuck(looks: number, now: number): boolean {
    return this.looksSinceMove >= looks || this.isTooSlow(now);
  }

  /** Bytes per millisecond. */
  speed(now: number): number {
    return this.sentBytes / Math.max(now - this.begunAt, 1);
  }

  /** It is sent, or the scraper has gone: nothing is held for it any more. */
  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.held.release(this.pieces.slice(this.taken));
  }

  cut(): void {
    this.end();
    this.hangUp();
  }

  /** A megabyte fits into the buffers of the system, so that it says nothing. */
  private isTooSlow(now: number): boolean {
    const elapsed = now - this.begunAt;
    return this.totalBytes > MiB && this.sentBytes * this.waitMs < this.totalBytes * elapsed;
  }
}
