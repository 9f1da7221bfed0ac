import { encode } from './text/encode';
import type { Format } from './family';
import type { Selection, SeriesStore } from './store/series-store';
import type { Block, Snapshot } from './store/snapshot';

/** So many series make a block: of usual length they fill about a piece. */
const BLOCK_SERIES = 512;

export interface RendererOptions {
  /** Renderings of up to this size together, and their instants, are kept, for what will not have changed. */
  readonly keepBytes: number;
  /** How many series are rendered together at least. */
  readonly blockSeries?: number;
}

/** A selection with a name: two of one name select the same. */
export interface NamedSelection extends Selection {
  readonly name: string;
}

/**
 * One exposition on its way to bytes, without its end mark. Whoever reads it says for how long it may work at a time, so that
 * others have their turn in between.
 */
export class Rendering {
  private readonly written: Buffer[] = [];
  /** The pieces of each block that is written, by its first family. */
  private readonly blocks = new Map<number, { readonly to: number; readonly pieces: readonly Buffer[] }>();
  private size = 0;
  private rest: Iterator<Buffer, void> | undefined;

  /**
   * Made by {@link Renderer.begin} only.
   * @param earlier a rendering of the same question, whose blocks are taken over where they read the same
   */
  constructor(
    private readonly snapshot: Snapshot,
    private readonly format: Format,
    blocks: readonly Block[],
    earlier: Rendering | undefined,
    private readonly finished: () => void,
  ) {
    this.rest = this.render(blocks, earlier);
  }

  /** The version of the store that is rendered. */
  get version(): number {
    return this.snapshot.version;
  }

  /** What is written already, in order. */
  get pieces(): readonly Buffer[] {
    return this.written;
  }

  get bytes(): number {
    return this.size;
  }

  /** What it takes of memory while it is kept: one of a few families holds its whole instant. */
  get heldBytes(): number {
    return this.size + this.snapshot.bytes;
  }

  get isDone(): boolean {
    return this.rest === undefined;
  }

  /**
   * Works until it is done or the time is up; by a piece longer at the most.
   * @returns whether it is done
   */
  advance(milliseconds: number): boolean {
    const until = performance.now() + milliseconds;
    while (this.writePiece()) {
      if (performance.now() >= until) break;
    }
    return this.isDone;
  }

  private writePiece(): boolean {
    if (this.rest === undefined) return false;
    const { done, value } = this.rest.next();
    if (done === true) {
      this.rest = undefined; // and with it the earlier rendering
      this.finished();
      return false;
    }
    this.written.push(value);
    this.size += value.length;
    return true;
  }

  private *render(blocks: readonly Block[], earlier: Rendering | undefined): Generator<Buffer, void> {
    for (const block of blocks) {
      const known = earlier?.piecesOf(block, this.snapshot);
      const pieces: Buffer[] = [];
      for (const piece of known ?? this.write(block)) {
        pieces.push(piece);
        yield piece;
      }
      this.blocks.set(block.from, { to: block.to, pieces });
    }
  }

  private *write(block: Block): Generator<Buffer, void> {
    for (const text of this.snapshot.lines(this.format, block)) yield encode(text);
  }

  /** The pieces of a block, where it reads the same at another instant. */
  private piecesOf(block: Block, instant: Snapshot): readonly Buffer[] | undefined {
    const known = this.blocks.get(block.from);
    return known?.to === block.to && instant.isSame(block, this.snapshot) ? known.pieces : undefined;
  }
}

/** Renders the store, and nothing twice. */
export class Renderer {
  /** The latest rendering of each question, in the order in which they were begun. */
  private readonly kept = new Map<string, Rendering>();

  constructor(
    private readonly store: SeriesStore,
    private readonly options: RendererOptions,
  ) {}

  /** The exposition of this instant: one that began when nothing was different, finished or not, or else a new one. */
  begin(selection: NamedSelection, format: Format): Rendering {
    this.forget();
    const key = `${format} ${selection.name}`;
    const known = this.kept.get(key);
    if (known?.version === this.store.version) return known;
    const snapshot = this.store.snapshot(selection);
    const blocks = [...snapshot.blocks(this.options.blockSeries ?? BLOCK_SERIES)];
    const rendering = new Rendering(snapshot, format, blocks, known, () => this.forget());
    this.kept.delete(key);
    this.kept.set(key, rendering);
    return rendering;
  }

  /** Drops the oldest renderings above the limit. */
  private forget(): void {
    let bytes = 0;
    for (const [key, rendering] of [...this.kept].reverse()) {
      bytes += rendering.heldBytes;
      if (bytes > this.options.keepBytes) this.kept.delete(key);
    }
  }
}
