import { chromium, expect, test, type Browser, type Page, type Request } from '@playwright/test';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unreachable } from '../support/connections';
import { Exporter } from '../support/exporter';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../support/programs';

/** What a page can get a browser to send without being asked for leave. */
const ATTACKS = `
  const target = new URLSearchParams(location.search).get('target');
  const quietly = { mode: 'no-cors', credentials: 'include' };
  window.attacks = Promise.allSettled([
    fetch(target + '/api/connections/1/duplicate', { method: 'POST', ...quietly }),
    fetch(target + '/api/reload', { method: 'POST', body: 'x', ...quietly }),
    fetch(target + '/api/export', quietly),
    fetch(target + '/api/stream', quietly),
    fetch(target + '/api/stream'),
    new Promise((resolve) => (new EventSource(target + '/api/stream').onerror = resolve)),
  ]);
`;

const PAGE = `<!doctype html><script src="/attacks.js"></script>
<form method="post" target="frame"></form><iframe name="frame"></iframe>`;

/** A web server of somebody else. */
async function foreignServer(): Promise<Server> {
  const server = createServer(({ url }, response) => {
    const isScript = url === '/attacks.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? ATTACKS : PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The answer under a host name, as another machine would ask for it. */
async function ask(url: string, host: string, headers: Record<string, string> = {}) {
  const [response] = (await once(get(url, { headers: { ...headers, host } }), 'response')) as [IncomingMessage];
  let text = '';
  for await (const piece of response) text += String(piece);
  return { status: response.statusCode, type: response.headers['content-type'], text };
}

/** The statuses of a server's answers to a page, those included that the browser keeps from it. */
async function answersOf(page: Page, url: string): Promise<() => number[]> {
  const session = await page.context().newCDPSession(page);
  const [statuses, sent] = [new Map<string, number>(), new Set<string>()];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith(url)) sent.add(requestId);
  });
  // The two kinds of events come in any order.
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => statuses.set(requestId, statusCode));
  await session.send('Network.enable');
  return () => [...statuses].flatMap(([id, status]) => (sent.has(id) ? status : []));
}

test.describe('before any login', () => {
  let exporter: Exporter;

  const port = () => new URL(exporter.dashboardUrl).port;
  const names = async () =>
    (await exporter.api<{ name: string }[]>('GET', '/api/connections')).body.map(({ name }) => name);

  test.beforeAll(async () => {
    exporter = await Exporter.start({ environment: { ALLOWED_HOSTS: 'allowed.test, *.plant.test' } });
    expect((await exporter.api('POST', '/api/connections', unreachable('MCR-SNP-01'))).status).toBe(201);
  });

  test.afterAll(async () => {
    await exporter.stop();
  });

  test('the log says which host names are answered, and how to allow more', () => {
    expect(exporter.log).toMatch(
      /exporter started.* hosts="IP addresses, localhost, .*allowed\.test, \*\.plant\.test" more_hosts="set ALLOWED_HOSTS"/,
    );
  });

  for (const [host, status] of [
    ['127.0.0.1', 200],
    ['[::1]:8080', 200],
    ['localhost:9999', 200],
    ['ALLOWED.test.', 200],
    ['a.plant.test', 200],
    ['rebind.test', 421],
    ['plant.test', 421],
    ['localhost.rebind.test', 421],
  ] as const) {
    test(`the dashboard port answers ${status} under the name ${host}`, async () => {
      for (const path of ['/', '/api/export', '/api/docs', '/api/openapi.json', '/-/healthy'])
        expect([path, (await ask(`${exporter.dashboardUrl}${path}`, host)).status]).toEqual([path, status]);
    });
  }

  test('a refused name gets a problem or a text that says how to allow it', async () => {
    const problem = await ask(`${exporter.dashboardUrl}/api/connections`, 'rebind.test:8080');
    expect([problem.status, problem.type]).toEqual([421, 'application/problem+json; charset=utf-8']);
    const text = await ask(`${exporter.dashboardUrl}/`, 'rebind.test:8080', { Accept: 'text/html' });
    expect(text.type).toBe('text/plain; charset=utf-8');
    for (const answer of [problem, text]) expect(answer.text).toContain('ALLOWED_HOSTS=rebind.test)');
    expect(exporter.log).toMatch(/host name is not in ALLOWED_HOSTS host=rebind\.test/);
  });

  test('headers of a proxy that is not trusted mean nothing', async () => {
    const forwarded = { 'X-Forwarded-Host': 'localhost', 'X-Forwarded-For': '127.0.0.1' };
    expect((await ask(`${exporter.dashboardUrl}/`, 'rebind.test', forwarded)).status).toBe(421);
    expect((await ask(`${exporter.dashboardUrl}/`, 'localhost', { 'X-Forwarded-Host': 'rebind.test' })).status).toBe(
      200,
    );
  });

  test('scrapes by any name are answered, everything else on the metrics port is not', async () => {
    for (const path of ['/metrics', '/probe?target=MCR-SNP-01', '/sd', '/-/healthy', '/-/ready', '/-/reload'])
      expect([path, (await ask(`${exporter.metricsUrl}${path}`, 'snp_exporter:8000')).status]).not.toEqual([path, 421]);
    for (const path of ['/', '/nowhere'])
      expect([path, (await ask(`${exporter.metricsUrl}${path}`, 'snp_exporter:8000')).status]).toEqual([path, 421]);
    expect((await ask(`${exporter.metricsUrl}/`, 'allowed.test')).status).toBe(200);
  });

  test('every call of /-/reload is answered the same, however many there are', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(`${exporter.metricsUrl}/-/reload`, 'any')));
    expect(answers.filter(({ status, text }) => status !== 200 || text !== 'config reloaded')).toEqual([]);
  });

  test('the documentation page is served without source maps and package files', async () => {
    for (const file of ['', 'swagger-ui.css', 'swagger-ui-bundle.js', 'docs/swagger-ui-init.js', 'favicon-32x32.png'])
      expect([file, (await fetch(`${exporter.dashboardUrl}/api/docs/${file}`)).status]).toEqual([file, 200]);
    for (const file of [
      'swagger-ui.css.map',
      'docs/swagger-ui-bundle.js.map',
      'package.json',
      'docs/README.md',
      'docs/',
    ])
      expect([file, (await fetch(`${exporter.dashboardUrl}/api/docs/${file}`)).status]).toEqual([file, 404]);
  });

  test('pages can load nothing from elsewhere and be in no frame', async () => {
    for (const path of ['/', '/api/docs', '/api/connections', '/nowhere']) {
      const { headers } = await fetch(`${exporter.dashboardUrl}${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
        expect(policy.split(';')).toContain(rule);
    }
  });

  test.describe('in a browser', () => {
    test.skip(!chromiumPath, 'chromium is not installed');
    let browser: Browser;
    let elsewhere: Server;

    test.beforeAll(async () => {
      elsewhere = await foreignServer();
      const args = [...CHROMIUM_ARGUMENTS, '--host-resolver-rules=MAP *.test 127.0.0.1'];
      browser = await chromium.launch({ executablePath: chromiumPath, args });
    });

    test.afterAll(async () => {
      await browser.close();
      elsewhere.close();
    });

    test('a page on a name that resolves to the exporter reads and changes nothing', async () => {
      const page = await browser.newPage();
      const response = await page.goto(`http://rebind.test:${port()}/`);
      expect(response?.status()).toBe(421);
      await expect(page.locator('body')).toContainText('ALLOWED_HOSTS=rebind.test');
      const answers = await page.evaluate(async () => {
        const calls = [fetch('/api/export'), fetch('/api/connections/1/duplicate', { method: 'POST' })];
        const body = JSON.stringify({ name: 'taken over' });
        const headers = { 'Content-Type': 'application/json' };
        calls.push(fetch('/api/connections/1', { method: 'PATCH', headers, body }));
        return Promise.all(calls.map(async (call) => [(await call).status, await (await call).text()] as const));
      });
      expect(answers.map(([status]) => status)).toEqual([421, 421, 421]);
      expect(answers.map(([, text]) => text).join()).not.toContain('MCR-SNP-01');
      expect(await names()).toEqual(['MCR-SNP-01']);
      await page.close();
    });

    test('a name that is allowed opens the dashboard, with its changes', async () => {
      const page = await browser.newPage();
      await page.goto(`http://allowed.test:${port()}/connections`);
      await expect(page.getByRole('row').filter({ hasText: 'MCR-SNP-01' })).toBeVisible();
      expect(await page.evaluate(async () => (await fetch('/api/reload', { method: 'POST' })).status)).toBe(200);
      await page.close();
    });

    for (const host of ['elsewhere.test', 'localhost', '127.0.0.1']) {
      test(`a page of another program on ${host} changes nothing and holds no stream`, async () => {
        const { port: foreignPort } = elsewhere.address() as AddressInfo;
        const page = await browser.newPage();
        const statuses = await answersOf(page, exporter.dashboardUrl);
        await page.goto(`http://${host}:${foreignPort}/?target=${exporter.dashboardUrl}`);
        await page.evaluate(() => (window as unknown as { attacks: Promise<unknown> }).attacks);
        await expect.poll(statuses).toEqual(Array(6).fill(403));
        const isForm = (request: Request) => request.method() === 'POST' && request.url().endsWith('/duplicate');
        const ends = ['requestfinished', 'requestfailed'] as const;
        const submitted = Promise.race(ends.map((end) => page.waitForEvent(end as 'requestfailed', isForm)));
        await page.locator('form').evaluate((element: HTMLFormElement, url) => {
          element.action = `${url}/api/connections/1/duplicate`;
          element.submit();
        }, exporter.dashboardUrl);
        await submitted;
        expect(await names()).toEqual(['MCR-SNP-01']);
        const { body } = await exporter.api<{ streams: { clients: number } }>('GET', '/api/about');
        expect(body.streams.clients).toBe(0);
        await page.close();
      });
    }

    test('a link from elsewhere opens the dashboard', async () => {
      const { port: foreignPort } = elsewhere.address() as AddressInfo;
      const page = await browser.newPage();
      await page.goto(`http://elsewhere.test:${foreignPort}/`);
      await page.evaluate((url) => (location.href = url), `${exporter.dashboardUrl}/connections`);
      await expect(page.getByRole('row').filter({ hasText: 'MCR-SNP-01' })).toBeVisible();
      await page.close();
    });
  });
});
