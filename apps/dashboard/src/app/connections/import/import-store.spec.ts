import { TestBed } from '@angular/core/testing';
import { TextDecoder, TextEncoder } from 'node:util';
import type { ImportResult } from '../../core/api/models';
import { STREAM_FETCH } from '../../core/stream/event-stream';
import { ImportStore, typeOf } from './import-store';

Object.assign(globalThis, { TextDecoder });

const RESULT: ImportResult = {
  message: 'Import completed',
  dry_run: true,
  imported: 2,
  updated: 0,
  skipped: 1,
  refused: 0,
  errors: [],
  entries: [],
};

const RESULT_EVENT = `event: result\ndata: ${JSON.stringify(RESULT)}\n\n`;

function answer(status: number, text: string): Response {
  const pieces = [new TextEncoder().encode(text)];
  const read = () => Promise.resolve({ done: pieces.length === 0, value: pieces.shift() });
  return {
    ok: status < 400,
    status,
    body: { getReader: () => ({ read }) },
    json: () => Promise.resolve(JSON.parse(text) as unknown),
  } as unknown as Response;
}

const fileOf = (text: string, name = 'fleet.json') =>
  ({
    name,
    size: text.length,
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  }) as unknown as File;

describe('ImportStore', () => {
  const fetch = jest.fn<Promise<Response>, [string, RequestInit]>();
  let store: ImportStore;

  beforeEach(() => {
    fetch.mockReset();
    TestBed.configureTestingModule({ providers: [ImportStore, { provide: STREAM_FETCH, useValue: fetch }] });
    store = TestBed.inject(ImportStore);
  });

  it('asks what a file would do before anything is done', async () => {
    fetch.mockResolvedValue(answer(200, RESULT_EVENT));
    await store.choose(fileOf('[]'));
    expect(fetch.mock.calls.map(([url]) => url)).toEqual(['/api/import?dry_run=true&on_conflict=skip']);
    expect([store.phase(), store.hasChanges()]).toEqual(['checked', true]);
  });

  it('says that a file is empty without asking the server', async () => {
    await store.choose(fileOf(''));
    expect([store.phase(), store.problem()?.title]).toEqual(['choose', 'The file is empty']);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('says that the exporter does not answer', async () => {
    fetch.mockRejectedValue(new TypeError('Failed to fetch'));
    await store.choose(fileOf('[]'));
    expect(store.problem()?.title).toBe('The exporter is not responding');
  });

  it('asks again when existing connections are to be treated otherwise', async () => {
    fetch.mockResolvedValue(answer(200, RESULT_EVENT));
    await store.choose(fileOf('[]'));
    await store.setRule('update');
    expect(fetch.mock.calls[1][0]).toContain('on_conflict=update');
  });

  it('shows progress while it is applied, then the result', async () => {
    fetch.mockResolvedValueOnce(answer(200, RESULT_EVENT));
    await store.choose(fileOf('[]'));
    const stream = `event: progress\ndata: {"done":1,"total":2}\n\n${RESULT_EVENT}`;
    fetch.mockResolvedValueOnce(answer(200, stream));
    await store.apply();
    expect(store.progress()).toEqual({ done: 1, total: 2 });
    expect(store.phase()).toBe('applied');
  });

  it('goes back to choosing when the file cannot be read, and says why', async () => {
    fetch.mockResolvedValue(answer(400, '{"title":"Not JSON","detail":"Line 1"}'));
    await store.choose(fileOf('{'));
    expect([store.phase(), store.problem()?.title]).toEqual(['choose', 'Not JSON']);
  });

  it('does not send a file that is too large', async () => {
    await store.choose({ ...fileOf(''), size: 65 * 1024 * 1024 });
    expect(fetch).not.toHaveBeenCalled();
    expect(store.problem()?.status).toBe(413);
  });

  it('goes back to what was checked when it is cancelled', async () => {
    fetch.mockResolvedValueOnce(answer(200, RESULT_EVENT));
    await store.choose(fileOf('[]'));
    fetch.mockImplementationOnce(
      (_url, { signal }) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error()))),
    );
    const applied = store.apply();
    store.cancel();
    await applied;
    expect([store.phase(), store.problem()]).toEqual(['checked', null]);
  });

  it.each([
    ['fleet.yaml', 'application/yaml'],
    ['FLEET.YML', 'application/yaml'],
    ['fleet.csv', 'text/csv'],
    ['fleet.tsv', 'text/csv'],
    ['fleet.json', 'application/json'],
    ['fleet', 'application/octet-stream'],
    ['fleet.txt', 'application/octet-stream'],
    ['csv', 'text/csv'],
    ['constructor', 'application/octet-stream'],
  ])('takes %s for %s', (name, type) => expect(typeOf(name)).toBe(type));
});
