import { depthAfter, invalid, parseShallow, structureOf, unreadable } from '@snp/http';
import { Turns } from '../../turns';
import { MAX_ENTRIES, tooManyEntries, type FileEntry } from './file-entry';

/**
 * The entries of an export, `{"connections": [ … ]}`, or of a bare list. Each is parsed by itself: parsing 64 MiB at
 * once would hold everything else up for a second.
 */
export async function* jsonEntries(text: string): AsyncGenerator<FileEntry> {
  const { spans, rest } = await split(text);
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
async function split(text: string): Promise<{ spans: readonly Span[]; rest: string }> {
  const turns = new Turns();
  const scanner = new EntryScanner(text);
  let marks = 0;
  for (const at of structureOf(text)) {
    if (++marks % MARKS_PER_LOOK === 0) await turns.next();
    scanner.see(at);
  }
  return scanner.end();
}

/** Finds the list of connections, the text's own or that of the key `connections`, and the entries in it. */
class EntryScanner {
  private readonly spans: Span[] = [];
  private depth = 0;
  /** The list, once its bracket is seen. */
  private list: { readonly opened: number; readonly depth: number; closed?: number } | undefined;
  /** Where the entry begins that is being looked at. */
  private from = 0;
  /** The structural character before, and whether what it ends is the key of the list. */
  private before = -1;
  private isAfterKey = false;

  constructor(private readonly text: string) {}

  /** Takes the next structural character. */
  see(at: number): void {
    const character = this.text[at];
    const { list, depth } = this;
    if (list === undefined) this.lookForList(character, at);
    else if (list.closed === undefined && depth === list.depth) this.lookForEntry(character, at, list);
    this.depth = depthAfter(character, depth);
  }

  /** @throws ProblemError 400 where the list does not end, 422 where there is none */
  end(): { spans: readonly Span[]; rest: string } {
    const { list, text } = this;
    if (list === undefined) {
      // What is no JSON at all is told so.
      parseShallow(text, 'The file');
      throw invalid([{ pointer: '/connections', message: 'must be a list of connections' }]);
    }
    if (list.closed === undefined) throw unreadable('The file is not JSON: its list of connections does not end.');
    return { spans: this.spans, rest: text.slice(0, list.opened + 1) + text.slice(list.closed) };
  }

  private lookForList(character: string | undefined, at: number): void {
    if (character === '[' && (this.depth === 0 || this.isAfterKey)) {
      this.list = { opened: at, depth: this.depth + 1 };
      this.from = at + 1;
    }
    const isKey = this.depth === 1 && character === ':';
    this.isAfterKey = isKey && this.text.slice(this.before + 1, at).trim() === '"connections"';
    this.before = at;
  }

  private lookForEntry(character: string | undefined, at: number, list: { closed?: number }): void {
    if (character !== ',' && character !== ']') return;
    if (character === ']') list.closed = at;
    // Between the brackets of an empty list is nothing, which is no entry.
    const isEmpty = character === ']' && this.spans.length === 0 && this.text.slice(this.from, at).trim() === '';
    if (!isEmpty) this.spans.push([this.from, at]);
    if (this.spans.length > MAX_ENTRIES) throw tooManyEntries();
    this.from = at + 1;
  }
}
