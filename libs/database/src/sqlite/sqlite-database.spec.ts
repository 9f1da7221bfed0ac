import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseUnavailable, DuplicateRow } from '../database-errors';
import { inFile, lockedByAnother, pragma, releaseLocks, silenceLogs } from '../testing';
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
  await add(1, 'first');
});
afterEach(async () => {
  await releaseLocks();
  await database.close();
  rmSync(folder, { recursive: true });
});

const add = (id: number, text: string): Promise<unknown> =>
  database.write((manager) => manager.insert(NoteEntity, { id, text }));

async function texts(): Promise<string[]> {
  const notes = await database.read((manager) => manager.find(NoteEntity, { order: { id: 'ASC' } }));
  return notes.map(({ text }) => text);
}

describe('a database that refuses', () => {
  const refusal = async (): Promise<unknown> => add(2, 'x'.repeat(1_000_000)).catch((error: unknown) => error);

  it('because another program holds it is read all the same, and written again later', async () => {
    const { release } = await lockedByAnother(path);
    expect(await refusal()).toEqual(
      new DatabaseUnavailable(
        'The database is not available: it is locked by another program; stop that program (is an earlier exporter still running?). Nothing was changed.',
      ),
    );
    expect(await texts()).toEqual(['first']);
    await release();
    await add(2, 'second');
  });

  it('because the disk is full keeps nothing of the write', async () => {
    await pragma(database, `max_page_count = ${String(await pragma(database, 'page_count'))}`);
    expect(await refusal()).toMatchObject({ message: expect.stringMatching('the disk is full; free some space') });
    expect(await texts()).toEqual(['first']);
    await pragma(database, 'max_page_count = 100000');
    await add(2, 'second');
    expect(await inFile(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('because the file is read-only says what to do', async () => {
    await pragma(database, 'query_only = ON');
    expect(await refusal()).toMatchObject({
      message: expect.stringMatching("it is read-only; give the exporter's user"),
    });
    await pragma(database, 'query_only = OFF');
    await add(2, 'second');
  });

  it('because a row is there twice is told apart', async () => {
    await expect(add(2, 'first')).rejects.toBeInstanceOf(DuplicateRow);
    const other = new Error('UNIQUE');
    await expect(database.write(() => Promise.reject(other))).rejects.toBe(other);
  });
});

it('undoes everything of a write that fails half-way', async () => {
  const write = database.write(async (manager) => {
    await manager.query(`UPDATE notes SET text = 'half'`);
    throw new Error('on its way');
  });
  await expect(write).rejects.toThrow('on its way');
  expect(await texts()).toEqual(['first']);
});

it('keeps writes that overlap apart, and shows readers only what is committed', async () => {
  const order: string[] = [];
  const begun = signal();
  const gate = signal();
  const failing = database.write(async (manager) => {
    await manager.query(`INSERT INTO notes (id, text) VALUES (7, 'undone')`);
    order.push('first');
    begun.give();
    await gate.given;
    throw new Error('undone');
  });
  const second = database.write(async (manager) => {
    order.push('second');
    await manager.query(`UPDATE notes SET text = 'second'`);
  });
  await begun.given;
  expect(await texts()).toEqual(['first']);
  expect(order).toEqual(['first']);
  gate.give();
  await expect(failing).rejects.toThrow('undone');
  await second;
  expect(await texts()).toEqual(['second']);
});

it('lets TypeORM’s own operations join the transaction', async () => {
  const write = database.write(async (manager) => {
    await manager.save(NoteEntity, { id: 2, text: 'saved' });
    throw new Error('undone');
  });
  await expect(write).rejects.toThrow('undone');
  expect(await texts()).toEqual(['first']);
});

it('finishes what is queued when it closes, and refuses what comes later', async () => {
  const last = database.write((manager) => manager.query(`UPDATE notes SET text = 'last'`));
  await database.close();
  await last;
  await expect(database.write(() => Promise.resolve())).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect(await inFile(path, 'SELECT text FROM notes')).toEqual([{ text: 'last' }]);
});

it('finishes the reads under way when it closes, and refuses what comes later', async () => {
  const gate = signal();
  const reading = database.read(async (manager) => {
    await gate.given;
    return manager.find(NoteEntity);
  });
  const closed = database.close();
  await expect(database.read(() => Promise.resolve())).rejects.toBeInstanceOf(DatabaseUnavailable);
  // Without a wait for the read, the file would be closed by now.
  await inFile(path, 'SELECT 1');
  gate.give();
  expect(await reading).toMatchObject([{ id: 1, text: 'first' }]);
  await closed;
});

function signal(): { given: Promise<void>; give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}
