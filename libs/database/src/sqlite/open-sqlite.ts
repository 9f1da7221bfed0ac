import { Logger } from '@nestjs/common';
import { resolve } from 'node:path';
import sqlite3 from 'sqlite3';
import { DataSource } from 'typeorm';
import type { DatabaseTables } from '../database';
import { DatabaseUnusable } from '../database-errors';
import { FileGuard } from '../file/file-guard';
import { keepPrivate } from '../file/file-rights';
import { prepareFile, type DatabaseFile } from '../file/prepare-file';
import { Checkpoints } from './checkpoints';
import { ContentMark } from './content-mark';
import { eraseDeleted } from './erase-deleted';
import { keepLegacyCopy } from './legacy-copy';
import { SilentLogger } from './silent-logger';
import { SqliteDatabase } from './sqlite-database';
import { refusalOf } from './sqlite-errors';
import { WriteQueue } from './write-queue';

const BUSY_TIMEOUT_MS = 3_000;
const CHECKPOINT_DELAY_MS = 500;

export interface SqliteOptions extends DatabaseTables {
  /** The database file; made, with its folder, where there is none. */
  readonly path: string;
  /** Tables that only a file of the earlier exporter has before the first migration: such a file is copied first. */
  readonly legacyTables?: readonly string[];
  /** Whether an empty file may be made where the log or a copy of an earlier one is found without it. */
  readonly mayCreateBesideRemains?: boolean;
  /** How long a write waits for a lock that another program holds, in ms. */
  readonly busyTimeoutMs?: number;
  /** How long after a change it is moved from the log into the file, in ms. */
  readonly checkpointDelayMs?: number;
}

/**
 * Opens the file, brings its tables up to date (a copy of a file that comes from the earlier exporter is kept beside
 * it), and makes sure that it can be written.
 * @throws DatabaseUnusable
 */
export async function openSqlite(options: SqliteOptions): Promise<SqliteDatabase> {
  const file = await findFile(options);
  const { path, realPath } = file;
  const writing = dataSource(realPath, options, sqlite3.OPEN_READWRITE | sqlite3.OPEN_FULLMUTEX);
  const reading = dataSource(realPath, options, sqlite3.OPEN_READONLY | sqlite3.OPEN_FULLMUTEX);
  try {
    await writing.initialize();
    const logMode = await configure(writing, options);
    await proveWritable(writing);
    await refuseNewer(writing, path);
    await keepLegacyCopy(writing, path, options.legacyTables ?? []);
    await writing.runMigrations({ transaction: 'all' });
    await eraseDeleted(writing, path);
    await reading.initialize();
    await reading.query(`PRAGMA busy_timeout = ${busyTimeoutOf(options)}`);
    return await guardedDatabase(writing, reading, file, logMode, options);
  } catch (error) {
    for (const source of [reading, writing]) if (source.isInitialized) await source.destroy();
    throw unusable(path, error);
  }
}

async function findFile(options: SqliteOptions): Promise<DatabaseFile> {
  try {
    const file = await prepareFile(options.path, options.mayCreateBesideRemains ?? false);
    await keepPrivate(file);
    return file;
  } catch (error) {
    throw unusable(resolve(options.path), error);
  }
}

/** The database whose log is emptied soon after each change, and whose files are watched. */
async function guardedDatabase(
  writing: DataSource,
  reading: DataSource,
  { path, realPath }: DatabaseFile,
  logMode: string | undefined,
  options: SqliteOptions,
): Promise<SqliteDatabase> {
  const queue = new WriteQueue();
  const content = new ContentMark(writing, realPath);
  const checkpoints = new Checkpoints(writing, queue, content, {
    delayMs: options.checkpointDelayMs ?? CHECKPOINT_DELAY_MS,
    busyTimeoutMs: busyTimeoutOf(options),
  });
  checkpoints.request();
  await checkpoints.run();
  const logs = logMode === 'wal' ? [`${realPath}-wal`, `${realPath}-shm`] : [];
  const guard = await FileGuard.watch(path, logs, {
    betweenWrites: (look) => queue.run(look),
    isOverwritten: async () => logMode === 'wal' && !checkpoints.isPending && (await content.isOverwritten()),
    // What is in the log belongs to the open file, wherever that is now, and not to another one at its place.
    onFault: () => void checkpoints.run(),
  });
  return new SqliteDatabase({ writing, reading, queue, checkpoints, content, guard, location: path, realPath });
}

function busyTimeoutOf({ busyTimeoutMs = BUSY_TIMEOUT_MS }: SqliteOptions): number {
  return busyTimeoutMs;
}

function dataSource(path: string, options: SqliteOptions, flags: number): DataSource {
  return new DataSource({
    type: 'sqlite',
    database: path,
    flags,
    entities: options.entities,
    migrations: [...options.migrations],
    synchronize: false,
    logger: new SilentLogger(false),
  });
}

/**
 * The write-ahead log lets others read during a write. `synchronous = FULL` puts every commit on the disk before it is
 * acknowledged, so that not even a power cut takes it back; changes are rare enough to afford that.
 * `secure_delete` overwrites what is deleted: passwords.
 * @returns how the file logs writes
 */
async function configure(source: DataSource, options: SqliteOptions): Promise<string | undefined> {
  await source.query(`PRAGMA busy_timeout = ${busyTimeoutOf(options)}`);
  const [mode] = await source.query<{ journal_mode: string }[]>('PRAGMA journal_mode = WAL');
  if (mode?.journal_mode !== 'wal') {
    new Logger('Database').warn('write-ahead log not available on this file system', { mode: mode?.journal_mode });
  }
  await source.query('PRAGMA synchronous = FULL');
  await source.query('PRAGMA foreign_keys = ON');
  await source.query('PRAGMA secure_delete = ON');
  return mode?.journal_mode;
}

/** A file that can only be read would be noticed at the first change; better at the start. */
async function proveWritable(source: DataSource): Promise<void> {
  await source.query('BEGIN IMMEDIATE');
  await source.query('ROLLBACK');
}

/** A later version may have changed its tables in ways that this one would spoil. */
async function refuseNewer(source: DataSource, path: string): Promise<void> {
  const known = new Set(source.migrations.map(({ name }) => name));
  const tables = await source.query<unknown[]>(`SELECT 1 FROM sqlite_master WHERE name = 'migrations'`);
  const applied = tables.length > 0 ? await source.query<{ name: string }[]>('SELECT name FROM migrations') : [];
  const unknown = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length === 0) return;
  const reason = `a newer version of the exporter has changed it (${unknown.join(', ')})`;
  throw new DatabaseUnusable(path, `${reason}; start that version, or restore a backup from before.`);
}

function unusable(path: string, error: unknown): DatabaseUnusable {
  if (error instanceof DatabaseUnusable) return error;
  const message = error instanceof Error ? error.message : String(error);
  const reason = refusalOf(error) ?? `${message}; check DB_PATH and the access rights of the file and its folder`;
  return new DatabaseUnusable(path, `${reason}.`, { cause: error });
}
