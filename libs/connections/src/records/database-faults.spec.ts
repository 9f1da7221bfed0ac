import { join } from 'node:path';
import { DatabaseUnavailable } from '@snp/database';
import { aConnection, startApi, temporaryFolder, type Api } from '../testing/api';
import { inFile, lockedByAnother, releaseLocks } from '../testing/sqlite-file';
import { rmSync } from 'node:fs';

let folder: string;
let path: string;
let api: Api;

beforeEach(async () => {
  folder = temporaryFolder();
  path = join(folder, 'connections.db');
  api = await startApi({ path, busyTimeoutMs: 50 });
  await api.http.post('/api/connections').send(aConnection()).expect(201);
  api.announced.length = 0;
});
afterEach(async () => {
  await releaseLocks();
  await api.close();
  rmSync(folder, { recursive: true });
});

const UNAVAILABLE = {
  type: 'urn:snp-exporter:problem:database-unavailable',
  title: 'The database is not available',
  status: 503,
};

/** Every way to change something, and an answer to each of them. */
async function refuseEveryWrite(detail: RegExp): Promise<void> {
  const big = { connections: Array.from({ length: 2_000 }, (_, at) => aConnection({ name: `new ${at}` })) };
  for (const request of [
    api.http
      .post('/api/connections')
      .send(aConnection({ name: 'new', tags: { a: 'x'.repeat(128) }, objects_ids: many() })),
    api.http.put('/api/connections/1').send(aConnection({ name: 'renamed', objects_ids: many() })),
    api.http.patch('/api/connections/1').send({ objects_ids: many() }),
    api.http.post('/api/import').send(big),
    api.http.post('/api/connections/bulk').send({ action: 'replace_objects', filter: {}, objects_ids: many() }),
  ]) {
    const { status, body, headers } = await request;
    expect({ status, body }).toEqual({ status: 503, body: { ...UNAVAILABLE, detail: expect.stringMatching(detail) } });
    expect(headers['retry-after']).toBe('5');
  }
  expect(api.announced).toEqual([]);
}

const many = () => Array.from({ length: 4_000 }, (_, at) => ({ objectType: 'videoIn', objectId: `BNC-${at}` }));

async function expectUntouched(): Promise<void> {
  const connections = await api.connections.wanted();
  expect(connections.map(({ name, objects }) => [name, objects.length])).toEqual([['MCR-SNP-01', 1]]);
}

it('goes on reading while another program holds the file, and refuses writes with 503', async () => {
  const { release } = await lockedByAnother(path);
  await refuseEveryWrite(/locked by another program.*Nothing was changed\.$/);
  await api.http.delete('/api/connections/1').expect(503);
  expect((await api.http.get('/api/connections').expect(200)).body).toHaveLength(1);
  await release();
  await expectUntouched();
  await api.http.patch('/api/connections/1').send({ username: 'operator' }).expect(200);
});

it('refuses writes with 503 while the disk is full, without a partial write', async () => {
  const [{ page_count: pages } = { page_count: 0 }] =
    await api.database.writing.query<{ page_count: number }[]>('PRAGMA page_count');
  await api.database.writing.query(`PRAGMA max_page_count = ${pages}`);
  await refuseEveryWrite(/the disk is full; free some space/);
  await expectUntouched();
  await api.database.writing.query('PRAGMA max_page_count = 100000');
  await api.http.patch('/api/connections/1').send({ objects_ids: many() }).expect(200);
  expect(await inFile(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

it('refuses writes with 503 while the file is read-only', async () => {
  await api.database.writing.query('PRAGMA query_only = ON');
  await refuseEveryWrite(/cannot be written; give the user of the exporter write access/);
  await expectUntouched();
  await api.database.writing.query('PRAGMA query_only = OFF');
  await api.http.delete('/api/connections/1').expect(200);
});

it('undoes everything of a write that fails half-way', async () => {
  const write = api.database.write(async (manager) => {
    await manager.query(`UPDATE snp_connections SET name = 'half'`);
    throw new Error('on its way');
  });
  await expect(write).rejects.toThrow('on its way');
  await expectUntouched();
  await api.http.patch('/api/connections/1').send({ username: 'operator' }).expect(200);
});

it('keeps writes that overlap apart, and shows readers only what is committed', async () => {
  const order: string[] = [];
  const begun = signal();
  const gate = signal();
  const failing = api.database.write(async (manager) => {
    await manager.query(`UPDATE snp_connections SET username = 'first'`);
    order.push('first');
    begun.give();
    await gate.given;
    throw new Error('undone');
  });
  const second = api.database.write(async (manager) => {
    order.push('second');
    await manager.query(`UPDATE snp_connections SET name = 'second'`);
  });
  await begun.given;
  await api.http.get('/api/connections').expect(200);
  expect(order).toEqual(['first']);
  await expectUntouched();
  gate.give();
  await expect(failing).rejects.toThrow('undone');
  await second;
  expect(await api.connections.find(1)).toMatchObject({ name: 'second', username: 'admin' });
});

it('lets TypeORM’s own operations join the transaction', async () => {
  const { ConnectionStatusEntity } = await import('./connection-status.entity');
  const write = api.database.write(async (manager) => {
    await manager.save(ConnectionStatusEntity, { connectionId: 1, status: 'connected', lastUpdate: 'x' });
    throw new Error('undone');
  });
  await expect(write).rejects.toThrow('undone');
  expect(await api.database.read((manager) => manager.find(ConnectionStatusEntity))).toEqual([]);
});

it('finishes what is queued when it closes, and refuses what comes later', async () => {
  const last = api.database.write((manager) => manager.query(`UPDATE snp_connections SET username = 'last'`));
  await api.database.close();
  await last;
  await expect(api.database.write(() => Promise.resolve())).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect(await inFile(path, 'SELECT username FROM snp_connections')).toEqual([{ username: 'last' }]);
});

it('answers 409, not 500, when another program takes the name meanwhile', async () => {
  await inFile(
    path,
    `CREATE TRIGGER rival BEFORE INSERT ON snp_connections WHEN NEW.name = 'wanted' BEGIN
    INSERT INTO snp_connections (name, restapi, websocket, username, password, objects_ids) VALUES ('wanted ', '', '', '', '', '');
    UPDATE snp_connections SET name = 'wanted' WHERE name = 'wanted ';
  END;`,
  );
  const { body } = await api.http
    .post('/api/connections')
    .send(aConnection({ name: 'wanted' }))
    .expect(409);
  expect(body.detail).toBe("Connection 'wanted' already exists.");
  await expectUntouched();
});

function signal(): { given: Promise<void>; give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}
