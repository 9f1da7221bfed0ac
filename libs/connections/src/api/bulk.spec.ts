import { aConnection, startApi, type Api } from '../testing/api';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  for (const name of ['A', 'B', 'C']) {
    await api.http
      .post('/api/connections')
      .send(aConnection({ name, enabled: name !== 'C', tags: { site: 'london' } }))
      .expect(201);
  }
  api.announced.length = 0;
});
afterEach(() => api.close());

const bulk = (body: Record<string, unknown>) => api.http.post('/api/connections/bulk').send(body);

const outcomes = (result: string) => ['A', 'B', 'C'].map((name, at) => ({ id: at + 1, name, result }));

describe('a change of many connections', () => {
  it('disables those that are named and says what became of each', async () => {
    const { body } = await bulk({ action: 'disable', ids: [3, 1, 1] }).expect(200);
    expect(body).toEqual({
      message: '1 connection changed',
      results: [
        { id: 3, name: 'C', result: 'unchanged' },
        { id: 1, name: 'A', result: 'changed' },
      ],
    });
    expect((await api.connections.wanted()).map(({ enabled }) => enabled)).toEqual([false, true, false]);
    expect(api.announced).toEqual([{ kind: 'changed', ids: [1] }]);
  });

  it('takes those that a filter finds', async () => {
    api.states.attach(2, { status: 'error', reason: '', lastStatusAt: null });
    await bulk({ action: 'disable', filter: { status: ['error'] } }).expect(200);
    await bulk({ action: 'enable', filter: { enabled: false, search: 'c' } }).expect(200);
    expect((await api.connections.wanted()).map(({ enabled }) => enabled)).toEqual([true, false, true]);
  });

  it('adds and removes tags', async () => {
    const added = await bulk({ action: 'add_tags', filter: {}, tags: { site: 'paris', room: 'mcr' } }).expect(200);
    expect(added.body.results).toEqual(outcomes('changed'));
    await bulk({ action: 'remove_tags', filter: { tag: ['room=mcr', 'site'] }, tag_keys: ['room', 'other'] }).expect(
      200,
    );
    expect((await api.connections.wanted()).map(({ tags }) => tags)).toEqual(Array(3).fill({ site: 'paris' }));
  });

  it('sets credentials', async () => {
    await bulk({ action: 'set_credentials', filter: {}, username: 'operator', password: 'new' }).expect(200);
    for (const connection of await api.connections.wanted()) {
      expect(connection).toMatchObject({ username: 'operator', password: 'new' });
    }
  });

  it('replaces objects by a list or a template', async () => {
    await bulk({ action: 'replace_objects', filter: {}, template: 'minimal' }).expect(200);
    await bulk({ action: 'replace_objects', ids: [2], objects_ids: [{ objectType: 'ipWan' }] }).expect(200);
    expect((await api.connections.wanted()).map(({ objects }) => objects.length)).toEqual([2, 1, 2]);
  });

  it('deletes', async () => {
    const { body } = await bulk({ action: 'delete', filter: {} }).expect(200);
    expect(body).toEqual({ message: '3 connections deleted', results: outcomes('deleted') });
    expect(await api.connections.wanted()).toEqual([]);
    expect(api.announced).toEqual([{ kind: 'removed', ids: [1, 2, 3] }]);
  });

  it('does nothing where nothing matches', async () => {
    const { body } = await bulk({ action: 'delete', filter: { search: 'nothing' } }).expect(200);
    expect(body).toEqual({ message: '0 connections deleted', results: [] });
    expect(api.announced).toEqual([]);
  });

  it('changes nothing at all when one id does not exist', async () => {
    const { body } = await bulk({ action: 'delete', ids: [1, 4711] }).expect(422);
    expect(body.errors).toEqual([{ pointer: '/ids/1', message: 'there is no connection 4711' }]);
    expect(await api.connections.wanted()).toHaveLength(3);
    expect(api.announced).toEqual([]);
  });

  it('changes nothing at all when one connection cannot be changed', async () => {
    await api.database.write((manager) =>
      manager.query(`UPDATE snp_connections SET password = '', enabled = 0 WHERE id = 2`),
    );
    const { body } = await bulk({ action: 'enable', filter: {} }).expect(422);
    expect(body.errors).toEqual([
      { pointer: '/filter', message: 'B (id 2): password is required to enable the connection' },
    ]);
    expect((await api.connections.wanted()).map(({ enabled }) => enabled)).toEqual([true, false, false]);
  });

  it('says which tags would be too many, and of which connection', async () => {
    const tags = (prefix: string) => Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${prefix}${at}`, 'x']));
    await bulk({ action: 'add_tags', ids: [1], tags: tags('a') }).expect(200);
    const { body } = await bulk({ action: 'add_tags', ids: [1, 2], tags: tags('b') }).expect(422);
    expect(body.errors).toEqual([{ pointer: '/ids/0', message: 'A (id 1): tags must not contain more than 32 tags' }]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ ids: [1] }, '/action'],
    [{ action: 'explode', ids: [1] }, '/action'],
    [{ action: 'enable' }, '/ids'],
    [{ action: 'enable', ids: [1], filter: {} }, '/ids'],
    [{ action: 'enable', ids: [] }, '/ids'],
    [{ action: 'enable', ids: ['1'] }, '/ids/0'],
    [{ action: 'enable', ids: [1, 0] }, '/ids/1'],
    [{ action: 'enable', ids: 1 }, '/ids'],
    [{ action: 'enable', filter: { name: 'A' } }, '/filter/name'],
    [{ action: 'enable', filter: { status: ['happy'] } }, '/filter/status/0'],
    [{ action: 'enable', filter: { tag: 'site' } }, '/filter/tag'],
    [{ action: 'enable', filter: { enabled: 'true' } }, '/filter/enabled'],
    [{ action: 'enable', filter: [] }, '/filter'],
    [{ action: 'enable', ids: [1], password: 'x' }, '/password'],
    [{ action: 'add_tags', ids: [1] }, '/tags'],
    [{ action: 'remove_tags', ids: [1], tag_keys: [] }, '/tag_keys'],
    [{ action: 'set_credentials', ids: [1] }, '/username'],
    [{ action: 'set_credentials', ids: [1], password: '' }, '/password'],
    [{ action: 'replace_objects', ids: [1] }, '/objects_ids'],
  ])('%j is refused', async (body, pointer) => {
    const answer = await bulk(body).expect(422);
    expect(answer.body.errors).toEqual([{ pointer, message: expect.any(String) }]);
  });
});
