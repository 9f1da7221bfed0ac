import { Logger } from '@nestjs/common';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseUnavailable } from '../database-errors';
import type { SqliteDatabase } from '../sqlite/sqlite-database';
import { inFile } from '../testing';
import { NOTES_SCHEMA, NoteEntity, openNotes, temporaryFolder } from '../testing/notes';

let folder: string;
let path: string;
let database: SqliteDatabase;
let errors: jest.SpyInstance;

beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'disk'));
  path = join(folder, 'disk/notes.db');
  errors = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  jest.spyOn(Logger.prototype, 'log').mockReturnValue();
  database = await openNotes(path);
  await add(1);
});
afterEach(async () => {
  await database.close();
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const add = (id: number): Promise<unknown> =>
  database.write((manager) => manager.insert(NoteEntity, { id, text: `note ${id}` }));
const count = (): Promise<number> => database.read((manager) => manager.count(NoteEntity));
const aside = (name: string): string => join(folder, name);

/** Takes something away; returns how it is put back. */
function moved(from: string): () => void {
  renameSync(from, aside('moved'));
  return () => {
    renameSync(aside('moved'), from);
  };
}

it.each([
  ['the database', () => path, 'notes.db was removed or moved'],
  ['its folder', () => dirname(path), 'notes.db was removed or moved'],
  ['the write-ahead log', () => `${path}-wal`, 'notes.db-wal was removed or moved'],
  ['its index', () => `${path}-shm`, 'notes.db-shm was removed or moved'],
])('refuses changes while %s is away, and goes on when it is back', async (_what, file, message) => {
  const putBack = moved(file());
  const refusal: unknown = await add(2).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DatabaseUnavailable);
  expect(refusal).toMatchObject({ message: expect.stringMatching(`${message}.*Nothing was changed`) });
  expect(database.fault).toMatch(message);
  await expect(add(3)).rejects.toThrow(message);
  expect(errors).toHaveBeenCalledTimes(1);
  putBack();
  await add(2);
  expect(database.fault).toBeNull();
  expect(await count()).toBe(2);
});

it('refuses changes for good when another file is in its place, and says that it is not used', async () => {
  await inFile(aside('backup.db'), NOTES_SCHEMA);
  renameSync(aside('backup.db'), path);
  await expect(add(2)).rejects.toThrow('notes.db was replaced by another file; restart the exporter to use that one');
  expect(await count()).toBe(1);
});

it('leaves nothing in the log that would be mixed into the file that has taken its place', async () => {
  await inFile(aside('backup.db'), `${NOTES_SCHEMA} INSERT INTO notes VALUES (7, 'restored');`);
  await add(2);
  renameSync(aside('backup.db'), path);
  await expect(add(3)).rejects.toThrow('another file');
  await database.close();
  database = await openNotes(path);
  expect(await database.read((manager) => manager.find(NoteEntity))).toEqual([{ id: 7, text: 'restored' }]);
  expect(await inFile(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

it('refuses changes when the file was emptied, also after it was filled again', async () => {
  execFileSync('cp', [path, aside('backup.db')]);
  truncateSync(path);
  await expect(add(2)).rejects.toThrow('notes.db was emptied; stop the exporter, restore a backup');
  execFileSync('cp', [aside('backup.db'), path]);
  await expect(add(2)).rejects.toThrow('notes.db was emptied');
});

/** Until what was written is in the file. */
async function settled(): Promise<void> {
  while (statSync(`${path}-wal`).size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  // Waits its turn behind the checkpoint, and writes nothing.
  await database.write(() => Promise.reject(new Error())).catch(() => undefined);
}

it('refuses changes when another program has overwritten the file with an older copy', async () => {
  await settled();
  execFileSync('cp', [path, aside('backup.db')]);
  await add(2);
  await settled();
  execFileSync('cp', [aside('backup.db'), path]);
  await expect(add(3)).rejects.toThrow('another program has overwritten notes.db; restart the exporter to use what');
  await database.close();
  database = await openNotes(path);
  expect(await count()).toBe(1);
  await add(3);
});

it.each([
  ['touches the file', () => utimesSync(path, new Date(), new Date(0))],
  ['changes a row', () => inFile(path, `INSERT INTO notes (id, text) VALUES (8, 'theirs')`)],
  [
    'copies the file over itself',
    () => execFileSync('cp', [path, aside('same.db')]) && execFileSync('cp', [aside('same.db'), path]),
  ],
  ['rebuilds the file', () => inFile(path, 'VACUUM')],
  ['restores a backup through SQLite', () => execFileSync('sqlite3', [path, `.restore ${aside('backup.db')}`])],
])('goes on when another program %s', async (_what, act: () => unknown) => {
  await settled();
  execFileSync('cp', [path, aside('backup.db')]);
  await add(2);
  await settled();
  await act();
  await add(3);
  await settled();
  await add(4);
  expect(database.fault).toBeNull();
  expect(await inFile(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

it('goes on while it cannot be told whether another program has overwritten the file', async () => {
  await settled();
  const query = jest.spyOn(database.writing, 'query').mockRejectedValue(new Error('SQLITE_IOERR: disk I/O error'));
  utimesSync(path, new Date(), new Date(0));
  await add(2);
  query.mockRestore();
  await settled();
  expect(database.fault).toBeNull();
});

it('does not acknowledge a change that is committed to a file which goes meanwhile', async () => {
  const writing = database.write(async (manager) => {
    await manager.insert(NoteEntity, { id: 2, text: 'late' });
    unlinkSync(path);
  });
  await expect(writing).rejects.toThrow('notes.db was removed or moved; put it back, or restore a backup and restart');
  await expect(writing).rejects.toThrow('The change may be lost.');
});

it('notices without a change within two seconds or so', async () => {
  const putBack = moved(path);
  while (database.fault === null) await new Promise((resolve) => setTimeout(resolve, 50));
  putBack();
  while (database.fault !== null) await new Promise((resolve) => setTimeout(resolve, 50));
  await add(2);
});

it('notices when the link to the file leads to another one', async () => {
  await database.close();
  symlinkSync(path, aside('link.db'));
  database = await openNotes(aside('link.db'));
  await add(2);
  await inFile(aside('other.db'), NOTES_SCHEMA);
  expect(readlinkSync(aside('link.db'))).toBe(path);
  unlinkSync(aside('link.db'));
  symlinkSync(aside('other.db'), aside('link.db'));
  await expect(add(3)).rejects.toThrow('link.db was replaced by another file');
});
