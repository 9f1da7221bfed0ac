import { Logger } from '@nestjs/common';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/notes';
import { keepPrivate } from './file-rights';

const NAMES = ['notes.db', 'notes.db-wal', 'notes.db-shm', 'notes.db.before-0.1.0', 'notes.db.backup', 'other.db'];

let folder: string;
let path: string;
let warnings: jest.SpyInstance;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'notes.db');
  for (const name of NAMES) writeFileSync(join(folder, name), '');
  warnings = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const modes = (): string[] => NAMES.map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8));

it.each([
  [0o644, 0o600],
  [0o664, 0o600],
  [0o666, 0o600],
  [0o604, 0o600],
  [0o640, 0o640],
  [0o660, 0o660],
  [0o400, 0o400],
])('rights of %o become %o, for the database, its log and its copies alone', async (before, after) => {
  for (const name of NAMES) chmodSync(join(folder, name), before);
  await keepPrivate({ path, realPath: path });
  const [own, foreign] = [after.toString(8), before.toString(8)];
  expect(modes()).toEqual([own, own, own, own, foreign, foreign]);
  expect(warnings).not.toHaveBeenCalled();
});

it.each([
  ['refuses', () => Promise.reject(new Error('EPERM: operation not permitted'))],
  ['forgets', () => Promise.resolve()],
])('says so where the file system %s the change', async (_what, change) => {
  chmodSync(path, 0o644);
  await keepPrivate({ path, realPath: path }, change);
  expect(warnings).toHaveBeenCalledWith(
    'database file can be read by every user of this machine',
    expect.objectContaining({ path }),
  );
});
