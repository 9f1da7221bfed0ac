import { aConnection, startApi, type Api } from '../testing/api';
import { exportOf, importFile, stored } from '../testing/imports';

let api: Api;

beforeEach(async () => {
  api = await startApi({ now: () => Date.parse('2026-02-03T20:00:00Z') });
});
afterEach(() => api.close());

describe('the progress of an import', () => {
  const file = exportOf(...Array.from({ length: 600 }, (_, at) => aConnection({ name: `SNP-${at}` })));

  it('is told line by line to a client that accepts NDJSON', async () => {
    const { text, headers } = await api.http
      .post('/api/import')
      .accept('application/x-ndjson')
      .buffer(true)
      .parse(asText)
      .send(file)
      .expect(200)
      .then(textOf);
    expect(headers['content-type']).toMatch('application/x-ndjson');
    const events = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events[0]).toEqual({ event: 'progress', phase: 'checking', done: 0, total: 600 });
    expect(events).toContainEqual({ event: 'progress', phase: 'storing', done: 500, total: 600 });
    expect(events.at(-1)).toMatchObject({ event: 'result', imported: 600 });
  });

  it('is told as server-sent events to a client that accepts those', async () => {
    const { text } = await api.http
      .post('/api/import')
      .accept('text/event-stream')
      .buffer(true)
      .parse(asText)
      .send(file)
      .expect(200)
      .then(textOf);
    expect(text).toMatch(/^event: progress\ndata: \{"phase":"checking","done":0,"total":600\}\n\n/);
    expect(text).toMatch(/event: result\ndata: \{.*"imported":600.*\}\n\n$/);
  });

  it('ends in a problem where the import fails on its way', async () => {
    await importFile(api, exportOf(aConnection({ name: 'SNP-7' })));
    const { text } = await api.http
      .post('/api/import?on_conflict=fail')
      .accept('application/x-ndjson')
      .buffer(true)
      .parse(asText)
      .send(file)
      .then(textOf);
    expect(JSON.parse(text.trim().split('\n').at(-1) ?? '')).toMatchObject({
      event: 'problem',
      status: 409,
      title: 'The name is taken',
    });
  });

  it('is an ordinary refusal where nothing has begun', async () => {
    const answer = await api.http
      .post('/api/import')
      .accept('text/event-stream')
      .set('Content-Type', 'application/json')
      .send('{');
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });
});

it('stores nothing of an import whose client goes away', async () => {
  const connections = Array.from({ length: 5_000 }, (_, at) => aConnection({ name: `SNP-${at}` }));
  const client = new AbortController();
  const answer = await fetch(`${await api.app.getUrl()}/api/import`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/x-ndjson' },
    body: JSON.stringify({ connections }),
    signal: client.signal,
  });
  await answer.body?.getReader().read();
  client.abort();
  await importFile(api, exportOf(aConnection({ name: 'next' })));
  expect((await stored(api)).map(({ name }) => name)).toEqual(['next']);
  expect(api.announced).toEqual([{ kind: 'added', ids: [expect.any(Number)] }]);
});

/** Ten times the figure, for a machine that is busy with other things. */
const IMPORT_CEILING_MS = 10 * 10_000;

it(
  'imports 10,000 connections in seconds, and answers others meanwhile',
  async () => {
    const connections = Array.from({ length: 10_000 }, (_, at) => aConnection({ name: `SNP-${at}` }));
    const began = performance.now();
    const importing = await fetch(`${await api.app.getUrl()}/api/import`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/x-ndjson' },
      body: JSON.stringify({ connections }),
    });
    // The headers come with the first progress event, the end of the text with the result.
    let isDone = false;
    const lines = importing.text().finally(() => (isDone = true));
    let answers = 0;
    for (; !isDone; answers++) await api.http.get('/api/connections?limit=1').expect(200);
    expect(JSON.parse((await lines).trim().split('\n').at(-1) ?? '')).toMatchObject({ imported: 10_000 });
    expect(performance.now() - began).toBeLessThan(IMPORT_CEILING_MS);
    expect(answers).toBeGreaterThan(5);
  },
  2 * IMPORT_CEILING_MS,
);

type Parser = Parameters<ReturnType<Api['http']['post']>['parse']>[0];

/** Keeps the text of an answer of any type. */
const asText: Parser = (response, done) => {
  let text = '';
  response.setEncoding('utf8');
  response.on('data', (piece: string) => (text += piece));
  response.on('end', () => done(null, text));
};

function textOf({ body, headers }: { body: string; headers: Record<string, string> }): {
  text: string;
  headers: Record<string, string>;
} {
  return { text: body, headers };
}
