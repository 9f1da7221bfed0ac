import { CsvError, parse } from 'csv-parse/sync';
import { isMark } from '../../fields/truth-words';
import { looksOf } from '../../validation/look-alikes';
import { trimmed } from '../../validation/white-space';
import { unguarded } from './formula-guard';
import { EXCESS_CELLS, FILE_LIMITS, FileRefused, tooLargeEntry, type FileLimits } from './file-entry';

/** A line for Excel before the table, as a spreadsheet that does not know it saves it too. */
const SEPARATOR_HINT = /^\ufeff*"?sep=(.)"?[,;\t]*\r?\n/i;
const DELIMITERS = [',', ';', '\t'];

/** Columns that mean the same as another one. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['objects_ids', 'objects'],
  ['address', 'host'],
]);
const KNOWN = [
  'name',
  'restapi',
  'websocket',
  'host',
  'username',
  'password',
  'objects',
  'template',
  'enabled',
  'tags',
  'legacy_tls',
];

/** How much is kept of the name of a column, in characters. */
const NAME_LENGTH = 64;

type Row = Readonly<Record<string, string>>;

/** Where spaces between a separator and a cell are part of the separator. */
interface Spaces {
  readonly ltrim: boolean;
  readonly rtrim: boolean;
}

/**
 * The rows of a table whose first line names the columns; separated by commas, semicolons or tabs.
 * @throws FileRefused
 */
export function parseCsv(text: string): Row[] {
  const [hint = '', named] = SEPARATOR_HINT.exec(text) ?? [];
  const table = text.slice(hint.length).replace(/^\ufeff+/, '');
  const [header = ''] = table.split('\n', 1);
  const delimiter = named ?? delimiterOf(header);
  const isSpaced = header.split(delimiter).some((cell) => /^[ \t]+\S/.test(cell));
  const rows = recordsIn(table, delimiter, { ltrim: isSpaced, rtrim: false }).map(givenCells);
  return withMarks(rows).map(withObjects);
}

/**
 * Looks at the lines of CSV before it is parsed: the parser makes a list of all cells of a record, and empty ones do not
 * count in its own limit.
 * @throws FileRefused
 */
export function refuseLongLines(text: string, limits: FileLimits): void {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const isEnd = text[at] === '\n' || text[at] === '\r';
    length = isEnd ? 0 : length + 1;
    if (length > limits.entrySize) throw tooLargeEntry(limits);
  }
}

/** Spreadsheets separate by what the country uses. */
function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** @throws FileRefused */
function recordsIn(table: string, delimiter: string, spaces: Spaces): Row[] {
  let width = 0;
  try {
    return parse<Row>(table, {
      ...spaces,
      delimiter,
      columns: (header: string[]) => {
        const columns = columnsOf(header);
        width = columns.length;
        return columns;
      },
      on_record: (row: Row, { error }) => (hasMore(error, width) ? { ...row, [EXCESS_CELLS]: 'yes' } : row),
      max_record_size: FILE_LIMITS.entrySize,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // One more shows that there are too many.
      to: FILE_LIMITS.entries + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const spaced = spacesAround(error, spaces);
    if (spaced !== undefined) return recordsIn(table, delimiter, spaced);
    throw new FileRefused('unreadable', `The file is not CSV: see line ${Number(error['lines'] ?? 0)}.`);
  }
}

/** Whether a record has cells, and not only separators, beyond the columns: the parser drops them. */
function hasMore(error: CsvError | undefined, width: number): boolean {
  const cells = error?.['record'] as readonly string[] | undefined;
  return cells !== undefined && cells.slice(width).some((cell) => trimmed(cell) !== '');
}

/** A quote in the wrong place may be one with a space before it, or after it; passwords without quotes keep theirs. */
function spacesAround({ code }: CsvError, { ltrim, rtrim }: Spaces): Spaces | undefined {
  if (code === 'INVALID_OPENING_QUOTE' && !ltrim) return { ltrim: true, rtrim };
  if (code === 'CSV_INVALID_CLOSING_QUOTE' && !rtrim) return { ltrim, rtrim: true };
  return undefined;
}

/** @throws FileRefused where the first line does not name the columns, names one twice, or names too many */
function columnsOf(header: readonly string[]): string[] {
  if (header.length > FILE_LIMITS.columns) {
    throw new FileRefused('too-large', `The file has more than ${FILE_LIMITS.columns} columns.`);
  }
  const columns = header.map((column) => looksOf(unguarded(column)).toLowerCase());
  if (!columns.includes('name')) {
    throw new FileRefused('invalid', 'The file must start with a line of column names: name, host, username, …');
  }
  refuseTwins(columns);
  // The parser copies them for every row that lacks cells; the names that are known are short.
  return columns.map((column) => column.slice(0, NAME_LENGTH));
}

/** @throws FileRefused */
function refuseTwins(columns: readonly string[]): void {
  const positions = new Map<string, number>();
  for (const [index, column] of columns.entries()) {
    const meaning = ALIASES.get(column) ?? column;
    const before = positions.get(meaning);
    if (before !== undefined && meaning !== '') {
      // Only what is known is quoted: without a header, the first line may have passwords.
      const what = KNOWN.includes(meaning) ? `for ${meaning}` : 'of the same name';
      throw new FileRefused(
        'invalid',
        `The file must not have two columns ${what}: see columns ${before} and ${index + 1}`,
      );
    }
    positions.set(meaning, index + 1);
  }
}

/** An empty cell is no value. */
function givenCells(row: Row): Row {
  const cells = Object.entries(row).map(([column, cell]) => {
    const text = unguarded(cell);
    return [column, column === 'password' ? text : trimmed(text)] as const;
  });
  return Object.fromEntries(cells.filter(([, cell]) => cell !== ''));
}

/** Where connections are enabled by a mark, an empty cell says no. */
function withMarks(rows: readonly Row[]): readonly Row[] {
  const words = new Set(rows.flatMap(({ enabled }) => enabled ?? []));
  const areMarks = words.size > 0 && [...words].every(isMark);
  return areMarks ? rows.map((row) => ({ enabled: 'false', ...row })) : rows;
}

/** A row may do without objects: an empty text stands for the usual ones. */
function withObjects(row: Row): Row {
  const hasObjects = ['objects', 'objects_ids', 'template'].some((column) => row[column] !== undefined);
  return hasObjects ? row : { ...row, objects: '' };
}
