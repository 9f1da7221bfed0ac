import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { FaultyProxy, type Fleet } from '@snp/simulator';
import { Exporter } from './support/exporter';
import { connectedFleet } from './support/fleet';
import { chromiumPath } from './support/programs';
import { VIEWS } from './support/views';

const HOSTILE = '<img src=x onerror="document.title=1"> ‮evil‬ ' + 'n'.repeat(70);

test.describe('the dashboard', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;
  let fleet: Fleet;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    fleet = await connectedFleet(exporter, { devices: [{}, {}, {}, { name: HOSTILE }] });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
  });

  /** Opens a view and waits until nothing of it is loading. */
  async function open(page: Page, path: string): Promise<string[]> {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${exporter.dashboardUrl}${path}`);
    await expect(page.locator('main')).toBeVisible();
    await expect(page.locator('snp-loading-state')).toHaveCount(0);
    return errors;
  }

  for (const theme of ['light', 'dark'] as const) {
    test(`has no view in the ${theme} theme that fails or that axe minds`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const found: string[] = [];
      for (const [view, path] of Object.entries(VIEWS)) {
        const errors = await open(page, path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, nodes } of violations)
          found.push(`${view}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        found.push(...errors.map((error) => `${view}: ${error}`));
      }
      expect(found).toEqual([]);
    });
  }

  test('fits into 360 pixels, hostile names included', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    for (const [view, path] of Object.entries(VIEWS)) {
      await open(page, path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, view).toBeLessThanOrEqual(0);
    }
  });

  test('shows names as they are and lets them do nothing', async ({ page }) => {
    await open(page, '/connections');
    await expect(page.getByRole('row').filter({ hasText: 'onerror' })).toBeVisible();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
  });

  test('shows a lost PTP lock on the tile, on the device and among all clocks', async ({ page }) => {
    const device = fleet.devices[0];
    device.set('ptp', { ptpStatus: { ptpCtlrState: 'Unlocked-Free Run' } });
    await open(page, '/');
    await expect(page.getByText('PTP unlocked').first()).toBeVisible({ timeout: 30_000 });
    await open(page, '/devices/1/ptp');
    await expect(page.getByText(/unlocked/i).first()).toBeVisible();
    await open(page, '/ptp');
    await expect(page.getByText(/unlocked/i).first()).toBeVisible();
    device.unset('ptp');
    await open(page, '/');
    await expect(page.getByText('PTP unlocked')).toHaveCount(0, { timeout: 30_000 });
  });

  test('shows a device that fails and comes back', async ({ page }) => {
    const device = fleet.devices[1];
    await open(page, '/');
    device.misbehave({ kind: 'auth', answer: 'refused' });
    device.misbehave({ kind: 'reset' });
    await expect(page.getByText(/password/i).first()).toBeVisible({ timeout: 30_000 });
    await device.behave();
    for (const enabled of [false, true]) await exporter.api('PATCH', '/api/connections/2', { enabled });
    await expect(page.getByText(/password/i)).toHaveCount(0, { timeout: 30_000 });
  });

  test('says that its data is old when the stream is cut, and is live again when it is back', async ({ page }) => {
    const { hostname: host, port } = new URL(exporter.dashboardUrl);
    const network = await FaultyProxy.open({ host, port: Number(port) });
    try {
      await page.goto(`http://127.0.0.1:${network.port}/`);
      await expect(page.getByText('Live', { exact: true })).toBeVisible();
      network.refuse();
      network.reset();
      const banner = page.locator('snp-stream-banner .banner');
      await expect(banner).toBeVisible({ timeout: 30_000 });
      await network.pass();
      await expect(banner).toBeHidden({ timeout: 30_000 });
      await expect(page.getByText('Live', { exact: true })).toBeVisible();
    } finally {
      await network.close();
    }
  });
});
