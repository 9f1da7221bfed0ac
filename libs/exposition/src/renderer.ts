import { encode } from './encode';
import type { Format } from './family';
import type { Selection, SeriesStore } from './series-store';
import type { Snapshot } from './snapshot';

/** A selection with a name: two of one name select the same. */
export interface NamedSelection extends Selection {
  readonly name: string;
}

/**
 * One exposition on its way to bytes, without its end mark. Whoever reads it says for how long it may work at a time, so that
 * others have their turn in between.
 */
export class Rendering {
  /** The version of the store that is rendered. */
  readonly version: number;
  private readonly written: Buffer[] = [];
  private size = 0;
  private isFinished = false;
  private readonly rest: Generator<string, void>;

  /** Made by {@link Renderer.begin} only. */
  constructor(
    snapshot: Snapshot,
    format: Format,
    private readonly finished: () => void,
  ) {
    this.version = snapshot.version;
    this.rest = snapshot.body(format);
  }

  /** What is written already, in order. */
  get pieces(): readonly Buffer[] {
    return this.written;
  }

  get bytes(): number {
    return this.size;
  }

  get isDone(): boolean {
    return this.isFinished;
  }

  /**
   * Works until it is done or the time is up; by a piece longer at the most.
   * @returns whether it is done
   */
  advance(milliseconds: number): boolean {
    const until = performance.now() + milliseconds;
    while (!this.isFinished && this.writePiece()) {
      if (performance.now() >= until) break;
    }
    return this.isFinished;
  }

  private writePiece(): boolean {
    const { done, value } = this.rest.next();
    if (done === true) {
      this.isFinished = true;
      this.finished();
      return false;
    }
    const piece = encode(value);
    this.written.push(piece);
    this.size += piece.length;
    return true;
  }
}

/** Renders the store, and nothing twice. */
export class Renderer {
  private readonly kept = new Map<string, Rendering>();

  /** @param options.keepBytes finished renderings of up to this size together are kept for as long as nothing changes */
  constructor(
    private readonly store: SeriesStore,
    private readonly options: { readonly keepBytes: number },
  ) {}

  /** The exposition of this instant: one that began when nothing was different, finished or not, or else a new one. */
  begin(selection: NamedSelection, format: Format): Rendering {
    this.forget();
    const key = `${format} ${selection.name}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const rendering = new Rendering(this.store.snapshot(selection), format, () => this.forget());
    this.kept.set(key, rendering);
    return rendering;
  }

  /** Lets go of what is no longer true, and of the oldest where it is too much. */
  private forget(): void {
    let bytes = 0;
    for (const [key, rendering] of [...this.kept].reverse()) {
      bytes += rendering.bytes;
      if (rendering.version !== this.store.version || bytes > this.options.keepBytes) this.kept.delete(key);
    }
  }
}
