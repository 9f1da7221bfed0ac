import { expect, test, type BrowserContext } from '@playwright/test';
import { FaultyProxy, type Fleet } from '@snp/simulator';
import { open } from './support/dashboard';
import { Exporter } from './support/exporter';
import { connectedFleet } from './support/fleet';
import { chromiumPath } from './support/programs';
import { series } from './support/series';

/** The whole series is enough for anything that would be asked for again and again. */
const CHANGES = series(1, 4);

test.describe('the stream of live updates', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;
  let fleet: Fleet;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    fleet = await connectedFleet(exporter, { devices: 2 });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
  });

  const streams = async () => {
    const { body } = await exporter.api<{ streams: { clients: number } }>('GET', '/api/about');
    return body.streams.clients;
  };
  const openTab = async (context: BrowserContext) => {
    const page = await context.newPage();
    await open(page, exporter, '/');
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    return page;
  };

  for (const [at, hasLocks] of [true, false].entries()) {
    test(`is read once for all tabs ${hasLocks ? 'with' : 'without'} the browser’s locks`, async ({ context }) => {
      if (!hasLocks) {
        // As where the page comes over plain HTTP from another computer.
        await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
      }
      const device = fleet.devices[at];
      const [first, second, third] = [await openTab(context), await openTab(context), await openTab(context)];
      await expect.poll(streams).toBe(1);
      await first.close();
      await expect.poll(streams).toBe(1);
      device.set('ptp', { ptpStatus: { ptpCtlrState: 'Unlocked-Free Run' } });
      for (const page of [second, third]) {
        const tile = page.locator('snp-device-tile').filter({ hasText: device.name });
        await expect(tile.getByText('PTP unlocked')).toBeVisible();
      }
      await expect.poll(streams).toBe(1);
      device.unset('ptp');
    });
  }

  test('is all that the wall needs: nothing is asked for while it is there', async ({ page }) => {
    const underWay = new Set<string>();
    page.on('request', (request) => underWay.add(request.url()));
    page.on('requestfinished', (request) => underWay.delete(request.url()));
    page.on('requestfailed', (request) => underWay.delete(request.url()));
    await open(page, exporter, '/');
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await page.waitForLoadState('load');
    await expect.poll(() => [...underWay].map((url) => new URL(url).pathname)).toEqual(['/api/stream']);
    await expect(page.getByText('PTP unlocked')).toHaveCount(0);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (let change = 0; change < CHANGES; change += 1) {
      fleet.devices[0].set('ptp', { ptpStatus: { ptpCtlrState: 'Unlocked-Free Run' } });
      await expect(page.getByText('PTP unlocked').first()).toBeVisible();
      fleet.devices[0].unset('ptp');
      await expect(page.getByText('PTP unlocked')).toHaveCount(0);
    }
    expect(asked).toEqual([]);
  });

  test('shows what is old as old when it is cut, in every tab, and is live again when it is back', async ({
    context,
  }) => {
    const { hostname: host, port } = new URL(exporter.dashboardUrl);
    const network = await FaultyProxy.open({ host, port: Number(port) });
    try {
      const pages = [await context.newPage(), await context.newPage()];
      for (const page of pages) {
        await page.goto(`http://127.0.0.1:${network.port}/`);
        await expect(page.getByText('Live', { exact: true })).toBeVisible();
        await expect(page.locator('snp-device-tile a.healthy')).toHaveCount(2);
      }
      network.refuse();
      network.reset();
      for (const page of pages) {
        await expect(page.getByText('Connection to the exporter lost.')).toBeVisible();
        await expect(page.locator('snp-device-tile a.is-stale.no_data')).toHaveCount(2);
        await expect(page.locator('snp-device-tile a').first()).toContainText('Unknown for');
        await expect(page.getByRole('button', { name: '0 Healthy' })).toBeVisible();
      }
      await network.pass();
      // The tab that does not read has the one that does try again.
      await pages[1].getByRole('button', { name: 'Retry now' }).click();
      for (const page of pages) {
        await expect(page.getByText('Connection to the exporter lost.')).toBeHidden();
        await expect(page.getByText('Live', { exact: true })).toBeVisible();
        await expect(page.locator('snp-device-tile a.healthy')).toHaveCount(2);
      }
    } finally {
      await network.close();
    }
  });
});
