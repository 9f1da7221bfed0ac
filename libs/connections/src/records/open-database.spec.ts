import { DatabaseUnusable, openDatabase, type Database } from '@snp/database';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONNECTIONS_ENTITIES, CONNECTIONS_MIGRATIONS } from '..';
import { temporaryFolder } from '../testing/api';
import { LEGACY_SCHEMA, addLegacyRow, inFile, lockedByAnother, releaseLocks } from '../testing/sqlite-file';

let folder: string;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'connections.db');
});
afterEach(async () => {
  await releaseLocks();
  rmSync(folder, { recursive: true });
});

const open = (file = path): Promise<Database> =>
  openDatabase({ path: file, entities: CONNECTIONS_ENTITIES, migrations: CONNECTIONS_MIGRATIONS, busyTimeoutMs: 50 });

const COPY = (): string => `${path}.before-0.1.0`;

async function pragma(database: Database, name: string): Promise<unknown> {
  const [row] = await database.writing.query<Record<string, unknown>[]>(`PRAGMA ${name}`);
  return Object.values(row ?? {})[0];
}

describe('a new database', () => {
  it('is made with its folder, for its owner alone', async () => {
    const database = await open(join(folder, 'a/b/connections.db'));
    expect(database.path).toBe(join(folder, 'a/b/connections.db'));
    expect(statSync(database.path).mode & 0o777).toBe(0o600);
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

  it('has no copy beside it, and opens again', async () => {
    await (await open()).close();
    await (await open()).close();
    expect(existsSync(COPY())).toBe(false);
  });

  it('can be used by the earlier exporter', async () => {
    await (await open()).close();
    await addLegacyRow(path);
    await inFile(path, 'INSERT OR REPLACE INTO connection_status (connection_id, status) VALUES (1, ?)', ['connected']);
    expect(await inFile(path, 'SELECT name, enabled, tags FROM snp_connections')).toEqual([
      { name: 'MCR-SNP-01', enabled: 1, tags: '{}' },
    ]);
  });
});

describe('a database of the earlier exporter', () => {
  beforeEach(async () => {
    await inFile(path, LEGACY_SCHEMA);
    await addLegacyRow(path);
    await inFile(path, 'INSERT INTO connection_status (connection_id, status) VALUES (1, ?)', ['connected']);
    await inFile(path, 'INSERT INTO connection_status (connection_id, status) VALUES (99, ?)', ['orphaned']);
  });

  it('is taken over in place with all its rows', async () => {
    const database = await open();
    const rows = await database.read((manager) =>
      manager.query('SELECT name, enabled, tags, revision FROM snp_connections'),
    );
    expect(rows).toEqual([{ name: 'MCR-SNP-01', enabled: 1, tags: '{}', revision: 1 }]);
    const statuses = await database.read((manager) =>
      manager.query('SELECT connection_id, status FROM connection_status'),
    );
    expect(statuses).toEqual([
      { connection_id: 1, status: 'connected' },
      { connection_id: 99, status: 'orphaned' },
    ]);
    await database.close();
  });

  it('is kept as it was in a copy beside it, once', async () => {
    await (await open()).close();
    const copied = readFileSync(COPY());
    expect(await inFile(COPY(), 'SELECT name FROM snp_connections')).toEqual([{ name: 'MCR-SNP-01' }]);
    expect(await inFile(COPY(), `SELECT name FROM pragma_table_info('snp_connections') WHERE name = 'tags'`)).toEqual(
      [],
    );
    await addLegacyRow(path, { name: 'later' });
    await (await open()).close();
    expect(readFileSync(COPY())).toEqual(copied);
    expect(existsSync(`${COPY()}.1`)).toBe(false);
  });

  it('never overwrites an older copy', async () => {
    writeFileSync(COPY(), 'precious');
    await (await open()).close();
    expect(readFileSync(COPY(), 'utf8')).toBe('precious');
    expect(await inFile(`${COPY()}.1`, 'SELECT COUNT(*) AS rows FROM snp_connections')).toEqual([{ rows: 1 }]);
  });

  it('includes in the copy what is only in its write-ahead log', async () => {
    const writer = await open();
    await writer.close();
    rmSync(COPY());
    // As if its first start had been by a program that keeps a log and was killed.
    await inFile(path, 'DROP TABLE migrations');
    const other = new (await import('sqlite3')).default.Database(path);
    await new Promise((done) =>
      other.exec(`PRAGMA journal_mode = WAL; UPDATE snp_connections SET username = 'logged'`, done),
    );
    const database = await open();
    expect(await inFile(COPY(), 'SELECT username FROM snp_connections')).toEqual([{ username: 'logged' }]);
    await database.close();
    await new Promise((done) => other.close(done));
  });

  it('keeps the access rights of the file for the copy', async () => {
    const { mode } = statSync(path);
    await (await open()).close();
    expect(statSync(COPY()).mode).toBe(mode);
  });
});

it('adds the columns that an even older or a home-made table lacks', async () => {
  await inFile(
    path,
    `CREATE TABLE snp_connections (id INTEGER PRIMARY KEY, name, restapi, websocket, username, password, objects_ids, tags TEXT);
     INSERT INTO snp_connections VALUES (5, 'A', 'https://a/', 'wss://a/', 'u', 'p', '[]', NULL);`,
  );
  const database = await open();
  const rows = await database.read((manager) =>
    manager.query('SELECT id, name, enabled, created_at FROM snp_connections'),
  );
  expect(rows).toEqual([{ id: 5, name: 'A', enabled: 1, created_at: null }]);
  await database.close();
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
    const below = join(path, 'connections.db');
    expect((await refused(below)).message).toMatch(`The database ${below} cannot be used: `);
  });

  it('when the file is no database', async () => {
    writeFileSync(path, 'something else entirely, long enough to have a header'.repeat(10));
    expect((await refused()).message).toMatch(/is not an SQLite database; check DB_PATH or restore a backup/);
    expect(readFileSync(path, 'utf8')).toMatch('something else');
  });

  it('when it is damaged', async () => {
    await inFile(path, LEGACY_SCHEMA);
    for (let n = 0; n < 50; n++) await addLegacyRow(path, { name: `${n}`, objects_ids: 'x'.repeat(2_000) });
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4_096, bytes.length - 4_096);
    writeFileSync(path, bytes);
    expect((await refused()).message).toMatch(/damaged; restore a backup|is not an SQLite database/);
  });

  it('when another program holds it', async () => {
    await inFile(path, LEGACY_SCHEMA);
    const { release } = await lockedByAnother(path);
    expect((await refused()).message).toMatch(/locked by another program; close the program that holds it/);
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

  it('when it is another program’s database', async () => {
    await inFile(path, 'CREATE TABLE snp_connections (id INTEGER PRIMARY KEY, title TEXT);');
    expect((await refused()).message).toMatch(
      /lacks name, restapi, websocket, .*: it is not a database of this exporter/,
    );
    expect(await inFile(path, `SELECT name FROM pragma_table_info('snp_connections')`)).toEqual([
      { name: 'id' },
      { name: 'title' },
    ]);
  });

  it.each(['', '  ', ':memory:'])('when DB_PATH is %j', async (file) => {
    expect((await refused(file)).message).toMatch('DB_PATH must name a file');
  });
});
