import { FileRefused, tooDeep, tooLargeEntry, tooManyEntries, type FileLimits } from './file-entry';

/** @throws FileRefused */
export function parseJson(text: string, limits: FileLimits): unknown {
  new JsonShape(limits).check(text);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    throw new FileRefused('unreadable', 'The file is not JSON.');
  }
}

/**
 * Looks at the brackets and commas of JSON before it is parsed: `JSON.parse` keeps the values of what is open outside the
 * heap, where no limit holds. Whether the text is JSON does not matter here.
 */
class JsonShape {
  private depth = 0;
  /** Depth of the list of connections: the whole file, or one of its fields. */
  private listDepth = 0;
  private entries = 0;
  /** Values of the current entry, and those beside the list. */
  private values = 0;
  private valuesBeside = 0;

  constructor(private readonly limits: FileLimits) {}

  /** @throws FileRefused */
  check(text: string): void {
    for (let at = 0; at < text.length; at++) {
      switch (text[at]) {
        case '"':
          at = endOfString(text, at);
          break;
        case '[':
        case '{':
          this.open(text[at] === '[');
          break;
        case ']':
        case '}':
          this.depth--;
          break;
        case ',':
          this.separate();
      }
    }
  }

  private open(isList: boolean): void {
    if (this.depth === 0) this.listDepth = isList ? 1 : 2;
    this.depth++;
    if (this.depth > this.limits.nesting) throw tooDeep(this.limits);
    if (this.depth === this.listDepth) {
      this.entries = 1;
      this.values = 0;
    }
    this.count();
  }

  private separate(): void {
    if (this.depth === this.listDepth) {
      this.values = 0;
      if (++this.entries > this.limits.entries) throw tooManyEntries(this.limits);
    }
    this.count();
  }

  /** Every value has at least one character. */
  private count(): void {
    const values = this.depth < this.listDepth ? ++this.valuesBeside : ++this.values;
    if (values > this.limits.entrySize) throw tooLargeEntry(this.limits);
  }
}

/** Where the string that begins at a place ends; the end of the text when it does not. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at++;
  }
  return text.length;
}
