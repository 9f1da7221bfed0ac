import { Columns } from './columns';
import type { Family, Format } from '../family';
import type { FamilyTexts } from '../text/family-texts';
import type { TargetView } from './target-series';

/** What ends a whole exposition. */
export const END_MARKS: Readonly<Record<Format, string>> = { text: '', openmetrics: '# EOF\n' };

/** In UTF-16 units: even a piece of two bytes a unit is then small enough for the young generation of V8. */
const PIECE_LENGTH = 48 * 1024;
const LINES_AT_ONCE = 64;
/** Families in a row, from one to before another, that are rendered together, or not at all where nothing has changed. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** One instant of the store. It stays what it is, however the store changes and however long it is read. */
export class Snapshot {
  private readonly columns: Columns;

  /** Made by {@link SeriesStore.snapshot} only. */
  constructor(
    private readonly families: readonly Family[],
    private readonly texts: FamilyTexts,
    private readonly targets: readonly TargetView[],
    private readonly includes: (family: Family) => boolean,
    /** The version of the store at this instant. */
    readonly version: number,
  ) {
    this.columns = new Columns(targets, families.length);
  }

  /** What it takes of memory while it is held, about. */
  get bytes(): number {
    return this.columns.bytes;
  }

  /** The exposition in pieces of about 48 KiB. */
  *chunks(format: Format): Generator<string, void> {
    yield* this.lines(format, { from: 0, to: this.families.length });
    if (END_MARKS[format] !== '') yield END_MARKS[format];
  }

  /** All families, in blocks of so many series at least; a big family is a block of its own. */
  *blocks(least: number): Generator<Block, void> {
    let from = 0;
    let series = 0;
    for (let family = 0; family < this.families.length; family++) {
      series += this.columns.count(family);
      if (series < least) continue;
      yield { from, to: family + 1 };
      from = family + 1;
      series = 0;
    }
    if (from < this.families.length) yield { from, to: this.families.length };
  }

  /** Whether a block reads the same at another instant of the same store, for the same selection. */
  isSame({ from, to }: Block, { targets }: Snapshot): boolean {
    return (
      this.targets.length === targets.length &&
      this.targets.every(({ head, page, extras }, at) => {
        const other = targets[at];
        return head === other.head && extras === other.extras && page.equals(other.page, from, to);
      })
    );
  }

  /** The exposition of a block, without an end mark, in pieces of about 48 KiB. */
  *lines(format: Format, { from, to }: Block): Generator<string, void> {
    const { columns } = this;
    const { names, headers } = this.texts;
    let text = '';
    for (let family = from; family < to; family++) {
      if (!this.includes(this.families[family])) continue;
      let header = headers[format][family];
      for (let target = 0; target < this.targets.length; target++) {
        const end = columns.end(family, target);
        for (let slot = columns.start(family, target); slot < end; slot += LINES_AT_ONCE) {
          text += header;
          header = '';
          text += columns.lines(names[family], family, target, slot, Math.min(slot + LINES_AT_ONCE, end));
          if (text.length < PIECE_LENGTH) continue;
          yield text;
          text = '';
        }
      }
    }
    if (text !== '') yield text;
  }
}
