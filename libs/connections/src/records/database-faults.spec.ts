import { inFile, lockedByAnother, pragma, releaseLocks } from '@snp/database/testing';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { aConnection, startApi, temporaryFolder, type Api } from '../testing/api';

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
  await pragma(api.database, `max_page_count = ${String(await pragma(api.database, 'page_count'))}`);
  await refuseEveryWrite(/the disk is full; free some space/);
  await expectUntouched();
  await pragma(api.database, 'max_page_count = 100000');
  await api.http.patch('/api/connections/1').send({ objects_ids: many() }).expect(200);
  expect(await inFile(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

it('refuses writes with 503 while the file is read-only', async () => {
  await pragma(api.database, 'query_only = ON');
  await refuseEveryWrite(/it is read-only; give the exporter's user write access/);
  await expectUntouched();
  await pragma(api.database, 'query_only = OFF');
  await api.http.delete('/api/connections/1').expect(200);
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
