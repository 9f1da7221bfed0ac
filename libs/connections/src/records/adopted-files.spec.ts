import { DatabaseUnusable, type Database } from '@snp/database';
import { inFile } from '@snp/database/testing';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, temporaryFolder } from '../testing/api';
import { LEGACY_SCHEMA, addLegacyRow } from '../testing/legacy-file';

let folder: string;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'connections.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): Promise<Database> => openDatabase(path);

const COPY = (): string => `${path}.before-0.1.0`;

it('makes a new database that the earlier exporter can use', async () => {
  await (await open()).close();
  await addLegacyRow(path);
  await inFile(path, 'INSERT OR REPLACE INTO connection_status (connection_id, status) VALUES (1, ?)', ['connected']);
  expect(await inFile(path, 'SELECT name, enabled, tags FROM snp_connections')).toEqual([
    { name: 'MCR-SNP-01', enabled: 1, tags: '{}' },
  ]);
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

it('refuses to start with another program’s database', async () => {
  await inFile(path, 'CREATE TABLE snp_connections (id INTEGER PRIMARY KEY, title TEXT);');
  await expect(open()).rejects.toThrow(DatabaseUnusable);
  await expect(open()).rejects.toThrow(
    /has no column name, restapi, websocket, .*: this is not a database of the exporter/,
  );
  expect(await inFile(path, `SELECT name FROM pragma_table_info('snp_connections')`)).toEqual([
    { name: 'id' },
    { name: 'title' },
  ]);
});
