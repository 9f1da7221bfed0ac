import { CsvError, parse } from 'csv-parse/sync';
import { unguarded } from '../formula-guard';
import { FILE_LIMITS, FileRefused } from './file-entry';

/** A line for Excel before the table. */
const SEPARATOR_HINT = /^sep=(.)\r?\n/i;
const DELIMITERS = [',', ';', '\t'];

type Row = Readonly<Record<string, string>>;

/**
 * The rows of a table whose first line names the columns; separated by commas, semicolons or tabs.
 * @throws FileRefused
 */
export function parseCsv(text: string): Row[] {
  const [hint = '', named] = SEPARATOR_HINT.exec(text) ?? [];
  const table = text.slice(hint.length);
  try {
    const rows = parse<Row>(table, {
      delimiter: named ?? delimiterOf(table),
      columns: (header: string[]) => columnsOf(header),
      max_record_size: FILE_LIMITS.entrySize,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // One more shows that there are too many.
      to: FILE_LIMITS.entries + 1,
    });
    return rows.map(withoutEmptyCells);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileRefused('unreadable', `The file is not CSV: see line ${Number(error['lines'] ?? 0)}.`);
  }
}

/** Spreadsheets separate by what the country uses. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** @throws FileRefused where the first line does not name the columns, or too many */
function columnsOf(header: readonly string[]): string[] {
  if (header.length > FILE_LIMITS.columns) {
    throw new FileRefused('too-large', `The file has more than ${FILE_LIMITS.columns} columns.`);
  }
  const columns = header.map((column) => unguarded(column).trim().toLowerCase());
  if (columns.includes('name')) return columns;
  throw new FileRefused('invalid', 'must start with a line of column names: name, restapi, …');
}

/** An empty cell is no value. */
function withoutEmptyCells(row: Row): Row {
  const cells = Object.entries(row).filter(([, cell]) => cell !== '');
  return Object.fromEntries(cells.map(([column, cell]) => [column, unguarded(cell)]));
}
