import { aConnection, startApi, type Api } from '../testing/api';
import { addLegacyRow, LEGACY_SCHEMA } from '../testing/legacy-file';
import { exportOf, importFile } from '../testing/imports';
import { inFile } from '@snp/database/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let api: Api;

describe('white space around what was typed', () => {
  beforeEach(async () => (api = await startApi()));
  afterEach(() => api.close());

  const typed = {
    name: '\u00a0MCR 1\u200b ',
    restapi: '\ufeffhttps://192.168.90.23:9089/api/auth\u3000',
    websocket: ' wss://192.168.90.23/smm\t',
    username: 'admin\u2007',
    password: ' secret\u00a0',
    objects_ids: [
      { objectType: 'ptp\u202f', objectId: ' 1' },
      { elementIP: ' 127.0.0.1', objectType: 'ptp', objectId: '1' },
    ],
    tags: { ' site': 'london\u200b' },
  };
  const kept = {
    name: 'MCR 1',
    restapi: 'https://192.168.90.23:9089/api/auth',
    websocket: 'wss://192.168.90.23/smm',
    username: 'admin',
    password: ' secret\u00a0',
    objects: [{ elementIP: '127.0.0.1', objectType: 'ptp', objectId: '1' }],
    tags: { site: 'london' },
  };

  it('is left out when a connection is added, but not that of the password', async () => {
    await api.http.post('/api/connections').send(aConnection(typed)).expect(201);
    expect(await api.connections.find(1)).toMatchObject(kept);
  });

  it.each(['put', 'patch'] as const)('is left out by %s', async (method) => {
    await api.http.post('/api/connections').send(aConnection()).expect(201);
    await api.http[method]('/api/connections/1').send(aConnection(typed)).expect(200);
    expect(await api.connections.find(1)).toMatchObject(kept);
  });

  it('is left out by an import, a copy and a bulk change', async () => {
    await importFile(api, exportOf(aConnection(typed)));
    expect(await api.connections.find(1)).toMatchObject(kept);
    await api.http.post('/api/connections/1/duplicate').send({ name: ' COPY\u200b' }).expect(201);
    expect((await api.connections.find(2))?.name).toBe('COPY');
    const bulk = (change: object) =>
      api.http
        .post('/api/connections/bulk')
        .send({ ids: [1], ...change })
        .expect(200);
    await bulk({ action: 'add_tags', tags: { 'room ': '\u00a0mcr' } });
    await bulk({ action: 'remove_tags', tag_keys: [' site'] });
    await bulk({ action: 'set_credentials', username: ' eng\u200b', password: ' x ' });
    expect(await api.connections.find(1)).toMatchObject({ tags: { room: 'mcr' }, username: 'eng', password: ' x ' });
  });

  it('finds connections all the same', async () => {
    await api.http.post('/api/connections').send(aConnection({ tags: { site: 'london' } }));
    const found = async (query: Record<string, string>) =>
      (await api.http.get('/api/connections').query(query)).body.length;
    expect(await found({ search: ' mcr\u00a0' })).toBe(1);
    expect(await found({ tag: '\u200bsite = london ' })).toBe(1);
  });

  it.each([
    ['name', { name: 'MCR\u200b1' }],
    ['restapi', { restapi: 'https://host/api\u200b/auth' }],
    ['restapi', { restapi: 'https://ho\u202est/api/auth' }],
    ['restapi', { restapi: 'ht\u200btps://host/api/auth' }],
    ['websocket', { websocket: 'wss://ho\u00adst/smm' }],
    ['username', { username: 'ad\u200bmin' }],
    ['tags/site', { tags: { site: 'lon\u200ddon' } }],
    ['objects_ids/0/objectId', { objects_ids: [{ objectType: 'x', objectId: 'a\u200bb' }] }],
  ])('is not what is inside: %s is refused in every way', async (pointer, different) => {
    const errors = [
      {
        pointer: `/${pointer}`,
        message: expect.stringMatching(/^contains a .+ \(U\+[0-9A-F]{4}\) after ".+": remove it$/),
      },
    ];
    const refused = await api.http.post('/api/connections').send(aConnection(different)).expect(422);
    expect(refused.body.errors).toEqual(errors);
    await api.http.post('/api/connections').send(aConnection()).expect(201);
    expect(
      (
        await api.http
          .patch('/api/connections/1')
          .send({ ...different, password: 'x' })
          .expect(422)
      ).body.errors,
    ).toEqual(errors);
    expect((await api.http.put('/api/connections/1').send(aConnection(different)).expect(422)).body.errors).toEqual(
      errors,
    );
    const { entries } = await importFile(api, exportOf(aConnection({ name: 'other', ...different })));
    expect(entries).toMatchObject([{ outcome: 'refused', reasons: errors }]);
  });

  it('does not make two tags of one', async () => {
    const { body } = await api.http
      .post('/api/connections')
      .send(aConnection({ tags: { site: 'a', 'site ': 'b' } }))
      .expect(422);
    expect(body.errors).toEqual([{ pointer: '/tags/site ', message: 'is given twice' }]);
  });

  it('makes no other name: whatever looks alike is taken', async () => {
    await api.http
      .post('/api/connections')
      .send(aConnection({ name: 'Régie 1' }))
      .expect(201);
    await api.http
      .post('/api/connections')
      .send(aConnection({ name: 'other' }))
      .expect(201);
    for (const name of ['RE\u0301GIE\u00a0 1', '\u200bRégie\u30001', 'Ｒégie 1']) {
      await api.http.post('/api/connections').send(aConnection({ name })).expect(409);
      await api.http.patch('/api/connections/2').send({ name }).expect(409);
      await api.http.post('/api/connections/2/duplicate').send({ name }).expect(409);
      expect(await importFile(api, exportOf(aConnection({ name })))).toMatchObject({ imported: 0, skipped: 1 });
    }
    await api.http.patch('/api/connections/1').send({ name: 'régie  1' }).expect(200);
  });
});

describe('a row of another program whose texts have such characters', () => {
  const name = 'MCR\u200b 1 ';
  const row = { name, username: 'ad\u200bmin ', tags: '{"site":"lon\u200bdon ","room ":"x"}' };
  const folder = mkdtempSync(join(tmpdir(), 'snp-invisible-'));
  const path = join(folder, 'connections.db');

  beforeAll(async () => {
    await inFile(path, LEGACY_SCHEMA);
    await addLegacyRow(path, { name, username: row.username });
    await addLegacyRow(path, { name: 'MCR 1' });
    api = await startApi({ path });
    await inFile(path, 'UPDATE snp_connections SET tags = ? WHERE id = 1', [row.tags]);
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps them when it is edited elsewhere or sent back as it was read', async () => {
    const read = (await api.http.get('/api/connections/1')).body;
    expect(read.name).toBe(name);
    await api.http
      .put('/api/connections/1')
      .send({ ...read, enabled: false })
      .expect(200);
    await api.http
      .patch('/api/connections/1')
      .send({ ...read, websocket: 'wss://192.168.90.23:443/smm' })
      .expect(200);
    await api.http
      .patch('/api/connections/1')
      .send({ tags: { ...read.tags, more: ' y' } })
      .expect(200);
    await api.http
      .post('/api/connections/bulk')
      .send({ ids: [1], action: 'add_tags', tags: { a: 'b' } })
      .expect(200);
    await importFile(api, exportOf({ ...read, restapi: `${read.restapi} `, tags: undefined }), {
      query: '?on_conflict=update',
    });
    expect(await api.connections.find(1)).toMatchObject({
      name,
      username: row.username,
      tags: { site: 'lon\u200bdon ', a: 'b', more: 'y' },
    });
  });

  it('is renamed to a name without them, and copied to one', async () => {
    await api.http.post('/api/connections/1/duplicate').expect(201);
    expect((await api.connections.find(3))?.name).toBe('MCR 1 (copy)');
    await api.http.patch('/api/connections/1').send({ name: 'MCR 1' }).expect(409);
    await api.http.patch('/api/connections/1').send({ name: 'MCR 2 ' }).expect(200);
    expect((await api.connections.find(1))?.name).toBe('MCR 2');
  });
});
