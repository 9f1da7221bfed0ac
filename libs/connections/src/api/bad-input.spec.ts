import { aConnection, startApi, type Api } from '../testing/api';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const post = (different: Record<string, unknown>) => api.http.post('/api/connections').send(aConnection(different));

const url = (length: number) => `https://host/${'x'.repeat(length - 'https://host/'.length)}`;

const objects = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ objectType: 'videoIn', objectId: `BNC-${at}` }));

describe('a new connection is refused', () => {
  const refused: [title: string, different: Record<string, unknown>, pointer: string][] = [
    ['without a name', { name: undefined }, '/name'],
    ['with an empty name', { name: '' }, '/name'],
    ['with a name of spaces', { name: '   ' }, '/name'],
    ['with a name that nobody can see', { name: '\u200b\ufeff \u202e' }, '/name'],
    ['with a name of 129 characters', { name: 'x'.repeat(129) }, '/name'],
    ['with a name of 129 characters that are two units each', { name: '🎬'.repeat(129) }, '/name'],
    ['with a name with a line break', { name: 'a\nb' }, '/name'],
    ['with a name with a control character', { name: 'a\u0007b' }, '/name'],
    ['with a name with half a surrogate pair', { name: 'a\ud800b' }, '/name'],
    ['with a name that is a number', { name: 7 }, '/name'],
    ['with a restapi that is not http', { restapi: 'ftp://host/api/auth' }, '/restapi'],
    ['with a websocket that is not ws', { websocket: 'https://host/smm' }, '/websocket'],
    ['with an address without a scheme', { restapi: 'host/api/auth' }, '/restapi'],
    ['with an address without a host', { restapi: 'https:///api/auth' }, '/restapi'],
    ['with an address with spaces', { restapi: 'https://ho st/' }, '/restapi'],
    ['with an address with backslashes', { restapi: 'https:\\\\host' }, '/restapi'],
    ['with a user in an address', { restapi: 'https://admin:secret@host/api/auth' }, '/restapi'],
    ['with an empty user in an address', { websocket: 'wss://@host/smm' }, '/websocket'],
    ['with a fragment in an address', { websocket: 'wss://host/smm#top' }, '/websocket'],
    ['with an empty fragment in an address', { websocket: 'wss://host/smm#' }, '/websocket'],
    ['with an address of 2,049 characters', { restapi: url(2_049) }, '/restapi'],
    ['with port 0', { restapi: 'https://host:0/api/auth' }, '/restapi'],
    ['with port 65536', { websocket: 'wss://host:65536/smm' }, '/websocket'],
    ['with an address that is a list', { restapi: ['https://host/'] }, '/restapi'],
    ['with plain http', { restapi: 'http://host/api/auth' }, '/restapi'],
    ['with plain ws', { websocket: 'ws://host/smm' }, '/websocket'],
    ['without a user name', { username: undefined }, '/username'],
    ['with an empty user name', { username: '' }, '/username'],
    ['without a password', { password: undefined }, '/password'],
    ['with an empty password', { password: '' }, '/password'],
    ['without objects', { objects_ids: undefined }, '/objects_ids'],
    ['with objects that are no list', { objects_ids: { objectType: 'ptp' } }, '/objects_ids'],
    ['with objects as text', { objects_ids: '[{"objectType":"ptp"}]' }, '/objects_ids'],
    ['with objects null', { objects_ids: null }, '/objects_ids'],
    ['with no object', { objects_ids: [] }, '/objects_ids'],
    ['with an object that is a text', { objects_ids: [{ objectType: 'ptp' }, 'ptp'] }, '/objects_ids/1'],
    [
      'with an unknown key in an object',
      { objects_ids: [{ objectType: 'ptp', frequency: 1 }] },
      '/objects_ids/0/frequency',
    ],
    ['with an object without a type', { objects_ids: [{ elementIP: '127.0.0.1' }] }, '/objects_ids/0/objectType'],
    ['with an object with an empty type', { objects_ids: [{ objectType: '' }] }, '/objects_ids/0/objectType'],
    ['with an object id null', { objects_ids: [{ objectType: 'ptp', objectId: null }] }, '/objects_ids/0/objectId'],
    ['with 5,001 objects', { objects_ids: objects(5_001) }, '/objects_ids'],
    ['with an unknown template', { objects_ids: undefined, template: 'all' }, '/template'],
    ['with a list and a template', { template: 'minimal' }, '/template'],
    ['with enabled as text', { enabled: 'false' }, '/enabled'],
    ['with enabled as number', { enabled: 0 }, '/enabled'],
    ['with enabled null', { enabled: null }, '/enabled'],
    ['with tags as a list', { tags: ['site=london'] }, '/tags'],
    ['with a tag that is no label name', { tags: { 'my site': 'london' } }, '/tags/my site'],
    ['with a tag that is a number', { tags: { site: 7 } }, '/tags/site'],
    ['with an unknown field', { user: 'admin' }, '/user'],
    ['with a field called constructor', { constructor: { name: 'x' } }, '/constructor'],
    ['with a field called toString', { toString: 'x' }, '/toString'],
    ['with a field with a slash', { 'a/b~c': 1 }, '/a~1b~0c'],
  ];

  it.each(refused)('%s', async (_, different, pointer) => {
    const { status, headers, body } = await post(different);
    expect(status).toBe(422);
    expect(headers['content-type']).toMatch('application/problem+json');
    expect(body).toEqual({
      type: 'urn:snp-exporter:problem:invalid',
      title: 'The request is invalid',
      status: 422,
      detail: expect.any(String),
      errors: [{ pointer, message: expect.any(String) }],
    });
    expect(api.announced).toEqual([]);
  });
});

it('names all faults of a request at once', async () => {
  const { body } = await post({ name: '', enabled: 1, objects_ids: [{}, { objectType: 'ptp', x: 1 }] });
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    expect.arrayContaining(['/name', '/enabled', '/objects_ids/0/objectType', '/objects_ids/1/x']),
  );
});

describe('a body that cannot be read', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  const unreadable: [title: string, body: string][] = [
    ['is not JSON', '{"name":'],
    ['is empty', ''],
    ['has __proto__ as a key', '{"__proto__":{"enabled":true}}'],
    ['hides __proto__ behind an escape', '{"tags":{"\\u005f_proto__":1}}'],
    ['nests 33 deep', `{"tags":${deep(32)}}`],
    ['nests a million deep', '['.repeat(500_000)],
  ];

  it.each(unreadable)('%s: 400', async (_, body) => {
    const answer = await api.http.post('/api/connections').set('Content-Type', 'application/json').send(body);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  it('is not UTF-8: 400', async () => {
    const body = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    const answer = await fetch(`${await api.app.getUrl()}/api/connections`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(400);
  });

  it('is not quoted in the answer', async () => {
    const body = '{"password":"hunter2",\n"name":}';
    const answer = await api.http.post('/api/connections').set('Content-Type', 'application/json').send(body);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch('hunter2');
  });

  it('may nest 32 deep', async () => {
    const answer = await api.http
      .post('/api/connections')
      .set('Content-Type', 'application/json')
      .send(`{"tags":${deep(31)}}`);
    expect(answer.status).toBe(422);
  });

  it.each(['a list', '[]', 'null', '7', '"text"'])('is no object: %s', async (body) => {
    const answer = await api.http.post('/api/connections').set('Content-Type', 'application/json').send(body);
    expect([400, 422]).toContain(answer.status);
  });

  it('is larger than 1 MiB: 413', async () => {
    const answer = await post({ name: 'x'.repeat(1024 * 1024) });
    expect(answer.status).toBe(413);
    expect(answer.body.title).toBe('Too large');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
  ])('is %s: 415', async (type) => {
    const answer = await api.http
      .post('/api/connections')
      .set('Content-Type', type)
      .send(JSON.stringify(aConnection()));
    expect(answer.status).toBe(415);
  });

  it('is compressed in an unknown way: 415', async () => {
    const answer = await api.http
      .post('/api/connections')
      .set({ 'Content-Type': 'application/json', 'Content-Encoding': 'lzma' })
      .send('{}');
    expect(answer.status).toBe(415);
  });
});

describe('an id in a path', () => {
  const ids = [
    '0',
    '-1',
    'abc',
    '1.5',
    '1e3',
    '01',
    '%20',
    '9007199254740993',
    'x'.repeat(10_000),
    '9'.repeat(10_000),
    '%E0%A4%A',
  ];

  it.each(ids)('%.20s: 400 or 404', async (id) => {
    for (const answer of [
      await api.http.get(`/api/connections/${id}`),
      await api.http.delete(`/api/connections/${id}`),
      await api.http.patch(`/api/connections/${id}`).send({}),
    ]) {
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
    }
  });

  it('of nobody: 404', async () => {
    const answer = await api.http.put('/api/connections/4711').send(aConnection());
    expect(answer.status).toBe(404);
    expect(answer.body.detail).toBe('There is no connection 4711.');
  });
});

it('answers an unknown path of the API with a problem', async () => {
  const { status, body } = await api.http.get('/api/nothing');
  expect([status, body.title]).toEqual([404, 'Not Found']);
});
