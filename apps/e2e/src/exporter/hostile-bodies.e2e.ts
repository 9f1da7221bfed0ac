import { expect, test } from '@playwright/test';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { watch } from '../../bench/hostile/watch';
import { faultsOf } from '../support/api-document';
import { unreachable } from '../support/connections';
import { Exporter } from '../support/exporter';
import { treeMiB } from '../support/memory';

const MiB = 2 ** 20;
/** Ten times what others may wait for. */
const WAIT_CEILING_MS = 10 * 200;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

test.describe('bodies that are small and costly to read', () => {
  let exporter: Exporter;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    await exporter.api('POST', '/api/connections', unreachable('stored'));
  });

  test.afterAll(async () => {
    expect(exporter.log).not.toContain('request failed');
    await exporter.stop();
  });

  /** Sends a body as a program would, with whatever headers. */
  function send(url: string, method: string, headers: Record<string, string>, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sending = request(url, { method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.once('end', () => {
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text });
        });
      });
      sending.once('error', reject).end(body);
    });
  }

  function dryRun(type: string, body: Buffer): Promise<Answer> {
    return send(`${exporter.dashboardUrl}/api/import?dry_run=true`, 'POST', { 'Content-Type': type }, body);
  }

  const files: readonly [string, string, () => string, number][] = [
    ['YAML of 250 KiB commas', 'application/yaml', () => `- [${','.repeat(250 * 1024)}]`, 400],
    ['CSV of 20,000 columns', 'text/csv', () => `name${',x'.repeat(20_000)}\n${'a\n'.repeat(9_999)}`, 413],
    ['JSON of a million lists', 'application/json', () => `[[${'[],'.repeat(MiB)}0]]`, 413],
  ];
  for (const [what, type, make, status] of files) {
    test(`the metrics port answers while an import is refused: ${what}`, async () => {
      let answer: Answer | undefined;
      const { longestWait } = await watch(exporter, async () => {
        answer = await dryRun(type, Buffer.from(make()));
      });
      expect(answer?.status).toBe(status);
      expect(answer?.type).toContain('application/problem+json');
      expect(longestWait).toBeLessThan(WAIT_CEILING_MS);
    });
  }

  test('a file of 16 MiB takes at most 200 MiB more, however it is made', async () => {
    test.skip(process.platform !== 'linux', 'memory is read from /proc');
    const lists = `[${`[${'[],'.repeat(300_000)}0],`.repeat(17)}0]`;
    expect((await dryRun('application/json', Buffer.from('[]'))).status).toBe(200);
    const idle = treeMiB(exporter);
    const { memory } = await watch(exporter, async () => {
      expect((await dryRun('application/json', Buffer.from(lists))).status).toBe(413);
    });
    expect(memory - idle).toBeLessThan(200);
  });

  test('compressed bodies are refused on both ports, with every method and path, and never inflated', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * MiB, ' '));
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    const lengths: Record<string, string>[] = [
      { 'Content-Length': String(bomb.length) },
      { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'identity, GZIP' },
    ];
    const targets = [
      ['POST', '/api/connections'],
      ['PUT', '/api/connections/1'],
      ['PATCH', '/api/connections/1'],
      ['POST', '/api/connections/1/duplicate'],
      ['POST', '/api/connections/bulk'],
      ['POST', '/api/reload'],
      ['POST', '/api/import'],
    ];
    for (const length of lengths) {
      for (const [method, path] of targets) {
        const { status, type, text } = await send(
          exporter.dashboardUrl + path,
          method,
          { ...headers, ...length },
          bomb,
        );
        expect([path, status, faultsOf(method, path, status, type, JSON.parse(text))]).toEqual([path, 415, []]);
      }
      const others = [
        ['GET', `${exporter.dashboardUrl}/`],
        ['GET', `${exporter.dashboardUrl}/-/healthy`],
        ['DELETE', `${exporter.dashboardUrl}/api/connections/1`],
        ['POST', `${exporter.dashboardUrl}/nowhere`],
        ['POST', `${exporter.metricsUrl}/-/reload`],
        ['GET', `${exporter.metricsUrl}/metrics`],
        ['GET', `${exporter.metricsUrl}/-/healthy`],
      ];
      for (const [method, url] of others) {
        expect([url, (await send(url, method, { ...headers, ...length }, bomb)).status]).toEqual([url, 415]);
      }
    }
    const plain = { 'Content-Type': 'application/json', 'Content-Encoding': 'identity' };
    const body = Buffer.from(JSON.stringify(unreachable('not compressed')));
    expect((await send(`${exporter.dashboardUrl}/api/connections`, 'POST', plain, body)).status).toBe(201);
  });

  test('thousands of faults are answered briefly', async () => {
    const objects = Array.from({ length: 1_000 }, () => ({}));
    const { text } = await dryRun(
      'application/json',
      Buffer.from(JSON.stringify(Array(1_000).fill({ objects_ids: objects }))),
    );
    const { refused, entries } = JSON.parse(text) as { refused: number; entries: { reasons: object[] }[] };
    expect([refused, entries.length]).toEqual([1_000, 1_000]);
    expect(entries[0].reasons).toHaveLength(6);
    const ids = Array.from({ length: 5_000 }, (_, at) => at + 1_000);
    const { status, body } = await exporter.api<{ detail: string; errors: object[] }>('POST', '/api/connections/bulk', {
      action: 'enable',
      ids,
    });
    expect([status, body.errors.length]).toEqual([422, 100]);
    expect(body.detail).toContain('(and 4999 more)');
  });

  test('requests of tens of thousands of values or filters are refused', async () => {
    const keys = Object.fromEntries(Array.from({ length: 80_000 }, (_, at) => [`k${at}`, 1]));
    expect((await exporter.api('POST', '/api/connections', { tags: keys })).status).toBe(400);
    const tag = Array<string>(200).fill('site=x');
    expect((await exporter.api('POST', '/api/connections/bulk', { action: 'enable', filter: { tag } })).status).toBe(
      422,
    );
    expect((await exporter.api('GET', `/api/connections?${'tag=a&'.repeat(200)}`)).status).toBe(422);
  });

  test('a condition that a file of the dashboard does not meet is a 412', async () => {
    const response = await fetch(`${exporter.dashboardUrl}/favicon.svg`, { headers: { 'If-Match': '"x"' } });
    expect(response.status).toBe(412);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});
