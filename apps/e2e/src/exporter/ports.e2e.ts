import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Exporter, freePort } from '../support/exporter';

test.describe('the two ports', () => {
  let exporter: Exporter;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
  });

  test.afterAll(async () => {
    await exporter.stop();
  });

  for (const path of ['/metrics', '/metrics/', '/-/healthy', '/-/ready', '/sd', '/']) {
    test(`the metrics port answers ${path} directly`, async () => {
      const response = await fetch(`${exporter.metricsUrl}${path}`, { redirect: 'manual' });
      expect(response.status).toBe(200);
    });
  }

  test('the metrics port reloads the configuration', async () => {
    const response = await fetch(`${exporter.metricsUrl}/-/reload`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect((await response.text()).trim()).toBe('config reloaded');
  });

  test('the dashboard port reloads the configuration', async () => {
    expect(await exporter.api('POST', '/api/reload')).toEqual({ status: 200, body: { message: 'config reloaded' } });
  });

  for (const path of ['/', '/-/healthy', '/-/ready', '/api/connections', '/api/docs', '/api/openapi.json']) {
    test(`the dashboard port answers ${path}`, async () => {
      expect((await fetch(`${exporter.dashboardUrl}${path}`)).status).toBe(200);
    });
  }

  for (const path of ['/metrics', '/probe', '/sd', '/-/reload', '/nowhere', '/api/nowhere', '/main-00000000.js']) {
    test(`the dashboard port has no ${path}`, async () => {
      expect((await fetch(`${exporter.dashboardUrl}${path}`)).status).toBe(404);
    });
  }

  for (const path of ['/api/connections', '/api/docs', '/connections', '/index.html']) {
    test(`the metrics port has no ${path}`, async () => {
      expect((await fetch(`${exporter.metricsUrl}${path}`)).status).toBe(404);
    });
  }

  test('a view of the dashboard can be opened by its address', async () => {
    const response = await fetch(`${exporter.dashboardUrl}/connections`, { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  test('files with a hash in their name are cached by browsers', async () => {
    const page = await (await fetch(`${exporter.dashboardUrl}/`)).text();
    const script = /src="\/(main-[^"]+\.js)"/.exec(page)?.[1];
    const response = await fetch(`${exporter.dashboardUrl}/${script}`);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });
});

for (const variable of ['UI_PORT', 'METRICS_PORT']) {
  test(`a port in use is reported together with ${variable}`, async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const start = Exporter.start({ environment: { [variable]: String(port) } });
    await expect(start).rejects.toThrow(new RegExp(`Port ${port} .*in use.*${variable}`));
    other.close();
  });
}

test('an invalid configuration is refused with all its errors', async () => {
  const start = Exporter.start({ environment: { INTERVAL: 'often', RECEIVERS: 'some' } });
  await expect(start).rejects.toThrow(/INTERVAL must be[\s\S]*RECEIVERS must be/);
});

test('an unusable database is reported once, without a stack trace', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'snp-e2e-'));
  const start = Exporter.start({ databasePath: folder });
  const message = `The database ${folder} cannot be used: it is a folder; DB_PATH must name a file.`;
  await expect(start).rejects.toThrow(`the exporter ended:\n${message}\n`);
  await rm(folder, { recursive: true });
});

test('the exporter ends soon after SIGTERM, with exit code 0', async () => {
  const exporter = await Exporter.start();
  const begin = Date.now();
  expect(await exporter.stop('SIGTERM')).toBe(0);
  // Ten times the five seconds that it may take.
  expect(Date.now() - begin).toBeLessThan(50_000);
});
