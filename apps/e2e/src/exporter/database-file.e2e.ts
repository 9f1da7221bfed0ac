import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unreachable } from '../support/connections';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';
import { inFile } from '../support/sqlite';
import { ROOT } from '../support/workspace';

interface About {
  readonly database: { readonly fault: string | null };
}

let folder: string;
let path: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snp-database-file-'));
  path = join(folder, 'connections.db');
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function names(file: string): Promise<string[]> {
  return (await inFile<{ name: string }>(file, 'SELECT name FROM snp_connections ORDER BY id')).map(({ name }) => name);
}

/** What a copy of the database file alone has. */
function copied(): Promise<string[]> {
  const copy = join(folder, 'copy.db');
  copyFileSync(path, copy);
  return names(copy);
}

async function created(exporter: Exporter, name: string): Promise<{ status: number; body: { detail?: string } }> {
  return exporter.api('POST', '/api/connections', unreachable(name));
}

/** How a start that must not succeed ends. */
function refusedStart(environment: Record<string, string> = {}): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/server/main.js'], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', UI_PORT: '21701', METRICS_PORT: '21702', DB_PATH: path, ...environment },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, said: stdout + stderr };
}

test('28: a copy of the file alone has each acknowledged change a second later, and nothing that was deleted', async () => {
  const exporter = await Exporter.start({ databasePath: path });
  try {
    expect((await created(exporter, 'kept')).status).toBe(201);
    await exporter.api('POST', '/api/connections', unreachable('gone', { password: 'old-password-4711' }));
    const since = performance.now();
    await eventually(
      async () => (await copied()).length === 2,
      () => 'both in the copy',
    );
    // Ten times the second that it may take.
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(readFileSync(path).includes('old-password-4711')).toBe(true);
    await exporter.api('DELETE', '/api/connections/2');
    await eventually(
      async () => (await copied()).join() === 'kept',
      () => 'the deletion in the copy',
    );
    expect(await inFile(join(folder, 'copy.db'), 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    for (const file of [path, `${path}-wal`]) expect(readFileSync(file).includes('old-password-4711')).toBe(false);
  } finally {
    await exporter.stop();
  }
});

test('28: while the file is removed or moved, changes answer 503, which log, API and metrics say once', async () => {
  const exporter = await Exporter.start({ databasePath: path });
  const isUsable = (value: string) =>
    eventually(
      async () => (await exporter.scrape()).includes(`\nic_snp_exporter_database_usable ${value}\n`),
      () => `the metric to be ${value}`,
    );
  try {
    expect((await created(exporter, 'before')).status).toBe(201);
    renameSync(path, join(folder, 'moved.db'));
    for (const name of ['lost', 'lost too']) {
      const { status, body } = await created(exporter, name);
      expect(status).toBe(503);
      expect(body.detail).toMatch(/connections\.db was removed or moved; put it back, .*Nothing was changed/);
    }
    expect(exporter.log.match(/database file was removed or replaced/g)).toHaveLength(1);
    const { body } = await exporter.api<About>('GET', '/api/about');
    expect(body.database.fault).toMatch('connections.db was removed or moved');
    await isUsable('0');
    renameSync(join(folder, 'moved.db'), path);
    expect((await created(exporter, 'after')).status).toBe(201);
    await isUsable('1');
    expect(exporter.log).toMatch('database file is back; changes are accepted again');
    await exporter.stop();
    expect(await names(path)).toEqual(['before', 'after']);
  } finally {
    await exporter.stop();
  }
});

test('28: another file at its place is said, not used, and has its own content after a restart', async () => {
  let exporter = await Exporter.start({ databasePath: path });
  try {
    await created(exporter, 'in the backup');
    await eventually(
      async () => (await copied()).length === 1,
      () => 'the backup',
    );
    await created(exporter, 'later');
    renameSync(join(folder, 'copy.db'), path);
    // Nobody has to change anything for it to be noticed.
    await eventually(
      () => exporter.log.includes('restart the exporter to use that one'),
      () => exporter.log,
    );
    expect((await created(exporter, 'lost')).status).toBe(503);
    await exporter.stop('SIGKILL');
    exporter = await Exporter.start({ databasePath: path });
    const { body } = await exporter.api<{ name: string }[]>('GET', '/api/connections');
    expect(body.map(({ name }) => name)).toEqual(['in the backup']);
    expect(await inFile(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    // In place, too: the same inode with other content.
    copyFileSync(path, join(folder, 'older.db'));
    await created(exporter, 'newer');
    await eventually(
      async () => (await copied()).length === 2,
      () => 'both in the file',
    );
    copyFileSync(join(folder, 'older.db'), path);
    await eventually(
      () => exporter.log.includes('another program has overwritten connections.db'),
      () => exporter.log,
    );
    expect((await created(exporter, 'lost')).status).toBe(503);
  } finally {
    await exporter.stop();
  }
});

test('28: no new database is made where the log or a copy of a lost one is found, unless it is asked for', async () => {
  writeFileSync(`${path}-wal`, 'changes');
  writeFileSync(`${path}.before-0.1.0`, 'copy');
  const { status, said } = refusedStart();
  expect(status).toBe(1);
  expect(said.trim().split('\n')).toEqual([
    `The database ${path} cannot be used: it does not exist, but connections.db-wal and connections.db.before-0.1.0 are next to it: an earlier database was lost or moved. Put it back or restore a backup, or set DB_CREATE=true to begin with an empty database.`,
  ]);
  expect(existsSync(path)).toBe(false);
  const exporter = await Exporter.start({ databasePath: path, environment: { DB_CREATE: 'true' } });
  try {
    expect((await created(exporter, 'new')).status).toBe(201);
    expect(readFileSync(`${path}-wal.orphaned`, 'utf8')).toBe('changes');
  } finally {
    await exporter.stop();
  }
});

test('28: a file of the Python exporter that everybody may read becomes its owner’s alone, with its log and copy', async () => {
  await inFile(
    path,
    'CREATE TABLE snp_connections (id INTEGER PRIMARY KEY, name, restapi, websocket, username, password, objects_ids)',
  );
  await inFile(path, `INSERT INTO snp_connections (name, password) VALUES ('dropped', 'python-password-0815')`);
  await inFile(path, 'DELETE FROM snp_connections');
  chmodSync(path, 0o644);
  const exporter = await Exporter.start({ databasePath: path });
  try {
    const files = readdirSync(folder).sort();
    expect(files).toEqual(['', '-shm', '-wal', '.before-0.1.0'].map((suffix) => `connections.db${suffix}`));
    for (const file of files) {
      expect((statSync(join(folder, file)).mode & 0o777).toString(8), file).toBe('600');
      expect(readFileSync(join(folder, file)).includes('python-password-0815'), file).toBe(false);
    }
  } finally {
    await exporter.stop();
  }
});
