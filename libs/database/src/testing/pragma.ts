import type { Database } from '../database';
import { SqliteDatabase } from '../sqlite/sqlite-database';

/** Reads or sets something of the connection that writes: `journal_mode`, `query_only = ON`. */
export async function pragma(database: Database, text: string): Promise<unknown> {
  if (!(database instanceof SqliteDatabase)) throw new TypeError('only SQLite has pragmas');
  const [row] = await database.writing.query<Record<string, unknown>[]>(`PRAGMA ${text}`);
  return Object.values(row ?? {})[0];
}
