import { aConnection, startApi, type Api } from '../testing/api';

let api: Api;

const FLEET = [
  aConnection({ name: 'SNP-10', tags: { site: 'london', room: 'mcr' } }),
  aConnection({ name: 'SNP-2', username: 'operator', tags: { site: 'paris' } }),
  aConnection({ name: 'snp-1', restapi: 'https://mcr.example:9089/api/auth', enabled: false }),
  aConnection({ name: 'Régie', enabled: false, tags: { site: 'london' } }),
];

beforeAll(async () => {
  api = await startApi({ now: () => 0 });
  for (const connection of FLEET) await api.http.post('/api/connections').send(connection).expect(201);
  api.states.attach(1, { status: 'connected', reason: '', lastStatusAt: 60_000 });
  api.states.attach(2, { status: 'error', reason: 'refused', lastStatusAt: 120_000 });
});
afterAll(() => api.close());

const list = async (query: string): Promise<{ names: string[]; total: string | undefined }> => {
  const { body, headers } = await api.http.get(`/api/connections${query}`).expect(200);
  return { names: (body as { name: string }[]).map(({ name }) => name), total: headers['x-total-count'] };
};

describe('the list of connections', () => {
  const cases: [query: string, names: string[], total?: number][] = [
    ['', ['SNP-10', 'SNP-2', 'snp-1', 'Régie']],
    ['?search=SNP', ['SNP-10', 'SNP-2', 'snp-1']],
    ['?search=r%C3%89GIE', ['Régie']],
    ['?search=mcr.example', ['snp-1']],
    ['?search=operator', ['SNP-2']],
    ['?search=site=paris', ['SNP-2']],
    ['?search=mcr', ['SNP-10', 'snp-1']],
    ['?search=secret', []],
    ['?tag=site=london', ['SNP-10', 'Régie']],
    ['?tag=site=london&tag=room=mcr', ['SNP-10']],
    ['?tag=room', ['SNP-10']],
    ['?tag=toString', []],
    ['?status=connected', ['SNP-10']],
    ['?status=connected&status=error', ['SNP-10', 'SNP-2']],
    ['?status=disconnected', ['snp-1', 'Régie']],
    ['?enabled=true', ['SNP-10', 'SNP-2']],
    ['?enabled=false&search=snp', ['snp-1']],
    ['?sort=name', ['Régie', 'snp-1', 'SNP-2', 'SNP-10']],
    ['?sort=-id', ['Régie', 'snp-1', 'SNP-2', 'SNP-10']],
    ['?sort=status', ['SNP-10', 'snp-1', 'Régie', 'SNP-2']],
    ['?sort=-last_update', ['SNP-2', 'SNP-10', 'snp-1', 'Régie']],
    ['?sort=enabled', ['snp-1', 'Régie', 'SNP-10', 'SNP-2']],
    ['?limit=2', ['SNP-10', 'SNP-2'], 4],
    ['?limit=2&offset=3', ['Régie'], 4],
    ['?offset=4', [], 4],
    ['?search=snp&sort=name&limit=1&offset=1', ['SNP-2'], 3],
  ];

  it.each(cases)('%s', async (query, names, total = names.length) => {
    expect(await list(query)).toEqual({ names, total: String(total) });
  });

  it.each([
    ['?limit=0', '/limit'],
    ['?limit=abc', '/limit'],
    ['?limit=10001', '/limit'],
    ['?limit=1&limit=2', '/limit'],
    ['?offset=-1', '/offset'],
    ['?sort=password', '/sort'],
    ['?sort=--name', '/sort'],
    ['?status=happy', '/status'],
    ['?enabled=1', '/enabled'],
    [`?search=${'x'.repeat(257)}`, '/search'],
    ['?sarch=x', '/sarch'],
  ])('%.30s is refused', async (query, pointer) => {
    const { body } = await api.http.get(`/api/connections${query}`).expect(422);
    expect(body.errors).toEqual([{ pointer, message: expect.any(String) }]);
  });
});

/** Far above what it takes, for a machine that is busy with other things. */
const LIST_CEILING_MS = 30_000;

it('lists 5,000 connections without delay', async () => {
  const fleet = await startApi();
  const connections = Array.from({ length: 5_000 }, (_, at) =>
    aConnection({ name: `SNP-${at}`, tags: { rack: String(at % 50) } }),
  );
  await fleet.http.post('/api/import').send({ connections }).expect(200);
  for (const [query, count] of [
    ['', 5_000],
    ['?search=snp-49&sort=-name&limit=50', 50],
    ['?tag=rack=7', 100],
  ] as const) {
    const began = performance.now();
    const { body } = await fleet.http.get(`/api/connections${query}`).expect(200);
    expect(performance.now() - began).toBeLessThan(LIST_CEILING_MS);
    expect(body).toHaveLength(count);
  }
  await fleet.close();
}, 120_000);
