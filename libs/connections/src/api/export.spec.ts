import { parse } from 'csv-parse/sync';
import { aConnection, startApi, type Api } from '../testing/api';
import { importFile, stored } from '../testing/imports';

let api: Api;

beforeEach(async () => {
  api = await startApi({ now: () => Date.parse('2026-02-03T20:00:00Z') });
});
afterEach(() => api.close());

describe('an export', () => {
  it('is the file of today, with passwords', async () => {
    await api.http.post('/api/connections').send(aConnection({ tags: { site: 'london' } }));
    const { headers, body } = await api.http.get('/api/export').expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="snp-connections-2026-02-03.json"');
    expect(body).toEqual({
      version: '1.0',
      exported_at: '2026-02-03 20:00:00',
      connections: [aConnection({ tags: { site: 'london' }, legacy_tls: false })],
    });
  });

  it('has no passwords on request', async () => {
    await api.http.post('/api/connections').send(aConnection());
    for (const format of ['json', 'csv']) {
      const { text } = await api.http.get(`/api/export?secrets=false&format=${format}`).expect(200);
      expect(text).not.toMatch('secret');
    }
  });

  it('is empty where there is nothing', async () => {
    expect((await api.http.get('/api/export')).body.connections).toEqual([]);
  });

  it.each(['?format=xml', '?secrets=no', '?pretty=true'])('%s is refused', async (query) => {
    await api.http.get(`/api/export${query}`).expect(422);
  });

  it('shows formulas in a spreadsheet, and does not run them', async () => {
    await api.http
      .post('/api/connections')
      .send(aConnection({ name: '=HYPERLINK("http://evil")', password: '+49', username: "'=a" }));
    const { text, headers } = await api.http.get('/api/export?format=csv').expect(200);
    expect(headers['content-type']).toMatch('text/csv');
    expect(headers['content-disposition']).toBe('attachment; filename="snp-connections-2026-02-03.csv"');
    const [row] = parse(text, { columns: true, bom: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      name: `'=HYPERLINK("http://evil")`,
      password: "'+49",
      username: "''=a",
      objects: 'ptp',
    });
  });
});

describe('what was exported', () => {
  const fleet = [
    aConnection({ name: 'A; "b"\\', password: "'=x,; ä", tags: { site: 'a;b=c%' } }),
    aConnection({
      name: '📺',
      enabled: false,
      objects_ids: [
        { elementIP: '127.0.0.1', objectType: 'procChannelHD', objectId: 'A-HD-1' },
        { elementIP: '10.0.0.1', objectType: 'odd;type', objectId: 'a:b@c%d e' },
      ],
    }),
    aConnection({ name: '-formula', password: '=1+1', username: '@user' }),
  ];

  it.each(['json', 'csv'])('imports again as %s, letter for letter', async (format) => {
    for (const connection of fleet) await api.http.post('/api/connections').send(connection).expect(201);
    const before = await stored(api);
    const { text, headers } = await api.http.get(`/api/export?format=${format}`).expect(200);
    await api.http.post('/api/connections/bulk').send({ action: 'delete', filter: {} }).expect(200);
    const result = await importFile(api, text, { type: String(headers['content-type']) });
    expect(result).toMatchObject({ imported: 3, refused: 0, errors: [] });
    expect(await stored(api)).toEqual(before);
  });

  it('comes in disabled where it has no passwords, and says so', async () => {
    await api.http.post('/api/connections').send(aConnection());
    const { text } = await api.http.get('/api/export?secrets=false');
    await api.http.delete('/api/connections/1');
    const result = await importFile(api, text);
    expect(result).toMatchObject({
      imported: 1,
      errors: ["Connection 'MCR-SNP-01' has no password: added disabled"],
      entries: [{ outcome: 'added', reasons: [{ pointer: '/password', message: expect.any(String) }] }],
    });
    expect(await stored(api)).toEqual([
      expect.objectContaining({ enabled: false, password: '', fault: 'the password is missing' }),
    ]);
    await api.http.patch('/api/connections/2').send({ enabled: true }).expect(422);
    await api.http.patch('/api/connections/2').send({ enabled: true, password: 'secret' }).expect(200);
  });
});
