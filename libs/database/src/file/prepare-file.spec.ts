import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { silenceLogs } from '../testing';
import { temporaryFolder } from '../testing/notes';
import { prepareFile } from './prepare-file';

silenceLogs();

let folder: string;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'notes.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text = ''): void => writeFileSync(join(folder, name), text);

describe('remains of an earlier database', () => {
  it.each([
    [['notes.db-wal'], 'it does not exist, but notes.db-wal is next to it'],
    [['notes.db-journal'], 'it does not exist, but notes.db-journal is next to it'],
    [['notes.db.before-0.1.0'], 'it does not exist, but notes.db.before-0.1.0 is next to it'],
    [['notes.db-wal', 'notes.db.before-0.1.0.1'], 'notes.db-wal and notes.db.before-0.1.0.1 are next to it'],
  ])('%j end the start with a message', async (names, message) => {
    for (const name of names) put(name);
    await expect(prepareFile(path, false)).rejects.toThrow(message);
    await expect(prepareFile(path, false)).rejects.toThrow('set DB_CREATE=true to begin with an empty database');
    expect(readdirSync(folder)).toEqual(names);
  });

  it('count too where the database was emptied', async () => {
    put('notes.db');
    put('notes.db-wal', 'changes');
    await expect(prepareFile(path, false)).rejects.toThrow('it is empty, but notes.db-wal is next to it');
  });

  it.each([
    [['notes.db', 'notes.db-wal']],
    [['notes.db-shm']],
    [['other.db-wal', 'notes.db.backup', 'old-notes.db.before-0.1.0']],
  ])('are not found in %j', async (names) => {
    for (const name of names) put(name);
    await prepareFile(path, false);
    expect(readFileSync(path)).toHaveLength(0);
  });

  it('are kept under another name when an empty database is wanted', async () => {
    put('notes.db-wal', 'changes');
    put('notes.db.before-0.1.0', 'copy');
    await prepareFile(path, true);
    expect(readdirSync(folder)).toEqual(['notes.db', 'notes.db-wal.orphaned', 'notes.db.before-0.1.0']);
  });
});

describe('a link', () => {
  it('is followed, since the log is beside the file itself', async () => {
    mkdirSync(join(folder, 'disk'));
    symlinkSync(join(folder, 'disk/real.db'), path);
    put('disk/real.db', 'something');
    expect(await prepareFile(path, false)).toEqual({ path, realPath: join(folder, 'disk/real.db') });
  });

  it('to what does not exist ends the start with a message: the disk is not mounted', async () => {
    symlinkSync(join(folder, 'disk/real.db'), path);
    await expect(prepareFile(path, true)).rejects.toThrow(
      `it is a link to ${folder}/disk/real.db, which does not exist`,
    );
  });
});
