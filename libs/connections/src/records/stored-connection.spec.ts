import { inFile } from '@snp/database/testing';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { aConnection, startApi, temporaryFolder, type Api } from '../testing/api';
import { LEGACY_SCHEMA, addLegacyRow } from '../testing/legacy-file';

let folder: string;
let path: string;
let api: Api | undefined;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'connections.db');
});
afterEach(async () => {
  await api?.close();
  rmSync(folder, { recursive: true });
});

/** A file whose columns take anything, as SQLite allows. */
const LAX_SCHEMA = `
  CREATE TABLE snp_connections (id INTEGER PRIMARY KEY, name, restapi, websocket, username, password, objects_ids, enabled, created_at, updated_at);
  CREATE TABLE connection_status (connection_id INTEGER, status, last_update);`;

async function opened(rows: readonly Record<string, unknown>[], schema = LAX_SCHEMA): Promise<Api> {
  await inFile(path, schema);
  for (const row of rows) await addLegacyRow(path, { enabled: 1, ...row });
  api = await startApi({ path });
  return api;
}

describe('a stored connection that cannot be run as it is', () => {
  const odd: [title: string, row: Record<string, unknown>, shown: Record<string, unknown>, fault: string | null][] = [
    [
      'objects that are no JSON',
      { objects_ids: "[{'elementIP': '127.0.0.1'}]" },
      { objects_ids: [] },
      `objects_ids is not JSON: "[{'elementIP': '127.0.0.1'}]"`,
    ],
    [
      'objects that end too early',
      { objects_ids: '[{"objectType":"ptp"' },
      { objects_ids: [] },
      'objects_ids is not JSON: "[{\\"objectType\\":\\"ptp\\""',
    ],
    ['no text for objects', { objects_ids: null }, { objects_ids: [] }, 'objects_ids is not text'],
    ['bytes for objects', { objects_ids: Buffer.from('[]') }, { objects_ids: [] }, 'objects_ids is not text'],
    [
      'an object for a list',
      { objects_ids: '{"objectType":"ptp"}' },
      { objects_ids: [] },
      'objects_ids is not a list: "{\\"objectType\\":\\"ptp\\"}"',
    ],
    ['no objects', { objects_ids: '[]' }, { objects_ids: [] }, 'objects_ids lists no object to subscribe to'],
    [
      'nonsense for objects',
      { objects_ids: '[1, null, {"objectType": 5}]' },
      { objects_ids: [] },
      'objects_ids lists no object to subscribe to',
    ],
    ['no name', { name: '' }, { name: 'connection 1' }, 'the name is missing'],
    ['NULL for a name', { name: null }, { name: 'connection 1' }, 'the name is missing'],
    [
      'an address that is none',
      { restapi: 'device' },
      { restapi: 'device' },
      'restapi must be a complete URL that starts with https:// or http://',
    ],
    [
      'NULL for an address',
      { websocket: null },
      { websocket: '' },
      'websocket must be a URL that starts with wss:// or ws://',
    ],
    [
      'a plain address',
      { websocket: 'ws://device/smm' },
      { websocket: 'ws://device/smm' },
      'websocket is not encrypted (ws://): use wss:// or start the exporter with ALLOW_INSECURE_DEVICES=true',
    ],
    ['no password', { password: '' }, {}, 'the password is missing'],
    [
      'enabled as a word',
      { enabled: 'yes' },
      { enabled: false },
      'enabled is neither 0 nor 1, so the connection is disabled',
    ],
    [
      'enabled NULL',
      { enabled: null },
      { enabled: false },
      'enabled is neither 0 nor 1, so the connection is disabled',
    ],
    ['several faults', { name: ' ', password: null }, {}, 'the name is missing; the password is missing'],
  ];

  it.each(odd)('is shown with its fault: %s', async (_, row, shown, fault) => {
    const { http } = await opened([row]);
    const { body } = await http.get('/api/connections').expect(200);
    expect(body).toEqual([expect.objectContaining({ id: 1, ...shown, fault, reason: fault, status: 'disconnected' })]);
    expect((await http.get('/api/connections/1').expect(200)).body).toEqual(body[0]);
    expect(await api?.connections.find(1)).toEqual((await api?.connections.wanted())?.[0]);
  });

  const harmless: [title: string, row: Record<string, unknown>, shown: Record<string, unknown>][] = [
    ['a number for a name', { name: 42 }, { name: '42' }],
    ['bytes for a name', { name: Buffer.from('Régie') }, { name: 'Régie' }],
    ['a name with a line break', { name: 'a\nb' }, { name: 'a\nb' }],
    ['a very long name', { name: 'x'.repeat(1_000) }, { name: 'x'.repeat(1_000) }],
    [
      'objects with nonsense among them',
      { objects_ids: '[7, {"objectType": "ptp", "x": 1}, {}]' },
      { objects_ids: [{ elementIP: '127.0.0.1', objectType: 'ptp' }] },
    ],
    [
      'objects with keys of a prototype',
      { objects_ids: '[{"objectType": "ptp", "__proto__": {"x": 1}}]' },
      { objects_ids: [{ elementIP: '127.0.0.1', objectType: 'ptp' }] },
    ],
    [
      'times of another form',
      { created_at: 1_770_000_000, updated_at: null },
      { created_at: '1770000000', updated_at: '' },
    ],
    ['disabled', { enabled: 0 }, { enabled: false }],
  ];

  it.each(harmless)('is none of these: %s', async (_, row, shown) => {
    const { http } = await opened([row]);
    expect((await http.get('/api/connections').expect(200)).body).toEqual([
      expect.objectContaining({ ...shown, fault: null }),
    ]);
  });

  it('has a name of its own even where the file lets two have the same', async () => {
    const { connections } = await opened([{ name: 'A' }, { name: 'A' }, { name: null }, { name: null }]);
    const shown = (await connections.wanted()).map(({ name, fault }) => [name, fault]);
    expect(shown).toEqual([
      ['A', null],
      ['A (connection 2)', "another connection has the same name 'A'"],
      ['connection 3', 'the name is missing'],
      ['connection 4', 'the name is missing'],
    ]);
    expect((await connections.find(2))?.name).toBe('A (connection 2)');
  });

  it('can be mended over the API', async () => {
    const { http } = await opened([{ name: null, objects_ids: 'nonsense', enabled: 'yes' }]);
    await http.put('/api/connections/1').send(aConnection()).expect(200);
    expect((await http.get('/api/connections/1')).body).toMatchObject({
      name: 'MCR-SNP-01',
      enabled: true,
      fault: null,
    });
  });

  it('keeps what nobody can read when something else of it is changed', async () => {
    const { http } = await opened([{ objects_ids: 'nonsense' }]);
    await http.patch('/api/connections/1').send({ username: 'operator' }).expect(200);
    expect(await inFile(path, 'SELECT objects_ids FROM snp_connections')).toEqual([{ objects_ids: 'nonsense' }]);
  });

  it('goes into a backup as it is', async () => {
    const { http } = await opened([
      { name: 'A', objects_ids: 'nonsense' },
      { name: 'B', objects_ids: '[]' },
    ]);
    const { body } = await http.get('/api/export').expect(200);
    expect(body.connections.map(({ objects_ids }: { objects_ids: unknown }) => objects_ids)).toEqual([
      'nonsense',
      '[]',
    ]);
  });

  it('can be deleted, and its state with it, in a file that does not cascade', async () => {
    const { http, database, states } = await opened([{ objects_ids: 'nonsense' }]);
    await states.record(1, 'error', 0);
    await http.delete('/api/connections/1').expect(200);
    expect(await database.read((manager) => manager.query('SELECT * FROM connection_status'))).toEqual([]);
  });
});

it('collects from a plain address where the exporter is told that it may', async () => {
  await inFile(path, LEGACY_SCHEMA);
  await addLegacyRow(path, { restapi: 'http://device/api/auth', websocket: 'ws://device/smm' });
  api = await startApi({ path, allowInsecureDevices: true });
  expect((await api.connections.wanted())[0]?.fault).toBeNull();
});

it('takes a plain address that is stored back as it was read', async () => {
  const { http } = await opened([{ restapi: 'http://device/api/auth' }]);
  const { body } = await http.get('/api/connections/1');
  await http.put('/api/connections/1').send(body).expect(200);
  await http
    .put('/api/connections/1')
    .send({ ...body, restapi: 'http://other/api/auth', password: 'x' })
    .expect(422);
});

it('shows no password that somebody has put into an address', async () => {
  const { http } = await opened([
    { restapi: 'https://admin:hunter2@device/api/auth', websocket: 'wss://a@b:hunter2@device/' },
  ]);
  const { text, body } = await http.get('/api/connections/1').expect(200);
  expect(body).toMatchObject({ restapi: 'https://…@device/api/auth', websocket: 'wss://…@device/' });
  expect(text).not.toMatch('hunter2');
});

it('survives another program’s edits while it runs', async () => {
  const { http, connections } = await opened([{ name: 'A' }]);
  await connections.wanted();
  await addLegacyRow(path, { name: 'B', enabled: 1 });
  await inFile(
    path,
    `UPDATE snp_connections SET tags = 'x', objects_ids = '[{"objectType": "ipWan"}]' WHERE name = 'A'`,
  );
  expect(await connections.wanted()).toMatchObject([
    { name: 'A', tags: {}, objects: [{ objectType: 'ipWan' }] },
    { name: 'B' },
  ]);
  await inFile(path, `DELETE FROM snp_connections WHERE name = 'A'`);
  expect((await http.get('/api/connections')).body).toHaveLength(1);
});
