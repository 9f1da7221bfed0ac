import type { Family, Format } from './family';
import type { FamilyTexts } from './family-texts';
import type { TargetView } from './target-series';
import { lineEnd } from './value-text';

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
    let text = '';
    for (const [index, family] of this.families.entries()) {
      if (!this.includes(family)) continue;
      let header = headers[format][index];
      for (const target of this.targets) {
        if (target.page.offsets[index] === target.page.offsets[index + 1]) continue;
        text += header;
        header = '';
        const end = target.page.offsets[index + 1];
        for (let slot = target.page.offsets[index]; slot < end; slot += LINES_AT_ONCE) {
          text += linesOf(target, index, names[index], slot, Math.min(slot + LINES_AT_ONCE, end));
          if (text.length < PIECE_LENGTH) continue;
          yield text;
          text = '';
        }
      }
    }
    if (text !== '') yield text;
  }
}

/**
 * The lines of a family's series from one slot to another, put together anew each time: the parts of a line are shared and
 * at hand, whereas a finished text would have to be fetched from far memory, which takes as long.
 */
function linesOf({ head, page, extras }: TargetView, index: number, name: string, from: number, to: number): string {
  const { labels, values } = page;
  // Joined rather than concatenated: one flat string, whose copies are copied in one go.
  const start = [name, head, extras.get(index)].join('');
  let lines = '';
  for (let slot = from; slot < to; slot++) lines = lines + start + labels[slot] + lineEnd(values[slot]);
  return lines;
}
