import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { unreachable } from '../support/connections';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';
import { residentMiB } from '../support/memory';
import { RawClients, rawRequest, statusAtOnce } from '../support/raw-clients';
import { ROOT } from '../support/workspace';

const HALF_REQUEST = 'GET /metrics HTTP/1.1\r\nHost: ';
const HALF_BODY =
  'POST /api/connections HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{';

test.describe('clients of every kind', () => {
  let exporter: Exporter;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    for (const name of ['MCR 1', 'MCR 2']) {
      await exporter.api('POST', '/api/connections', unreachable(name, { enabled: true }));
    }
  });

  test.afterAll(async () => {
    await exporter.stop();
  });

  test('both ports answer while 1,500 clients have sent half a request, and say so once in the log', async () => {
    const ui = new RawClients(exporter.dashboardUrl);
    const metrics = new RawClients(exporter.metricsUrl);
    try {
      await Promise.all([metrics.open(700, HALF_REQUEST), ui.open(400, HALF_REQUEST), ui.open(400, HALF_BODY)]);
      for (const url of [`${exporter.metricsUrl}/metrics`, `${exporter.dashboardUrl}/api/connections`]) {
        expect(await statusAtOnce(url)).toBe(200);
      }
      for (const clients of [ui, metrics]) clients.read();
      await eventually(
        () => ui.closed + metrics.closed >= 400,
        () => 'the connections that are too many to be closed',
      );
      await eventually(
        () => exporter.log.includes('too many client connections'),
        () => 'the log to say so',
      );
      expect(exporter.log.match(/too many client connections/g)).toHaveLength(1);
    } finally {
      ui.destroy();
      metrics.destroy();
    }
  });

  test('clients that send a thousand requests and read nothing cost no memory, on both ports', async () => {
    const before = residentMiB(exporter);
    const paths = { [exporter.metricsUrl]: '/metrics', [exporter.dashboardUrl]: '/api/openapi.json' };
    for (const [url, path] of Object.entries(paths)) {
      const greedy = new RawClients(url);
      await greedy.open(50, rawRequest(path).repeat(1_000));
      expect(await statusAtOnce(`${url}${path}`)).toBe(200);
      expect(residentMiB(exporter) - before).toBeLessThan(300);
      greedy.read();
      await eventually(
        () => greedy.closed === 50,
        () => 'the greedy clients to be cut off',
      );
      greedy.destroy();
    }
  });

  test('a connection is kept for longer than a load balancer keeps it, on both ports', async () => {
    for (const url of [`${exporter.metricsUrl}/-/healthy`, `${exporter.dashboardUrl}/-/healthy`]) {
      const agent = new Agent({ keepAlive: true });
      const { headers } = await new Promise<IncomingMessage>((resolve, reject) =>
        get(url, { agent }, (response) => resolve(response.resume())).on('error', reject),
      );
      expect(Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1])).toBeGreaterThanOrEqual(65);
      agent.destroy();
    }
  });

  for (const version of ['1.0', '1.1']) {
    test(`requests of HTTP/${version}, for the headers alone too, are answered whole`, async () => {
      const { port } = new URL(exporter.metricsUrl);
      for (const method of ['GET', 'HEAD']) {
        const socket = connect(Number(port), '127.0.0.1');
        socket.write(`${method} /metrics HTTP/${version}\r\nHost: x\r\nConnection: close\r\n\r\n`);
        let text = '';
        for await (const bytes of socket) text += String(bytes);
        const [head, body] = text.split('\r\n\r\n');
        expect(head).toContain(' 200 OK');
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
        expect(Buffer.byteLength(body)).toBe(method === 'HEAD' ? 0 : length);
      }
    });
  }

  for (const path of ['/metrics', '/', '/-/healthy', '/sd', '/probe?target=nobody', '/nowhere', '/%', '/-/reload']) {
    test(`the metrics port tells browsers that ${path} is not for other pages`, async () => {
      const { headers } = await fetch(`${exporter.metricsUrl}${path}`);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    });
  }

  test('name[] narrows a scrape of everything and of one device, as for the Python exporter', async () => {
    const names = 'name[]=ic_snp_up&name[]=process_cpu_seconds&name[]=ic_snp_exporter_render_duration_seconds_count';
    const series = (text: string) =>
      [...text.matchAll(/^(\w+)(?:\{target="(.*?)".*\})? /gm)].map((match) => match.slice(1));
    expect(series(await exporter.scrape(`/metrics?${names}`))).toEqual([
      ['ic_snp_up', 'MCR 1'],
      ['ic_snp_up', 'MCR 2'],
      ['process_cpu_seconds_total', undefined],
      ['ic_snp_exporter_render_duration_seconds_count', undefined],
    ]);
    expect(series(await exporter.scrape(`/probe?target=MCR%202&${names}`))).toEqual([['ic_snp_up', 'MCR 2']]);
    expect(await exporter.scrape('/metrics?name[]=nothing')).toBe('');
  });
});

test.describe('HOST', () => {
  for (const [host, printed] of [
    ['[::]', '[::]'],
    ['0.0.0.0', '0.0.0.0'],
  ]) {
    test(`${host} is listened on, printed as ${printed}, and asked by the health check of the image`, async () => {
      const address = host.includes(':') ? '[::1]' : '127.0.0.1';
      const exporter = await Exporter.start({ environment: { HOST: host }, address });
      try {
        const { port } = new URL(exporter.metricsUrl);
        expect(exporter.log).toContain(`metrics=${printed}:${port}`);
        const check = (metricsPort: string) =>
          spawnSync(process.execPath, [join(ROOT, 'docker/health-check.mjs')], {
            env: { HOST: host, METRICS_PORT: metricsPort },
          }).status;
        expect([check(port), check('9')]).toEqual([0, 1]);
      } finally {
        await exporter.stop();
      }
    });
  }

  for (const host of ['no-such-host.invalid', '192.0.2.200']) {
    test(`${host} is refused in one line`, async () => {
      const start = Exporter.start({ environment: { HOST: host } });
      await expect(start).rejects.toThrow(new RegExp(`the exporter ended:\\n(.* INFO .*\\n)*HOST: ${host} .*\\n$`));
    });
  }

  test('the image runs the health check', () => {
    const dockerfile = readFileSync(join(ROOT, 'docker/Dockerfile'), 'utf8');
    expect(dockerfile).toMatch(/HEALTHCHECK .*\\\n *CMD \["node", "\/usr\/local\/bin\/health-check\.mjs"\]/);
    expect(dockerfile).toMatch(/^COPY .*docker\/health-check\.mjs .*\/usr\/local\/bin\/$/m);
  });
});
