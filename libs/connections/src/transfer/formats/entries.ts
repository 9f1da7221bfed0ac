import { parseCsv, refuseLongLines } from './csv-file';
import { EntryLimiter } from './entry-limiter';
import { FILE_LIMITS, FileRefused, tooManyEntries, type FileEntry, type FileLimits } from './file-entry';
import { parseJson } from './json-file';
import { parseYaml } from './yaml-file';

export const NOT_UTF_8 = 'The file is not UTF-8. In a spreadsheet, save it as “CSV UTF-8”.';

/** Within so many characters, UTF-16, spreadsheets and archives have a NUL. */
const BEGINNING = 64;

/** An entry with its size, in characters. */
export interface MeasuredEntry extends FileEntry {
  readonly size: number;
}

/**
 * The entries of a file in the JSON of an export, in the YAML of older exporters, or in CSV with a header. Parses the
 * whole file at once: call it where nobody waits (import-worker.ts).
 * @param mediaType of the request; where it says nothing, the text itself tells
 * @throws FileRefused
 */
export function fileEntries(text: string, mediaType = '', limits: FileLimits = FILE_LIMITS): MeasuredEntry[] {
  if (text.slice(0, BEGINNING).includes('\0')) throw new FileRefused('unreadable', NOT_UTF_8);
  const format = formatOf(text, mediaType);
  if (format === 'csv') refuseLongLines(text, limits);
  if (text.trim() === '') throw new FileRefused('unreadable', 'The file is empty.');
  const lists = PARSERS[format](text, limits);
  if (lists.reduce((total, { list }) => total + list.length, 0) > limits.entries) throw tooManyEntries(limits);
  const limiter = new EntryLimiter(limits);
  return lists.flatMap(({ list, depth, beside }) => {
    limiter.measure(beside, 0);
    return list.map((value) => ({ value, isTextual: format !== 'json', size: limiter.measure(value, depth) }));
  });
}

/** The lists of entries in a file of each format. */
const PARSERS = {
  json: (text: string, limits: FileLimits) => [listIn(parseJson(text, limits))],
  csv: (text: string) => [listIn(parseCsv(text))],
  yaml: (text: string) => listsIn(parseYaml(text)),
};

function formatOf(text: string, mediaType: string): keyof typeof PARSERS {
  if (/json/i.test(mediaType)) return 'json';
  if (/yaml/i.test(mediaType)) return 'yaml';
  if (/csv/i.test(mediaType)) return 'csv';
  if (/^\s*[[{]/.test(text)) return 'json';
  if (/^\ufeff*"?sep=/i.test(text)) return 'csv';
  const [header = ''] = text.split('\n', 1);
  return /[,;\t]/.test(header) && /\bname\b/i.test(header) && !header.trimStart().startsWith('-') ? 'csv' : 'yaml';
}

interface FoundList {
  readonly list: readonly unknown[];
  /** How deep its entries stand in the file. */
  readonly depth: number;
  /** Everything else in the file. */
  readonly beside: unknown;
}

/** Each document is a list, an export, or one entry. */
function listsIn(documents: readonly unknown[]): FoundList[] {
  if (documents.length === 0) throw new FileRefused('unreadable', 'The file is empty.');
  return documents.map((document) => {
    const isEntry = typeof document === 'object' && document !== null && 'name' in document;
    return isEntry ? { list: [document], depth: 0, beside: null } : listIn(document);
  });
}

/** The list itself, or that of an export: `{"connections": [ … ]}`. */
function listIn(file: unknown): FoundList {
  if (Array.isArray(file)) return { list: file, depth: 1, beside: null };
  if (typeof file === 'object' && file !== null) {
    const { connections, ...beside } = file as { connections?: unknown };
    if (Array.isArray(connections)) return { list: connections, depth: 2, beside };
  }
  throw new FileRefused('invalid', 'must be a list of connections', '/connections');
}
