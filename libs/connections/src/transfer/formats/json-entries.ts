import { depthAfter, parseShallow, structureOf } from '../../http/json';
import { invalid, unreadable } from '../../problems/problems';
import { Turns } from '../../turns';
import type { FileEntry } from './file-entry';

/**
 * The entries of an export, `{"connections": [ … ]}`, or of a bare list. Each is parsed by itself: parsing 64 MiB at
 * once would hold everything else up for a second.
 */
export async function* jsonEntries(text: string): AsyncGenerator<FileEntry> {
  const { spans, rest } = await split(text, new Turns());
  parseShallow(rest, 'The file');
  const turns = new Turns();
  for (const [index, span] of spans.entries()) {
    await turns.next();
    yield { value: parseShallow(text.slice(...span), `Entry ${index + 1} of the file`), isTextual: false };
  }
}

type Span = readonly [from: number, to: number];

/** Looking at the clock at every comma would cost more than the work. */
const MARKS_PER_LOOK = 1_000;

/** Where each entry is, and the text without them. */
async function split(text: string, turns: Turns): Promise<{ spans: Span[]; rest: string }> {
  const list = new ListFinder(text);
  const spans: Span[] = [];
  let depth = 0;
  let from = 0;
  let marks = 0;
  for (const at of structureOf(text)) {
    if (++marks % MARKS_PER_LOOK === 0) await turns.next();
    const character = text[at];
    if (list.closed === undefined && list.opened !== undefined && depth === list.depth) {
      if (character === ',' || character === ']') {
        spans.push([from, at]);
        from = at + 1;
      }
      if (character === ']') list.closed = at;
    }
    list.look(character, at, depth);
    if (list.opened === at) from = at + 1;
    depth = depthAfter(character, depth);
  }
  return { spans: withoutEmptyList(text, spans), rest: list.textWithout() };
}

/** Finds the list of connections: the text's own, or that of the key `connections`. */
class ListFinder {
  opened: number | undefined;
  closed: number | undefined;
  /** The nesting inside the list. */
  depth = 0;
  private before = -1;
  private isNext = false;

  constructor(private readonly text: string) {}

  look(character: string | undefined, at: number, depth: number): void {
    if (this.opened !== undefined) return;
    if (character === '[' && (depth === 0 || this.isNext)) {
      this.opened = at;
      this.depth = depth + 1;
    }
    this.isNext = depth === 1 && character === ':' && this.text.slice(this.before + 1, at).trim() === '"connections"';
    this.before = at;
  }

  /** @throws ProblemError 400 where the list does not end, 422 where there is none */
  textWithout(): string {
    if (this.opened === undefined) {
      // What is no JSON at all is told so.
      parseShallow(this.text, 'The file');
      throw invalid([{ pointer: '/connections', message: 'must be a list of connections' }]);
    }
    if (this.closed === undefined) throw unreadable('The file is not JSON: its list of connections does not end.');
    return this.text.slice(0, this.opened + 1) + this.text.slice(this.closed);
  }
}

/** Between the brackets of an empty list is one span of white space, which is no entry. */
function withoutEmptyList(text: string, spans: Span[]): Span[] {
  const [only] = spans;
  return spans.length === 1 && only !== undefined && text.slice(...only).trim() === '' ? [] : spans;
}
