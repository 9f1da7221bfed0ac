import { aConnection, startApi, type Api } from '../testing/api';

const NOW = Date.parse('2026-02-03T20:00:00.999Z');

let api: Api;
let now: number;

beforeEach(async () => {
  now = NOW;
  api = await startApi({ now: () => now });
});
afterEach(() => api.close());

const add = (different: Record<string, unknown> = {}) =>
  api.http.post('/api/connections').send(aConnection(different)).expect(201);

describe('the API of today', () => {
  it('adds a connection', async () => {
    const answer = await add();
    expect(answer.body).toEqual({ id: 1, message: 'Connection added' });
    expect(answer.headers['location']).toBe('/api/connections/1');
    expect(api.announced).toEqual([{ kind: 'added', ids: [1] }]);
  });

  it('lists connections with their state, but not their password', async () => {
    await add();
    const { body, headers, text } = await api.http.get('/api/connections').expect(200);
    expect(body).toEqual([
      {
        id: 1,
        name: 'MCR-SNP-01',
        restapi: 'https://192.168.90.23:9089/api/auth',
        websocket: 'wss://192.168.90.23/smm',
        username: 'admin',
        objects_ids: [{ elementIP: '127.0.0.1', objectType: 'ptp' }],
        enabled: true,
        tags: {},
        legacy_tls: false,
        created_at: '2026-02-03 20:00:00',
        updated_at: '2026-02-03 20:00:00',
        status: 'disconnected',
        reason: '',
        last_update: null,
        fault: null,
      },
    ]);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).not.toMatch('secret');
  });

  it('takes a connection back as it was read', async () => {
    await add({ tags: { site: 'london' }, enabled: false });
    const read = await api.http.get('/api/connections/1').expect(200);
    now += 60_000;
    const answer = await api.http.put('/api/connections/1').send(read.body).expect(200);
    expect(answer.body).toEqual({ message: 'Connection updated' });
    const again = await api.http.get('/api/connections/1');
    expect(again.body).toEqual({ ...read.body, updated_at: '2026-02-03 20:01:00' });
    expect((await api.connections.find(1))?.password).toBe('secret');
    expect(api.announced.at(-1)).toEqual({ kind: 'changed', ids: [1] });
  });

  it.each([undefined, ''])(
    'keeps the stored password of a replaced connection that comes with password %j',
    async (password) => {
      await add();
      await api.http
        .put('/api/connections/1')
        .send(aConnection({ username: 'operator', password }))
        .expect(200);
      expect(await api.connections.find(1)).toMatchObject({ username: 'operator', password: 'secret' });
    },
  );

  it('keeps tags and enabled of a connection replaced by a client that does not know them', async () => {
    await add({ tags: { site: 'london' }, enabled: false });
    await api.http
      .put('/api/connections/1')
      .send(aConnection({ enabled: undefined }))
      .expect(200);
    expect(await api.connections.find(1)).toMatchObject({ tags: { site: 'london' }, enabled: false });
  });

  it('deletes a connection', async () => {
    await add();
    const answer = await api.http.delete('/api/connections/1').expect(200);
    expect(answer.body).toEqual({ message: 'Connection deleted' });
    expect((await api.http.get('/api/connections')).body).toEqual([]);
    await api.http.delete('/api/connections/1').expect(404);
    expect(api.announced.slice(1)).toEqual([{ kind: 'removed', ids: [1] }]);
  });

  it('never gives the id of a deleted connection to another one', async () => {
    await add();
    await api.http.delete('/api/connections/1');
    expect((await add()).body.id).toBe(2);
  });

  it('reloads', async () => {
    const answer = await api.http.post('/api/reload').expect(200);
    expect(answer.body).toEqual({ message: 'config reloaded' });
    expect(api.announced).toEqual([{ kind: 'reload' }]);
  });
});

describe('names', () => {
  it.each([
    'say "hello" \\ {a="b"}',
    '📺 Regie 1',
    'שלום',
    'Regie 👨‍👩‍👧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ❤️ 1️⃣',
    'x'.repeat(128),
    '📺'.repeat(128),
  ])('may be %j', async (name) => {
    await add({ name });
    expect((await api.http.get('/api/connections/1')).body.name).toBe(name);
    expect((await api.connections.wanted())[0]?.name).toBe(name);
  });

  it.each(['MCR-SNP-01', 'mcr-snp-01', ' MCR-SNP-01 '])('are unique, %j too', async (name) => {
    await add();
    const answer = await api.http.post('/api/connections').send(aConnection({ name })).expect(409);
    expect(answer.body).toEqual({
      type: 'urn:snp-exporter:problem:name-taken',
      title: 'The name is taken',
      status: 409,
      detail: `Connection '${name.trim()}' already exists.`,
      errors: [{ pointer: '/name', message: expect.any(String) }],
    });
  });

  it('are not taken from another connection by a change', async () => {
    await add();
    await add({ name: 'other' });
    await api.http.patch('/api/connections/2').send({ name: 'MCR-snp-01' }).expect(409);
    await api.http.patch('/api/connections/2').send({ name: 'OTHER' }).expect(200);
  });
});

describe('objects', () => {
  it('are merged where they are exactly the same', async () => {
    await add({
      objects_ids: [
        { objectType: 'ptp' },
        { objectType: 'ptp', elementIP: '127.0.0.1' },
        { objectType: 'ptp', elementIP: '10.0.0.1' },
        { objectType: 'procChannelHD', objectId: 'A-HD-1' },
        { objectType: 'procChannelHD', objectId: 'A-HD-1' },
      ],
    });
    expect((await api.http.get('/api/connections/1')).body.objects_ids).toEqual([
      { elementIP: '127.0.0.1', objectType: 'ptp' },
      { elementIP: '10.0.0.1', objectType: 'ptp' },
      { elementIP: '127.0.0.1', objectType: 'procChannelHD', objectId: 'A-HD-1' },
    ]);
  });

  it('may be 5,000', async () => {
    const objects = Array.from({ length: 5_000 }, (_, at) => ({ objectType: 'videoIn', objectId: `BNC-${at}` }));
    await add({ objects_ids: objects });
    expect((await api.connections.find(1))?.objects).toHaveLength(5_000);
  });

  it.each([
    ['minimal', 2],
    ['standard', 12],
    ['everything', 105],
  ])('come from the template %s', async (template, count) => {
    await add({ objects_ids: undefined, template });
    const { objects_ids } = (await api.http.get('/api/connections/1')).body;
    expect(objects_ids).toHaveLength(count);
    const templates = (await api.http.get('/api/object-templates').expect(200)).body as {
      name: string;
      objects_ids: unknown[];
    }[];
    expect(templates.find(({ name }) => name === template)?.objects_ids).toEqual(objects_ids);
  });
});

describe('a change of parts', () => {
  it('leaves the rest as it is', async () => {
    await add({ tags: { site: 'london' } });
    await api.http.patch('/api/connections/1').send({ enabled: false }).expect(200);
    expect(await api.connections.find(1)).toMatchObject({
      enabled: false,
      name: 'MCR-SNP-01',
      tags: { site: 'london' },
    });
    await api.http.patch('/api/connections/1').send({ template: 'minimal', tags: {} }).expect(200);
    expect(await api.connections.find(1)).toMatchObject({
      tags: {},
      objects: [{ objectType: 'ptp' }, { objectType: 'system' }],
    });
  });

  it.each([
    ['another host', { restapi: 'https://10.0.0.1:9089/api/auth' }],
    ['another port', { restapi: 'https://192.168.90.23/api/auth' }],
    ['another host for the readings', { websocket: 'wss://10.0.0.1/smm' }],
    ['another scheme', { restapi: 'http://192.168.90.23:9089/api/auth' }],
    ['another path', { restapi: 'https://192.168.90.23:9089/other/api/auth' }],
    ['another query', { restapi: 'https://192.168.90.23:9089/api/auth?to=other' }],
    ['another path for the readings', { websocket: 'wss://192.168.90.23/other/smm' }],
  ])('does not send the stored password to %s', async (_, different) => {
    await api.close();
    api = await startApi({ allowInsecureDevices: true });
    await add();
    const { body } = await api.http.patch('/api/connections/1').send(different).expect(422);
    expect(body.errors).toEqual([
      { pointer: '/password', message: expect.stringContaining('points to a different host, port, scheme or path') },
    ]);
    await api.http
      .put('/api/connections/1')
      .send(aConnection({ ...different, password: '' }))
      .expect(422);
    await api.http
      .patch('/api/connections/1')
      .send({ ...different, password: 'other' })
      .expect(200);
  });

  it.each([
    ['a path that leads to the same', { restapi: 'https://192.168.90.23:9089/x/../api/./auth' }],
    ['an empty query', { restapi: 'https://192.168.90.23:9089/api/auth?' }],
    ['white space around it', { restapi: ' https://192.168.90.23:9089/api/auth\u00a0' }],
    ['the port written out', { websocket: 'wss://192.168.90.23:443/smm' }],
    ['capital letters', { websocket: 'WSS://192.168.90.23/smm' }],
  ])('needs no password for %s', async (_, different) => {
    await add();
    await api.http.patch('/api/connections/1').send(different).expect(200);
  });

  it('accepts plain addresses where the exporter is told so', async () => {
    await api.close();
    api = await startApi({ allowInsecureDevices: true });
    await add({ restapi: 'http://host/api/auth', websocket: 'ws://host/smm' });
    expect((await api.connections.wanted())[0]?.fault).toBeNull();
  });
});

describe('two editors', () => {
  it('do not overwrite each other with If-Match', async () => {
    const created = await add();
    const { headers } = await api.http.get('/api/connections/1');
    expect(headers['etag']).toBe(created.headers['etag']);
    const tag = headers['etag'] ?? '';
    const first = await api.http.patch('/api/connections/1').set('If-Match', tag).send({ username: 'one' }).expect(200);
    const second = await api.http
      .put('/api/connections/1')
      .set('If-Match', tag)
      .send(aConnection({ username: 'two' }))
      .expect(412);
    expect(second.body).toMatchObject({ type: 'urn:snp-exporter:problem:changed-meanwhile', status: 412 });
    await api.http.delete('/api/connections/1').set('If-Match', tag).expect(412);
    expect((await api.connections.find(1))?.username).toBe('one');
    const next = first.headers['etag'] ?? '';
    await api.http.delete('/api/connections/1').set('If-Match', `"other", W/${next}`).expect(200);
  });

  it('overwrite each other without it, as today', async () => {
    await add();
    await api.http.patch('/api/connections/1').send({ username: 'one' }).expect(200);
    await api.http.patch('/api/connections/1').set('If-Match', '*').send({ username: 'two' }).expect(200);
    expect((await api.connections.find(1))?.username).toBe('two');
  });

  it('notice a change of the password, though the tag does not depend on what it is', async () => {
    await add();
    const before = await api.http.get('/api/connections/1');
    await api.http.patch('/api/connections/1').send({ password: 'other' });
    const after = await api.http.get('/api/connections/1');
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
  });

  it('notice an edit made in the file by another program', async () => {
    await add();
    const { headers } = await api.http.get('/api/connections/1');
    await api.database.write((manager) => manager.query(`UPDATE snp_connections SET username = 'other'`));
    await api.http
      .patch('/api/connections/1')
      .set('If-Match', headers['etag'] ?? '')
      .send({})
      .expect(412);
  });

  it('always get the current state, whatever tag they have', async () => {
    await add();
    const { headers } = await api.http.get('/api/connections/1');
    await api.http
      .get('/api/connections/1')
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(200);
  });

  it('lose nothing when a hundred of them write at once', async () => {
    const names = Array.from({ length: 100 }, (_, at) => `device ${at}`);
    await Promise.all(names.map((name) => add({ name })));
    expect((await api.connections.wanted()).map(({ name }) => name).sort()).toEqual(names.sort());
  });
});

describe('a copy', () => {
  it('has everything of the original, but is off', async () => {
    await add({ tags: { site: 'london' } });
    const answer = await api.http.post('/api/connections/1/duplicate').expect(201);
    expect(answer.body).toEqual({ id: 2, message: 'Connection added' });
    const [original, copy] = await api.connections.wanted();
    expect(copy).toEqual({ ...original, id: 2, name: 'MCR-SNP-01 (copy)', enabled: false });
    expect(api.announced.at(-1)).toEqual({ kind: 'added', ids: [2] });
  });

  it('gets a name that is free and not too long', async () => {
    await add({ name: 'x'.repeat(128) });
    await api.http.post('/api/connections/1/duplicate').expect(201);
    await api.http.post('/api/connections/1/duplicate').send({}).expect(201);
    const names = (await api.connections.wanted()).map(({ name }) => name);
    expect(names.slice(1)).toEqual([`${'x'.repeat(121)} (copy)`, `${'x'.repeat(119)} (copy 2)`]);
  });

  it('may be named and switched on', async () => {
    await add();
    await api.http.post('/api/connections/1/duplicate').send({ name: 'B', enabled: true }).expect(201);
    expect(await api.connections.find(2)).toMatchObject({ name: 'B', enabled: true });
    await api.http.post('/api/connections/1/duplicate').send({ name: 'b' }).expect(409);
    await api.http.post('/api/connections/9/duplicate').expect(404);
    await api.http.post('/api/connections/1/duplicate').send({ id: 3 }).expect(422);
  });
});

describe('the state of a connection', () => {
  it('is that of its session', async () => {
    await add();
    const session = { status: 'error' as const, reason: 'device refused the password (401)', lastStatusAt: NOW };
    api.states.attach(1, session);
    expect((await api.http.get('/api/connections/1')).body).toMatchObject({
      status: 'error',
      reason: 'device refused the password (401)',
      last_update: '2026-02-03 20:00:00',
    });
    api.states.detach(1);
    expect((await api.http.get('/api/connections/1')).body).toMatchObject({
      status: 'disconnected',
      last_update: null,
    });
  });

  it('is disconnected when it is disabled, whatever its session still says', async () => {
    await add({ enabled: false });
    api.states.attach(1, { status: 'connected', reason: '', lastStatusAt: NOW });
    expect((await api.http.get('/api/connections/1')).body.status).toBe('disconnected');
  });

  it('has no last update before the first status, whatever state its session was in', async () => {
    await add();
    await api.states.record(1, 'connecting', null);
    await api.states.record(1, 'error', null);
    expect((await api.http.get('/api/connections/1')).body).toMatchObject({ last_update: null });
  });

  it('shows when the device was last heard of before the exporter started', async () => {
    await add();
    await api.states.record(1, 'connected', NOW);
    await api.states.record(1, 'disconnected', null);
    expect((await api.http.get('/api/connections')).body[0]).toMatchObject({
      status: 'disconnected',
      last_update: '2026-02-03 20:00:00',
    });
  });
});
