import { FileRefused, type FileLimits } from './file-entry';

/**
 * Looks at the lines of CSV before it is parsed: the parser makes a list of all cells of a record, and empty ones do not
 * count in its own limit.
 * @throws FileRefused
 */
export function refuseLongLines(text: string, { entrySize }: FileLimits): void {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const isEnd = text[at] === '\n' || text[at] === '\r';
    length = isEnd ? 0 : length + 1;
    if (length > entrySize) throw new FileRefused('too-large', 'An entry in the file is larger than 1 MiB.');
  }
}
