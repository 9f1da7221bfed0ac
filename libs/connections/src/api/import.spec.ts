import { aConnection, startApi, type Api } from '../testing/api';
import { exportOf, importFile, stored } from '../testing/imports';

let api: Api;

beforeEach(async () => {
  api = await startApi({ now: () => Date.parse('2026-02-03T20:00:00Z') });
});
afterEach(() => api.close());

describe('an import of files of earlier exporters', () => {
  it('takes an export, with 0 and 1, empty object ids and fields that nobody knows', async () => {
    const result = await importFile(
      api,
      exportOf(
        aConnection({
          name: 'A',
          enabled: 1,
          id: 7,
          comment: 'x',
          objects_ids: [{ elementIP: '127.0.0.1', objectType: 'ptp', objectId: '', name: 'PTP' }],
        }),
        aConnection({ name: 'B', enabled: 0, objects_ids: [{ objectType: 'system', objectId: null }] }),
      ),
    );
    expect(result).toMatchObject({ message: 'Import completed', imported: 2, skipped: 0, errors: [], dry_run: false });
    expect(await stored(api)).toEqual([
      expect.objectContaining({ name: 'A', enabled: true, objects: [{ elementIP: '127.0.0.1', objectType: 'ptp' }] }),
      expect.objectContaining({
        name: 'B',
        enabled: false,
        objects: [{ elementIP: '127.0.0.1', objectType: 'system' }],
      }),
    ]);
    expect(api.announced).toEqual([{ kind: 'added', ids: [1, 2] }]);
  });

  const YAML = `
# devices
- name: SNP-01
  websocket: wss://192.168.90.23/smm
  restapi: https://192.168.90.23:9089/api/auth
  username: admin
  password: 0123
  objects_ids: &usual
    - elementIP: 127.0.0.1
      objectType: ptp
    - {elementIP: 127.0.0.1, objectType: procChannelHD, objectId: A-HD-1}
- name: 42
  websocket: "wss://192.168.90.24/smm"
  restapi: "https://192.168.90.24:9089/api/auth"
  username: admin
  password: "no"
  objects_ids: *usual
`;

  it.each([{ 'Content-Type': 'application/yaml' }, { 'Content-Type': 'text/plain' }, {}])(
    'takes a YAML list sent with %j, and every scalar as it is written',
    async (headers) => {
      const answer = await fetch(`${await api.app.getUrl()}/api/import`, {
        method: 'POST',
        headers: headers as Record<string, string>,
        body: Buffer.from(YAML),
      });
      expect(await answer.json()).toMatchObject({ imported: 2, refused: 0 });
      expect(await stored(api)).toMatchObject([
        { name: 'SNP-01', password: '0123', enabled: true, websocket: 'wss://192.168.90.23/smm' },
        { name: '42', password: 'no', objects: [{}, { objectType: 'procChannelHD', objectId: 'A-HD-1' }] },
      ]);
    },
  );

  it.each([',', ';', '\t'])('takes a table separated by %j', async (delimiter) => {
    const rows = [
      ['Name', 'websocket', 'restapi', 'username', 'password', 'objects', 'enabled', 'tags', 'remark'],
      [
        'A',
        'wss://a/smm',
        'https://a/api/auth',
        'admin',
        'p',
        '"ptp; system ;procChannelHD:A-HD-1"',
        'no',
        'site=london',
        'x',
      ],
      ['B', 'wss://b/smm', 'https://b/api/auth', 'admin', 'p', 'standard', '', '', ''],
    ];
    const text = `\ufeff${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n`;
    expect(await importFile(api, text, { type: 'text/csv' })).toMatchObject({ imported: 2, refused: 0 });
    expect(await stored(api)).toMatchObject([
      { name: 'A', enabled: false, tags: { site: 'london' }, objects: [{}, {}, { objectId: 'A-HD-1' }] },
      { name: 'B', enabled: true, objects: Array(12).fill({}) },
    ]);
  });

  it.each(['text/plain', 'application/octet-stream'])(
    'knows a table or JSON sent as %s by its content',
    async (type) => {
      const csv = 'name,websocket,restapi,username,password,objects\nA,wss://a/smm,https://a/api/auth,admin,p,ptp\n';
      expect(await importFile(api, csv, { type })).toMatchObject({ imported: 1 });
      expect(await importFile(api, exportOf(aConnection()), { type })).toMatchObject({ imported: 1 });
      expect(await importFile(api, [aConnection({ name: 'bare list' })], { type })).toMatchObject({ imported: 1 });
    },
  );
});

describe('a file without a type', () => {
  it.each([{ 'Content-Type': 'text/plain' }, { 'Content-Type': '' }])(
    'is taken from a program, but not from a web page, which may send it anywhere without asking: %j',
    async (type) => {
      const file = JSON.stringify(exportOf(aConnection()));
      await api.http
        .post('/api/import')
        .set({ ...type, Origin: 'http://elsewhere' })
        .send(file)
        .expect(415);
      expect(await stored(api)).toEqual([]);
    },
  );
});

describe('an import', () => {
  it('takes the good entries and lists the bad ones with position and reason', async () => {
    const result = await importFile(
      api,
      exportOf(
        aConnection({ name: 'good' }),
        aConnection({ name: 'bad', restapi: 'ftp://host', objects_ids: [{}] }),
        'nonsense',
        null,
        aConnection({ name: 'plain', websocket: 'ws://host/smm' }),
        aConnection({ name: 'on?', enabled: 'true' }),
        aConnection({ name: 'also good' }),
      ),
    );
    expect(result).toMatchObject({ imported: 2, skipped: 0, refused: 5 });
    expect(
      result.entries.map(({ position, name, outcome, reasons }) => [
        position,
        name,
        outcome,
        reasons.map(({ pointer }) => pointer),
      ]),
    ).toEqual([
      [1, 'good', 'added', []],
      [2, 'bad', 'refused', ['/restapi', '/objects_ids/0/objectType']],
      [3, null, 'refused', ['']],
      [4, null, 'refused', ['']],
      [5, 'plain', 'refused', ['/websocket']],
      [6, 'on?', 'refused', ['/enabled']],
      [7, 'also good', 'added', []],
    ]);
    expect(result.errors[0]).toBe(
      `Entry 2 ('bad'): /restapi must start with https:// or http://; /objects_ids/0/objectType is required`,
    );
    expect((await stored(api)).map(({ name }) => name)).toEqual(['good', 'also good']);
  });

  it('skips names that exist, in the words of today', async () => {
    await api.http.post('/api/connections').send(aConnection({ name: 'foo', username: 'old' }));
    const result = await importFile(
      api,
      exportOf(aConnection({ name: 'foo' }), aConnection({ name: 'bar' }), aConnection({ name: 'BAR' })),
    );
    expect(result).toMatchObject({
      imported: 1,
      skipped: 2,
      errors: ["Connection 'foo' already exists, skipped", "Connection 'BAR' already exists, skipped"],
    });
    expect((await stored(api)).map(({ name, username }) => [name, username])).toEqual([
      ['foo', 'old'],
      ['bar', 'admin'],
    ]);
  });

  it('updates them on request', async () => {
    for (const name of ['foo', 'moved', 'same', 'off']) {
      await api.http.post('/api/connections').send(aConnection({ name, enabled: name !== 'off' }));
    }
    api.announced.length = 0;
    const file = exportOf(
      aConnection({ name: 'FOO', username: 'new', password: '' }),
      aConnection({ name: 'moved', restapi: 'https://elsewhere/api/auth', password: undefined }),
      aConnection({ name: 'same' }),
      aConnection({ name: 'off', enabled: undefined, username: 'new' }),
      aConnection({ name: 'fresh' }),
      aConnection({ name: 'fresh' }),
      aConnection({ name: 'foo', username: 'newer' }),
    );
    const result = await importFile(api, file, { query: '?on_conflict=update' });
    expect(result.entries.map(({ outcome }) => outcome)).toEqual([
      'updated',
      'refused',
      'unchanged',
      'updated',
      'added',
      'refused',
      'refused',
    ]);
    expect(result.entries[1]?.reasons).toEqual([
      { pointer: '/password', message: expect.stringContaining('points to a different host, port, scheme or path') },
    ]);
    expect(result).toMatchObject({ imported: 1, updated: 2, skipped: 1, refused: 3 });
    const [foo, , , off] = await stored(api);
    expect(foo).toMatchObject({ name: 'foo', username: 'new', password: 'secret' });
    expect(off).toMatchObject({ username: 'new', enabled: false });
    expect(api.announced).toEqual([
      { kind: 'added', ids: [5] },
      { kind: 'changed', ids: [1, 4] },
    ]);
  });

  it('fails as a whole on request', async () => {
    await api.http.post('/api/connections').send(aConnection({ name: 'foo' }));
    const { body } = await api.http
      .post('/api/import?on_conflict=fail')
      .send(exportOf(aConnection({ name: 'bar' }), aConnection({ name: 'foo' })))
      .expect(409);
    expect(body.errors).toEqual([{ pointer: '/connections/1/name', message: "Connection 'foo' already exists" }]);
    expect(await stored(api)).toHaveLength(1);
  });

  it('writes nothing in a dry run', async () => {
    await api.http.post('/api/connections').send(aConnection({ name: 'foo' }));
    api.announced.length = 0;
    const file = exportOf(aConnection({ name: 'foo' }), aConnection({ name: 'bar' }), {});
    const result = await importFile(api, file, { query: '?dry_run=true' });
    expect(result).toMatchObject({ dry_run: true, imported: 1, skipped: 1, refused: 1 });
    expect(await stored(api)).toHaveLength(1);
    expect(api.announced).toEqual([]);
    expect(await importFile(api, file)).toMatchObject({
      imported: result.imported,
      skipped: result.skipped,
      refused: result.refused,
    });
  });

  it.each<[string, string | Buffer, string, number]>([
    ['no body', '', 'application/json', 400],
    ['white space', ' \n', 'text/csv', 400],
    ['broken JSON', '{"connections":[{"name":"a"},', 'application/json', 400],
    ['a broken entry', '{"connections":[{"name":}]}', 'application/json', 400],
    ['broken JSON around good entries', '{"connections":[],}', 'application/json', 400],
    ['something after the end', '{"connections":[]} x', 'application/json', 400],
    ['a key __proto__', '{"connections":[{"__proto__":{}}]}', 'application/json', 400],
    ['a key __proto__ beside the list', '{"__proto__":{},"connections":[]}', 'application/json', 400],
    ['deep nesting', `{"connections":[${'['.repeat(31)}${']'.repeat(31)}]}`, 'application/json', 400],
    ['JSON without connections', '{"version":"1.0"}', 'application/json', 422],
    ['connections that are no list', '{"connections":{"name":"a"}}', 'application/json', 422],
    ['JSON that is a number', '7', 'application/json', 422],
    ['broken YAML', '- name: "a\n', 'application/yaml', 400],
    ['deep YAML', `- ${'['.repeat(100)}${']'.repeat(100)}`, 'application/yaml', 400],
    ['very deep YAML', `- ${'['.repeat(50_000)}`, 'application/yaml', 400],
    [
      'YAML with an alias bomb',
      `- &a [x,x]\n${'bcdefghi'.replace(/./g, (c, at: number) => `- &${c} [*${'abcdefgh'[at]},*${'abcdefgh'[at]},*${'abcdefgh'[at]}]\n`)}`,
      'application/yaml',
      400,
    ],
    [
      'YAML with lists of lists of lists in many places',
      Array.from({ length: 60 }, (_, at) => `- &a${at} ${at === 0 ? '[]' : `[*a${at - 1},*a${at - 1}]`}\n`).join(''),
      'application/yaml',
      400,
    ],
    ['YAML that is a list in a list in a list', `${'- '.repeat(50_000)}x`, 'application/yaml', 400],
    ['YAML that is a text', 'hello', 'application/yaml', 422],
    ['a table without a name', 'a,b\n1,2\n', 'text/csv', 422],
    ['a table with an open quote', 'name,restapi\n"a,b\n', 'text/csv', 400],
    ['a table as old spreadsheets write it', Buffer.from('name\nGr\xfcn\n', 'latin1'), 'text/csv', 400],
    ['an image', 'x', 'image/png', 415],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415],
  ])('of %s is answered as it should be', async (_, text, type, status) => {
    const answer = await api.http.post('/api/import').set('Content-Type', type).send(text);
    expect(answer.status).toBe(status);
    expect(await stored(api)).toEqual([]);
  });

  it.each(['?dry_run=1', '?on_conflict=replace', '?dryrun=true'])('with %s is refused', async (query) => {
    await importFile(api, exportOf(), { query, status: 422 });
  });

  it('takes 10,000 connections and no more', async () => {
    const connections = Array.from({ length: 10_001 }, (_, at) => ({ name: String(at) }));
    const { body } = await api.http.post('/api/import').send({ connections }).expect(413);
    expect(body.detail).toBe('The file has more than 10000 connections.');
    const result = await importFile(api, { connections: connections.slice(1) }, { query: '?dry_run=true' });
    expect(result.refused).toBe(10_000);
  });

  it('gives up on millions of entries before it has looked at all of them', async () => {
    const text = `[${'0,'.repeat(4_000_000)}0]`;
    await api.http.post('/api/import').set('Content-Type', 'application/json').send(text).expect(413);
  });

  it('takes 64 MiB and no more', async () => {
    await api.http
      .post('/api/import')
      .set('Content-Type', 'text/csv')
      .send('x'.repeat(64 * 1024 * 1024 + 1))
      .expect(413);
  });
});
