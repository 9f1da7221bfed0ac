import { Logger } from '@nestjs/common';
import { lstatSync, readdirSync, readlinkSync, renameSync, statSync } from 'node:fs';
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseUnusable } from '../database-errors';
import { freeName } from './free-name';

/** Where the database is. */
export interface DatabaseFile {
  /** As it was chosen, made absolute. */
  readonly path: string;
  /** The file itself where `path` is a symbolic link: SQLite keeps its log beside this one. */
  readonly realPath: string;
}

/** What SQLite writes before it is in the file: without its database, it is what is left of one. */
const LOGS = ['-wal', '-journal'];

/**
 * Finds the database file, or makes an empty one, with its folder, where there was none.
 * @param mayCreateBesideRemains whether an empty one may be made where only remains of an earlier one are found
 * @throws DatabaseUnusable
 */
export async function prepareFile(chosen: string, mayCreateBesideRemains: boolean): Promise<DatabaseFile> {
  if (chosen.trim() === '' || chosen === ':memory:') {
    throw new DatabaseUnusable(`'${chosen}'`, 'DB_PATH must name a file.');
  }
  const path = resolve(chosen);
  refuseDanglingLink(path);
  await mkdir(dirname(path), { recursive: true });
  const size = sizeOf(path);
  if (size === undefined || size === 0) handleRemains(path, size === undefined, mayCreateBesideRemains);
  if (size === undefined) await makeFile(path);
  const realPath = await realpath(path);
  if (statSync(realPath).isDirectory()) throw new DatabaseUnusable(path, 'it is a folder; DB_PATH must name a file.');
  return { path, realPath };
}

/** A link to a disk that is not mounted, mostly. */
function refuseDanglingLink(path: string): void {
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (!link?.isSymbolicLink() || sizeOf(path) !== undefined) return;
  throw new DatabaseUnusable(path, `it is a link to ${readlinkSync(path)}, which does not exist.`);
}

function handleRemains(path: string, isMissing: boolean, mayCreate: boolean): void {
  const remains = remainsOf(path, isMissing);
  if (remains.length === 0) return;
  if (!mayCreate) throw new DatabaseUnusable(path, lossOf(isMissing, remains));
  // SQLite would delete a log that it finds beside an empty database.
  for (const log of remains.filter((name) => LOGS.some((suffix) => name.endsWith(suffix)))) {
    const from = join(dirname(path), log);
    renameSync(from, freeName(`${from}.orphaned`));
  }
}

function lossOf(isMissing: boolean, remains: readonly string[]): string {
  const found = `${remains.join(' and ')} ${remains.length === 1 ? 'is' : 'are'}`;
  const remedy = 'Put it back or restore a backup, or set DB_CREATE=true to begin with an empty database.';
  return `it ${isMissing ? 'does not exist' : 'is empty'}, but ${found} next to it: an earlier database was lost or moved. ${remedy}`;
}

/** The names of what is left of a database beside the place of its file. */
function remainsOf(path: string, isMissing: boolean): string[] {
  const name = basename(path);
  const isLog = (entry: string) => LOGS.some((suffix) => entry === `${name}${suffix}`);
  // Whoever is ended while it makes its first page leaves an empty file and an empty log.
  const counts = (entry: string) => isMissing || (entry.endsWith('-wal') && sizeOf(join(dirname(path), entry)) !== 0);
  return readdirSync(dirname(path))
    .filter((entry) => (isLog(entry) && counts(entry)) || entry.startsWith(`${name}.before-`))
    .sort();
}

/** It will hold passwords of devices, so only the exporter's user may read it. */
async function makeFile(path: string): Promise<void> {
  await writeFile(path, '', { flag: 'wx', mode: 0o600 });
  new Logger('Database').log('database created', { path });
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}
