import { aConnection, startApi, temporaryFolder, type Api } from '../testing/api';
import { exportOf, importFile, stored } from '../testing/imports';
import { join } from 'node:path';

const REFUSED = [{ pointer: '/legacy_tls', message: expect.stringContaining('LEGACY_TLS=true') as string }];

let api: Api;
const add = (more: Record<string, unknown> = {}) => api.http.post('/api/connections').send(aConnection(more));

afterEach(() => api.close());

describe('legacy TLS, where the exporter does not permit it', () => {
  beforeEach(async () => {
    api = await startApi();
  });

  it('is refused for a new connection, with the way to permit it', async () => {
    const { body } = await add({ legacy_tls: true }).expect(422);
    expect(body).toMatchObject({ errors: REFUSED });
  });

  it('is refused as a change, in whatever way', async () => {
    await add().expect(201);
    for (const change of [
      api.http.patch('/api/connections/1').send({ legacy_tls: true }),
      api.http.put('/api/connections/1').send(aConnection({ legacy_tls: true })),
    ])
      expect((await change.expect(422)).body).toMatchObject({ errors: REFUSED });
    const { entries } = await importFile(api, exportOf(aConnection({ legacy_tls: true })), {
      query: '?on_conflict=update',
    });
    expect(entries).toMatchObject([{ outcome: 'refused', reasons: REFUSED }]);
  });

  it('is false when nothing is said, and may be said to be', async () => {
    await add().expect(201);
    await add({ name: 'B', legacy_tls: false }).expect(201);
    const { body } = await api.http.get('/api/connections').expect(200);
    expect(body).toMatchObject([{ legacy_tls: false }, { legacy_tls: false }]);
  });

  it.each(['true', 1, null])('is never %p', async (value) => {
    const { body } = await add({ legacy_tls: value }).expect(422);
    expect(body).toMatchObject({ errors: [{ pointer: '/legacy_tls' }] });
  });
});

describe('legacy TLS, where the exporter permits it', () => {
  beforeEach(async () => {
    api = await startApi({ allowLegacyTls: true });
  });

  it('is stored and shown, survives what does not mention it, and can be taken back', async () => {
    await add({ legacy_tls: true }).expect(201);
    const shown = async () => (await api.http.get('/api/connections/1').expect(200)).body as { legacy_tls: boolean };
    expect((await shown()).legacy_tls).toBe(true);
    await api.http.put('/api/connections/1').send(aConnection()).expect(200);
    await api.http.patch('/api/connections/1').send({ enabled: false }).expect(200);
    expect((await shown()).legacy_tls).toBe(true);
    await api.http.patch('/api/connections/1').send({ legacy_tls: false }).expect(200);
    expect((await shown()).legacy_tls).toBe(false);
  });

  it('survives an export and an import as JSON and as CSV', async () => {
    await add({ legacy_tls: true }).expect(201);
    await add({ name: 'B' }).expect(201);
    const before = await stored(api);
    for (const [format, type] of [
      ['json', 'application/json'],
      ['csv', 'text/csv'],
    ] as const) {
      const { text } = await api.http.get(`/api/export?format=${format}`).expect(200);
      for (const { id } of await api.connections.wanted()) await api.http.delete(`/api/connections/${id}`).expect(200);
      await importFile(api, text, { type });
      expect((await stored(api)).map(({ name, legacyTls }) => [name, legacyTls])).toEqual(
        before.map(({ name, legacyTls }) => [name, legacyTls]),
      );
    }
  });

  it('is read from YAML', async () => {
    const text = [
      '- name: A',
      '  restapi: https://a/api/',
      '  websocket: wss://a/smm',
      '  username: admin',
      '  password: x',
      '  objects: standard',
      '  legacy_tls: true',
    ].join('\n');
    await importFile(api, text, { type: 'application/yaml' });
    expect(await stored(api)).toMatchObject([{ name: 'A', legacyTls: true }]);
  });

  it('stays as it is when a file does not mention it', async () => {
    await add({ legacy_tls: true }).expect(201);
    await importFile(api, exportOf(aConnection({ username: 'other' })), { query: '?on_conflict=update' });
    expect(await stored(api)).toMatchObject([{ username: 'other', legacyTls: true }]);
  });
});

it('a stored connection with legacy TLS opens where it is not permitted, and says so', async () => {
  const path = join(temporaryFolder(), 'connections.db');
  api = await startApi({ path, allowLegacyTls: true });
  await add({ legacy_tls: true }).expect(201);
  await api.close();
  api = await startApi({ path });
  const { body } = await api.http.get('/api/connections/1').expect(200);
  expect(body).toMatchObject({ legacy_tls: true, fault: expect.stringContaining('LEGACY_TLS=true') as string });
  await api.http.put('/api/connections/1').send(body).expect(200);
  await api.http.patch('/api/connections/1').send({ legacy_tls: false }).expect(200);
  expect((await api.connections.wanted())[0]?.fault).toBeNull();
});
