import { Logger } from '@nestjs/common';
import { chmod, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { freeName } from '../file/free-name';

/** The first release with migrations of its own: what an older file is kept as. */
const SUFFIX = 'before-0.1.0';

/**
 * Keeps a copy of a file that the earlier exporter made, before the first migration touches it:
 * `connections.db.before-0.1.0` beside `connections.db`.
 * @param legacyTables what such a file has, and a new one has not
 */
export async function keepLegacyCopy(source: DataSource, path: string, legacyTables: readonly string[]): Promise<void> {
  if (!(await isLegacy(source, legacyTables))) return;
  const copy = freeName(`${path}.${SUFFIX}`);
  const unfinished = `${copy}.tmp`;
  await rm(unfinished, { force: true });
  // SQLite would make one that others may read.
  await writeFile(unfinished, '', { flag: 'wx', mode: 0o600 });
  // Unlike copying the file, this includes what is only in its write-ahead log yet.
  await source.query('VACUUM INTO ?', [unfinished]);
  await chmod(unfinished, (await stat(path)).mode & 0o777);
  await rename(unfinished, copy);
  new Logger('Database').log('database copied before its first migration', { copy });
}

async function isLegacy(source: DataSource, legacyTables: readonly string[]): Promise<boolean> {
  const tables = await source.query<{ name: string }[]>(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  const names = new Set(tables.map(({ name }) => name));
  return !names.has('migrations') && legacyTables.some((table) => names.has(table));
}
