import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { DatabaseUnusable } from '../database-errors';
import { inFile, lockedByAnother, pragma, releaseLocks, silenceLogs } from '../testing';
import { NOTES_SCHEMA, openNotes, temporaryFolder } from '../testing/notes';
import type { SqliteDatabase } from './sqlite-database';

silenceLogs();

let folder: string;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'notes.db');
});
afterEach(async () => {
  await releaseLocks();
  rmSync(folder, { recursive: true });
});

const open = (file = path): Promise<SqliteDatabase> => openNotes(file);

const COPY = (): string => `${path}.before-0.1.0`;

describe('a new database', () => {
  it('is made with its folder, for its owner alone', async () => {
    const database = await open(join(folder, 'a/b/notes.db'));
    expect(database.location).toBe(join(folder, 'a/b/notes.db'));
    expect(statSync(database.location).mode & 0o777).toBe(0o600);
    await database.close();
  });

  it('survives a power cut, waits for locks and keeps its references', async () => {
    const database = await open();
    expect(await pragma(database, 'journal_mode')).toBe('wal');
    expect(await pragma(database, 'synchronous')).toBe(2);
    expect(await pragma(database, 'foreign_keys')).toBe(1);
    expect(await pragma(database, 'busy_timeout')).toBe(50);
    await database.close();
  });

  it('tells its size and how it logs writes', async () => {
    const database = await open();
    const { sizeBytes, logMode } = await database.state();
    expect(sizeBytes).toBeGreaterThan(statSync(path).size - 1);
    expect(logMode).toBe('wal');
    await database.close();
    rmSync(path);
    expect(await database.state()).toEqual({ sizeBytes: null, logMode: null });
  });

  it('has no copy beside it, and opens again', async () => {
    await (await open()).close();
    await (await open()).close();
    expect(existsSync(COPY())).toBe(false);
  });
});

describe('a file from before there were migrations', () => {
  beforeEach(async () => {
    await inFile(path, NOTES_SCHEMA);
    await inFile(path, `INSERT INTO notes VALUES (1, 'precious');`);
  });

  it('is kept as it was in a copy beside it, once', async () => {
    await (await open()).close();
    const copied = readFileSync(COPY());
    expect(await inFile(COPY(), 'SELECT * FROM notes')).toEqual([{ id: 1, text: 'precious' }]);
    await inFile(path, `INSERT INTO notes (id, text) VALUES (2, 'later');`);
    await (await open()).close();
    expect(readFileSync(COPY())).toEqual(copied);
    expect(existsSync(`${COPY()}.1`)).toBe(false);
  });

  it('never overwrites an older copy', async () => {
    writeFileSync(COPY(), 'older');
    await (await open()).close();
    expect(readFileSync(COPY(), 'utf8')).toBe('older');
    expect(await inFile(`${COPY()}.1`, 'SELECT COUNT(*) AS rows FROM notes')).toEqual([{ rows: 1 }]);
  });

  it('includes in the copy what is only in its write-ahead log', async () => {
    const other = new sqlite3.Database(path);
    await new Promise((done) => other.exec(`PRAGMA journal_mode = WAL; UPDATE notes SET text = 'logged'`, done));
    const database = await open();
    expect(await inFile(COPY(), 'SELECT text FROM notes')).toEqual([{ text: 'logged' }]);
    await database.close();
    await new Promise((done) => other.close(done));
  });

  it.each([
    [0o644, 0o600],
    [0o660, 0o660],
  ])('has rights of %o: it gets %o, and so does the copy', async (mode, expected) => {
    chmodSync(path, mode);
    await (await open()).close();
    expect(statSync(path).mode & 0o777).toBe(expected);
    expect(statSync(COPY()).mode & 0o777).toBe(expected);
  });

  it('keeps nothing of rows that were deleted long ago', async () => {
    await inFile(path, `INSERT INTO notes VALUES (2, 'forgotten long ago'); DELETE FROM notes WHERE id = 2;`);
    expect(readFileSync(path).includes('forgotten')).toBe(true);
    await (await open()).close();
    expect(readFileSync(path).includes('forgotten')).toBe(false);
    expect(readFileSync(COPY()).includes('forgotten')).toBe(false);
    expect(await inFile(path, 'SELECT text FROM notes')).toEqual([{ text: 'precious' }]);
  });
});

describe('the start ends with a message that names the file and the remedy', () => {
  const refused = async (file = path): Promise<DatabaseUnusable> => {
    const error: unknown = await open(file).then(
      (database) => database.close(),
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(DatabaseUnusable);
    return error as DatabaseUnusable;
  };

  it('when the file is a folder', async () => {
    mkdirSync(path);
    expect((await refused()).message).toBe(
      `The database ${path} cannot be used: it is a folder; DB_PATH must name a file.`,
    );
  });

  it('when its folder is a file', async () => {
    writeFileSync(path, '');
    const below = join(path, 'notes.db');
    expect((await refused(below)).message).toMatch(`The database ${below} cannot be used: `);
  });

  it('when the file is no database', async () => {
    writeFileSync(path, 'something else entirely, long enough to have a header'.repeat(10));
    expect((await refused()).message).toMatch(/is not an SQLite database; check DB_PATH or restore a backup/);
    expect(readFileSync(path, 'utf8')).toMatch('something else');
  });

  it('when it is damaged', async () => {
    await inFile(path, NOTES_SCHEMA);
    for (let n = 0; n < 50; n++) await inFile(path, 'INSERT INTO notes VALUES (?, ?)', [n, `${n}`.padEnd(2_000, 'x')]);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4_096, bytes.length - 4_096);
    writeFileSync(path, bytes);
    expect((await refused()).message).toMatch(/damaged; restore a backup|is not an SQLite database/);
  });

  it('when another program holds it', async () => {
    await inFile(path, NOTES_SCHEMA);
    const { release } = await lockedByAnother(path);
    expect((await refused()).message).toMatch(/locked by another program; stop that program/);
    await release();
    await (await open()).close();
  });

  it('when a newer version has changed it', async () => {
    await (await open()).close();
    await inFile(path, `INSERT INTO migrations (timestamp, name) VALUES (1, 'SomethingLater1999999999999');`);
    expect((await refused()).message).toMatch(
      /newer version of the exporter has changed it \(SomethingLater1999999999999\); start that version, or restore/,
    );
  });

  it.each(['', '  ', ':memory:'])('when DB_PATH is %j', async (file) => {
    expect((await refused(file)).message).toMatch('DB_PATH must name a file');
  });
});
