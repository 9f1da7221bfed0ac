import type { HeldBytes } from '@snp/http';
import { compress } from './compress';

/** The bytes of one exposition in pieces, to be sent to any number of scrapers. */
export type Exposition = readonly Buffer[];

/** Nobody waits for the exposition any more. */
export class Abandoned extends Error {}

/** One exposition in the making, shared by all who ask for the same thing. */
export class SharedExposition {
  /** The store's version at the instant of the exposition, once that is taken. */
  version: number | undefined;
  private readonly plain: Promise<Exposition>;
  private compressed: Promise<Exposition> | undefined;
  private waiting = 0;
  private hasFailed = false;
  private readonly pieces: Buffer[] = [];

  /** @param make may end with `Abandoned` when it finds that the exposition is not wanted */
  constructor(
    make: (self: SharedExposition) => Promise<Exposition>,
    private readonly held: HeldBytes,
  ) {
    this.plain = make(this);
    this.plain.catch(() => (this.hasFailed = true)); // told to those who wait, if there is anybody
  }

  get isWanted(): boolean {
    return this.waiting > 0;
  }

  /** Whether it is, or will be, what would be rendered now. */
  isOf(version: number): boolean {
    return !this.hasFailed && (this.version ?? version) === version;
  }

  /**
   * Waits for it.
   * @throws the reason of the signal when that comes first
   */
  async wait(isCompressed: boolean, signal: AbortSignal): Promise<Exposition> {
    this.waiting++;
    try {
      return await unlessAborted(isCompressed ? this.compress() : this.plain, signal);
    } finally {
      this.waiting--;
    }
  }

  /** What has been rendered for it. */
  get bytes(): number {
    return this.pieces.reduce((bytes, { length }) => bytes + length, 0);
  }

  /** @param pieces all that there are until now */
  holds(pieces: Exposition): void {
    const fresh = pieces.slice(this.pieces.length);
    this.held.hold(fresh);
    this.pieces.push(...fresh);
  }

  /** When it is made, or has failed. */
  async settled(): Promise<void> {
    await this.plain.catch(() => undefined);
  }

  /** Nobody will ask for it any more: once it is compressed, its pieces are those of the answers only. */
  async release(): Promise<void> {
    await this.compressed?.catch(() => undefined);
    this.held.release(this.pieces.splice(0));
  }

  private compress(): Promise<Exposition> {
    this.compressed ??= this.plain.then(compress);
    return this.compressed;
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
