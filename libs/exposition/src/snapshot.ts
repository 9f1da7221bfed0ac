import type { Family, Format } from './family';
import { headersOf } from './headers';
import type { Page } from './page';
import type { TargetView } from './target-series';
import { lineEnd } from './value-text';

/** What ends a whole exposition. */
export const END_MARKS: Readonly<Record<Format, string>> = { text: '', openmetrics: '# EOF\n' };

const PIECE_LENGTH = 64 * 1024;
const LINES_AT_ONCE = 256;

/** One instant of the store. It stays what it is, however the store changes and however long it is read. */
export class Snapshot {
  /** Made by {@link SeriesStore.snapshot} only. */
  constructor(
    private readonly families: readonly Family[],
    private readonly targets: readonly TargetView[],
    private readonly includes: (family: Family) => boolean,
    /** The version of the store at this instant. */
    readonly version: number,
  ) {}

  /** The exposition in pieces of about 64 KiB. */
  *chunks(format: Format): Generator<string, void> {
    yield* this.body(format);
    if (END_MARKS[format] !== '') yield END_MARKS[format];
  }

  /** The exposition without its end mark, so that more families can follow. */
  *body(format: Format): Generator<string, void> {
    const headers = headersOf(this.families, format);
    let text = '';
    for (const [index, family] of this.families.entries()) {
      if (!this.includes(family)) continue;
      let header = headers[index];
      for (const { head, page, extras } of this.targets) {
        const end = page.offsets[index + 1];
        if (page.offsets[index] === end) continue;
        text += header;
        header = '';
        const start = family.name + head + (extras.get(index) ?? '');
        for (let slot = page.offsets[index]; slot < end; slot += LINES_AT_ONCE) {
          text = appendLines(text, start, page, slot, Math.min(slot + LINES_AT_ONCE, end));
          if (text.length < PIECE_LENGTH) continue;
          yield text;
          text = '';
        }
      }
    }
    if (text !== '') yield text;
  }
}

/** One concatenation after the other: V8 then copies each part once, when the piece is written. */
function appendLines(text: string, start: string, { labels, values }: Page, from: number, to: number): string {
  for (let slot = from; slot < to; slot++) text = text + start + labels[slot] + lineEnd(values[slot]);
  return text;
}
