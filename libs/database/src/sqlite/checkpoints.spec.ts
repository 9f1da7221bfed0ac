import { execFileSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { inFile, lockedByAnother, releaseLocks, silenceLogs } from '../testing';
import { NoteEntity, openNotes, temporaryFolder } from '../testing/notes';
import type { SqliteDatabase } from './sqlite-database';

silenceLogs();

let folder: string;
let path: string;
let database: SqliteDatabase;

beforeEach(async () => {
  folder = temporaryFolder();
  path = join(folder, 'notes.db');
  database = await openNotes(path);
});
afterEach(async () => {
  await releaseLocks();
  await database.close();
  rmSync(folder, { recursive: true });
});

const add = (text: string): Promise<unknown> =>
  database.write((manager) => manager.query('INSERT INTO notes (text) VALUES (?)', [text]));

/** What a copy of the file alone has, as another process copies it: closing it here would drop SQLite's locks. */
async function copied(): Promise<unknown[]> {
  const copy = join(folder, 'copy.db');
  execFileSync('cp', [path, copy]);
  return (await inFile(copy, 'SELECT text FROM notes')).map(({ text }) => text);
}

/** Whether a file has a text anywhere, rows or not. */
function holds(file: string, text: string): boolean {
  return (
    execFileSync('grep', ['-c', '-a', '-F', text, file, '/dev/null'], { encoding: 'latin1', stdio: 'pipe' }) !== ''
  );
}

function has(file: string, text: string): boolean {
  try {
    return holds(file, text);
  } catch {
    // grep fails where it finds nothing.
    return false;
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const logBytes = (): number => statSync(`${path}-wal`).size;

it('has every change in a copy of the file alone soon after', async () => {
  for (const text of ['first', 'second', 'third']) await add(text);
  expect(logBytes()).toBeGreaterThan(0);
  await until(() => logBytes() === 0);
  expect(await copied()).toEqual(['first', 'second', 'third']);
});

it('keeps nothing of a deleted row in the file or in the log', async () => {
  await add('password-of-old');
  await add('something else');
  await until(() => logBytes() === 0);
  expect(has(path, 'password-of-old')).toBe(true);
  await database.write((manager) => manager.delete(NoteEntity, { text: 'password-of-old' }));
  await until(() => logBytes() === 0);
  expect(has(path, 'password-of-old')).toBe(false);
  expect(has(`${path}-wal`, 'password-of-old')).toBe(false);
});

it('waits for no reader: writes go on, and the rest follows when the reader is done', async () => {
  await add('first');
  const reader = new sqlite3.Database(path, sqlite3.OPEN_READONLY);
  await new Promise((resolve) => reader.exec('BEGIN; SELECT * FROM notes', resolve));
  await until(async () => (await copied()).length === 1);
  const began = performance.now();
  for (let n = 0; n < 30; n++) await add(`during ${n}`);
  await until(() => performance.now() - began > 200);
  await add('after a checkpoint that could not end');
  expect(await copied()).toEqual(['first']);
  await new Promise((resolve) => reader.exec('COMMIT', resolve));
  await until(() => logBytes() === 0);
  expect(await copied()).toHaveLength(32);
  await new Promise((resolve) => reader.close(resolve));
});

it('is tried again when another program had locked the file', async () => {
  await add('first');
  const { release } = await lockedByAnother(path);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await release();
  await add('second');
  await until(() => logBytes() === 0);
  expect(await copied()).toEqual(['first', 'second']);
});
