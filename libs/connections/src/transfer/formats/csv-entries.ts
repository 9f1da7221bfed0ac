import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { invalid, unreadable } from '@snp/http';
import { Turns } from '../../turns';
import { unguarded } from '../formula-guard';
import type { FileEntry } from './file-entry';

const PIECE = 64 * 1024;
/** A line for Excel before the table. */
const SEPARATOR_HINT = /^sep=(.)\r?\n/i;
const DELIMITERS = [',', ';', '\t'];

/** The rows of a table whose first line names the columns; separated by commas, semicolons or tabs. */
export async function* csvEntries(text: string): AsyncGenerator<FileEntry> {
  const turns = new Turns();
  const [hint = '', named] = SEPARATOR_HINT.exec(text) ?? [];
  const table = text.slice(hint.length);
  const records = Readable.from(pieces(table)).pipe(
    parse({
      delimiter: named ?? delimiterOf(table),
      columns: (header: string[]) => columnsOf(header),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }),
  );
  try {
    for await (const record of records) {
      await turns.next();
      yield { value: cellsOf(record as Record<string, string>), isTextual: true };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(`The file is not CSV: see line ${Number(error['lines'] ?? 0)}.`);
  }
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** Spreadsheets separate by what the country uses. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** @throws ProblemError 422 where the first line does not name the columns */
function columnsOf(header: readonly string[]): string[] {
  const columns = header.map((column) => unguarded(column).trim().toLowerCase());
  if (columns.includes('name')) return columns;
  throw invalid([{ pointer: '', message: 'must have a first line that names its columns: name, restapi, …' }]);
}

/** An empty cell is no value. */
function cellsOf(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, cell]) => cell !== '')
      .map(([column, cell]) => [column, unguarded(cell)]),
  );
}
