import { QueryFailedError } from 'typeorm';
import { DatabaseUnavailable, DuplicateRow } from '../database-errors';

/** SQLite's primary result code (`SQLITE_BUSY`, …) of an error of the driver, wrapped by TypeORM or not. */
function sqliteCode(error: unknown): string | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' && cause.code.startsWith('SQLITE_') ? cause.code : undefined;
}

const LOCKED = 'it is locked by another program; stop that program (is an earlier exporter still running?)';
const GIVE_ACCESS = "give the exporter's user write access to the file and its folder";

/** Why the database refuses to work and how to repair it, by SQLite's result code. */
const REASONS: Readonly<Record<string, string>> = {
  SQLITE_BUSY: LOCKED,
  SQLITE_LOCKED: LOCKED,
  SQLITE_READONLY: `it is read-only; ${GIVE_ACCESS}`,
  SQLITE_CANTOPEN: `it cannot be opened; ${GIVE_ACCESS}`,
  SQLITE_PERM: `access is denied; ${GIVE_ACCESS}`,
  SQLITE_AUTH: `access is denied; ${GIVE_ACCESS}`,
  SQLITE_FULL: 'the disk is full; free some space',
  SQLITE_IOERR: 'the disk reports an error; check the disk and that the file still exists',
  SQLITE_CORRUPT: 'the file is damaged; restore a backup',
  SQLITE_NOTADB: 'the file is not an SQLite database; check DB_PATH or restore a backup',
};

/** Why the database refuses, and what to do; undefined for errors that are not the file's fault. */
export function refusalOf(error: unknown): string | undefined {
  const code = sqliteCode(error);
  return code === undefined ? undefined : REASONS[code];
}

/** The error of the `Database` that an error of the driver stands for; other errors as they are. */
export function databaseError(error: unknown): unknown {
  if (isDuplicate(error)) return new DuplicateRow({ cause: error });
  const reason = refusalOf(error);
  return reason === undefined
    ? error
    : new DatabaseUnavailable(`The database is not available: ${reason}. Nothing was changed.`);
}

function isDuplicate(error: unknown): boolean {
  return sqliteCode(error) === 'SQLITE_CONSTRAINT' && String(error).includes('UNIQUE');
}
