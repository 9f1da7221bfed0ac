import { Columns } from './columns';
import type { Family, Format } from './family';
import type { FamilyTexts } from './family-texts';
import type { TargetView } from './target-series';

/** What ends a whole exposition. */
export const END_MARKS: Readonly<Record<Format, string>> = { text: '', openmetrics: '# EOF\n' };

/** In UTF-16 units: even a piece of two bytes a unit is then small enough for the young generation of V8. */
const PIECE_LENGTH = 48 * 1024;
const LINES_AT_ONCE = 64;

/** One instant of the store. It stays what it is, however the store changes and however long it is read. */
export class Snapshot {
  /** Made by {@link SeriesStore.snapshot} only. */
  constructor(
    private readonly families: readonly Family[],
    private readonly texts: FamilyTexts,
    private readonly targets: readonly TargetView[],
    private readonly includes: (family: Family) => boolean,
    /** The version of the store at this instant. */
    readonly version: number,
  ) {}

  /** The exposition in pieces of about 48 KiB. */
  *chunks(format: Format): Generator<string, void> {
    yield* this.body(format);
    if (END_MARKS[format] !== '') yield END_MARKS[format];
  }

  /** The exposition without its end mark, so that more families can follow. */
  *body(format: Format): Generator<string, void> {
    const { names, headers } = this.texts;
    const columns = new Columns(this.targets, this.families.length);
    let text = '';
    for (let family = 0; family < this.families.length; family++) {
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
