import type { HeldBytes } from './held-bytes';

const MiB = 2 ** 20;

/** One answer on its way to one client: whole from the beginning, or a stream that grows. */
export class Answer {
  private readonly unread: Buffer[];
  private sentBytes = 0;
  private totalBytes: number;
  private looksSinceMove = 0;
  private isOver = false;

  /**
   * @param begunAt when sending began, on the monotonic clock; ms
   * @param waitMs how long the client waits for the whole of it; infinite for a stream
   * @param hangUp ends the connection
   */
  constructor(
    pieces: readonly Buffer[],
    private readonly held: HeldBytes,
    readonly begunAt: number,
    private readonly waitMs: number,
    private readonly hangUp: () => void,
  ) {
    this.unread = [...pieces];
    this.totalBytes = pieces.reduce((bytes, { length }) => bytes + length, 0);
    held.hold(pieces);
  }

  /** It never ends: only what it holds counts. */
  get isStream(): boolean {
    return this.waitMs === Infinity;
  }

  /** Pieces that the client has not taken. */
  get unreadPieces(): number {
    return this.unread.length;
  }

  /** Looks at it since the client last took something that was there for it. */
  get idleLooks(): number {
    return this.looksSinceMove;
  }

  /** Another piece of a stream. */
  add(piece: Buffer): void {
    if (this.isOver) return;
    this.unread.push(piece);
    this.totalBytes += piece.length;
    this.held.hold([piece]);
  }

  /** Writes the next piece. @returns whether there is room for more */
  write(to: { write(piece: Buffer): boolean }): boolean {
    return this.unread.length === 0 || to.write(this.unread[0]);
  }

  /** The client has taken the next piece, which is not held for it any more. */
  took(): void {
    this.looksSinceMove = 0;
    const piece = this.unread.shift();
    if (piece === undefined) return;
    this.sentBytes += piece.length;
    this.held.release([piece]);
  }

  /** Counts a look at it: time itself passes for nobody while the process is busy. */
  look(): void {
    if (this.unread.length > 0) this.looksSinceMove++;
  }

  /** Nothing was taken at so many looks, or it goes so slowly that it cannot end in time. */
  isStuck(looks: number, now: number): boolean {
    return this.looksSinceMove >= looks || this.isTooSlow(now);
  }

  /** Bytes per millisecond. */
  speed(now: number): number {
    return this.sentBytes / Math.max(now - this.begunAt, 1);
  }

  /** It is sent, or the client has gone: nothing is held for it any more. */
  end(): void {
    this.isOver = true;
    this.held.release(this.unread.splice(0));
  }

  cut(): void {
    this.end();
    this.hangUp();
  }

  /** A megabyte fits into the buffers of the system, so that it says nothing. */
  private isTooSlow(now: number): boolean {
    if (this.isStream || this.totalBytes <= MiB) return false;
    return this.sentBytes * this.waitMs < this.totalBytes * (now - this.begunAt);
  }
}
