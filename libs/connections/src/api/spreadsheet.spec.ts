import fc from 'fast-check';
import { parseCsv } from '../transfer/formats/csv-file';
import { addLegacyRow } from '../testing/legacy-file';
import { inFile } from '@snp/database/testing';
import { aConnection, startApi, type Api } from '../testing/api';
import { importFile, stored } from '../testing/imports';

let api: Api;
beforeEach(async () => (api = await startApi()));
afterEach(() => api.close());

const CSV = { type: 'text/csv' };

it('a list of hosts is enough: the URLs are derived, and the objects are the usual ones', async () => {
  await importFile(
    api,
    'name, host, username, password, enabled\nA, 10.0.0.1, admin, secret, x\nB, fd00::1, admin, secret,\n',
    CSV,
  );
  expect(await stored(api)).toMatchObject([
    {
      name: 'A',
      restapi: 'https://10.0.0.1:9089/api/auth',
      websocket: 'wss://10.0.0.1/smm',
      password: 'secret',
      enabled: true,
    },
    { name: 'B', websocket: 'wss://[fd00::1]/smm', objects: Array(12).fill({}), enabled: false },
  ]);
});

it('a table without objects does not change those of existing connections', async () => {
  await api.http.post('/api/connections').send(aConnection({ objects_ids: [{ objectType: 'ptp' }] }));
  const table = 'name,host,username\nmcr-snp-01,192.168.90.23,engineer\n';
  const result = await importFile(api, table, { ...CSV, query: '?on_conflict=update' });
  expect(result).toMatchObject({ updated: 1, refused: 0 });
  expect(await stored(api)).toMatchObject([
    { name: 'MCR-SNP-01', username: 'engineer', objects: [{ objectType: 'ptp' }] },
  ]);
});

it('two columns of one name are refused, with their positions', async () => {
  const { body } = await api.http
    .post('/api/import')
    .set('Content-Type', 'text/csv')
    .send('name,Host,address\n')
    .expect(422);
  expect(body.errors).toEqual([
    { pointer: '', message: 'The file must not have two columns for host: see columns 2 and 3' },
  ]);
});

describe('an export', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...`=+-@;,'" a%:[{\\n`), minLength: 1, maxLength: 12 }),
  );
  const connection = fc.record({
    name: cell,
    username: cell,
    password: cell,
    tags: fc.dictionary(fc.stringMatching(/^[a-z_]{1,9}$/), cell, { maxKeys: 2 }),
    objects_ids: fc.array(fc.record({ elementIP: cell, objectType: cell, objectId: cell }), {
      minLength: 1,
      maxLength: 2,
    }),
  });

  it.each(['json', 'csv'])('imports again as %s whatever the connections are called', async (format) => {
    for (const different of fc.sample(connection, { numRuns: 60, seed: 1 })) {
      await api.http.post('/api/connections').send(aConnection(different));
    }
    const before = await stored(api);
    expect(before.length).toBeGreaterThan(20);
    const { text, headers } = await api.http.get(`/api/export?format=${format}`).expect(200);
    await api.http.post('/api/connections/bulk').send({ action: 'delete', filter: {} }).expect(200);
    const result = await importFile(api, text, { type: String(headers['content-type']) });
    expect(result).toMatchObject({ imported: before.length, refused: 0 });
    const content = (all: typeof before) => all.map(({ createdAt, updatedAt, ...rest }) => rest);
    expect(content(await stored(api))).toEqual(content(before));
  });

  it('gives out passwords of other programs, whatever is in them', async () => {
    const passwords = fc.sample(fc.string({ unit: fc.constantFrom(...'=-;,\t\r\n\'" a\u200b'), minLength: 1 }), {
      numRuns: 40,
      seed: 1,
    });
    const path = await api.database.read((manager) => Promise.resolve(String(manager.connection.options.database)));
    for (const [at, password] of passwords.entries()) await addLegacyRow(path, { name: `device ${at}`, password });
    const { text } = await api.http.get('/api/export?format=csv').expect(200);
    expect(parseCsv(text).map((row) => row['password'])).toEqual(passwords);
    await inFile(path, 'DELETE FROM snp_connections');
  });
});
