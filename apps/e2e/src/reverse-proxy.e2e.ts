import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import type { Fleet } from '@snp/simulator';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { fillEditor, press, row } from './support/dashboard';
import { Exporter, freePort } from './support/exporter';
import { connectedFleet } from './support/fleet';
import { Nginx } from './support/nginx';
import { CHROMIUM_ARGUMENTS, chromiumPath, nginxPath } from './support/programs';
import { ROOT } from './support/workspace';

const PAGE = readFileSync(join(ROOT, 'docs/reverse-proxy.md'), 'utf8');
const NAME = 'snp.example.org';
const STREAMS_PER_ADDRESS = 50;

/** The example of the documentation on other ports. */
function printedServer(port: number, exporter: Exporter): string {
  const example = /```nginx\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '';
  const { port: uiPort } = new URL(exporter.dashboardUrl);
  return example.replace('listen 443', `listen 127.0.0.1:${port}`).replace('127.0.0.1:8080', `127.0.0.1:${uiPort}`);
}

/** The variables as the documentation sets them. */
function printedSettings(): Record<string, string> {
  const example = /```sh\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '';
  return Object.fromEntries([...example.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
}

test.describe('behind nginx, as documented', () => {
  test.skip(!chromiumPath || !nginxPath, 'chromium or nginx is not installed');
  let exporter: Exporter;
  let fleet: Fleet;
  let nginx: Nginx;
  let browser: Browser;
  let ports: { readonly keeping: number; readonly removing: number };

  test.beforeAll(async () => {
    const [keeping, removing] = [await freePort(), await freePort()];
    ports = { keeping, removing };
    const external = { ...printedSettings(), EXTERNAL_URL: `https://${NAME}:${keeping}/snp/` };
    exporter = await Exporter.start({ environment: external });
    // With a path after the address, nginx removes its own.
    const removed = printedServer(removing, exporter).replace(/(proxy_pass [^;]+)/, '$1/');
    nginx = await Nginx.start(`${printedServer(keeping, exporter)}\n${removed}`, removing);
    fleet = await connectedFleet(exporter, { devices: 2 });
    const args = [...CHROMIUM_ARGUMENTS, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`];
    browser = await chromium.launch({ executablePath: chromiumPath, args });
  });

  test.afterAll(async () => {
    await browser.close();
    await nginx.stop();
    await exporter.stop();
    await fleet.close();
  });

  const open = async (url: string): Promise<{ page: Page; faults: string[] }> => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('requestfailed', (failed) => {
      if (failed.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(failed.url());
    });
    await page.goto(url);
    return { page, faults };
  };

  const ask = async (
    path: string,
    headers: Record<string, string> = {},
    method = 'GET',
    localAddress = '127.0.0.1',
  ) => {
    const options = { host: '127.0.0.1', port: ports.keeping, path, method, localAddress, rejectUnauthorized: false };
    const call = request({ ...options, agent: false, headers: { host: `${NAME}:${ports.keeping}`, ...headers } }).end();
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    return response;
  };

  test('the dashboard works under the path: links, reload, live updates and changes', async () => {
    const origin = `https://${NAME}:${ports.keeping}`;
    const [device] = fleet.devices;
    const { page, faults } = await open(`${origin}/snp`);
    await expect(page).toHaveURL(`${origin}/snp/`);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await expect(page.locator('snp-device-tile a.healthy')).toHaveCount(2);
    device.set('ptp', { ptpStatus: { ptpCtlrState: 'Unlocked-Free Run' } });
    await expect(page.getByText('PTP unlocked').first()).toBeVisible();
    device.unset('ptp');

    const tile = page.locator('snp-device-tile a').first();
    expect(await tile.getAttribute('href')).toMatch(/^\/snp\/devices\/\d+\/\w+$/);
    await tile.click();
    await expect(page).toHaveURL(/\/snp\/devices\/\d+\/\w+$/);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('snp-loading-state')).toHaveCount(0);

    await page.goto(`${origin}/snp/connections?add=1`);
    await fillEditor(page, 'Added through nginx', device);
    await press(page, 'Save');
    await expect(row(page, 'Added through nginx')).toBeVisible();
    await page.getByRole('button', { name: 'Export' }).click();
    const links = await page.getByRole('menuitem').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links.filter((link) => !link?.startsWith('/snp/api/export'))).toEqual([]);

    await page.goto(`${origin}/snp/integrate`);
    await expect(page.getByText(`${NAME}:${new URL(exporter.metricsUrl).port}`)).toBeVisible();
    await expect(page.getByRole('link', { name: 'API documentation' })).toHaveAttribute('href', '/snp/api/docs');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the dashboard works where the proxy removes the path', async () => {
    const { page, faults } = await open(`https://${NAME}:${ports.removing}/snp/devices/1/overview`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(fleet.devices[0].name);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    expect(await page.evaluate(async () => (await fetch('/snp/api/reload', { method: 'POST' })).status)).toBe(200);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the documentation page sends its requests to the path', async () => {
    const { page, faults } = await open(`https://${NAME}:${ports.keeping}/snp/api/docs`);
    await expect(page.getByText('/api/connections', { exact: true }).first()).toBeVisible();
    await expect(page.locator('.servers option')).toHaveText([/^\/snp /]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('requests of foreign pages and under foreign names are refused', async () => {
    const own = `https://${NAME}:${ports.keeping}`;
    const post = (origin: string) => ask('/snp/api/reload', { Origin: origin }, 'POST');
    expect((await post(own)).statusCode).toBe(200);
    for (const origin of ['https://elsewhere.example', `https://${NAME}`, 'null'])
      expect([origin, (await post(origin)).statusCode]).toEqual([origin, 403]);
    expect((await ask('/snp/api/about', { host: 'rebind.test' })).statusCode).toBe(421);
    expect((await ask('/snp/api/about', { host: 'rebind.test', 'X-Forwarded-Host': NAME })).statusCode).toBe(421);
  });

  test('a client address has 50 event streams, whatever it says of itself, and others are not kept out', async () => {
    const stream = (localAddress: string, more = {}) => ask('/snp/api/stream', more, 'GET', localAddress);
    const streams = await Promise.all(Array.from({ length: STREAMS_PER_ADDRESS }, () => stream('127.0.0.2')));
    expect(streams.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
    const refused = await stream('127.0.0.2', { 'X-Forwarded-For': '10.9.8.7' });
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '5']);
    const other = await stream('127.0.0.3');
    expect(other.statusCode).toBe(200);
    for (const each of [...streams, refused, other]) each.destroy();
  });

  test('targets of the service discovery have the name that people use', async () => {
    const targets = JSON.parse(await exporter.scrape('/sd')) as { targets: string[] }[];
    const { port } = new URL(exporter.metricsUrl);
    expect(new Set(targets.flatMap((group) => group.targets))).toEqual(new Set([`${NAME}:${port}`]));
  });
});
