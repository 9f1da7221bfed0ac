import { expect, test } from '@playwright/test';
import type { Fleet } from '@snp/simulator';
import { axeFindings, open } from './support/dashboard';
import { Exporter } from './support/exporter';
import { connectedFleet } from './support/fleet';
import { chromiumPath } from './support/programs';
import { VIEWS } from './support/views';

const NAME = '<img src=x onerror="document.title=1"> ' + 'n'.repeat(70);
/** What devices say may have any character; the names of connections may not. */
const HOSTILE = `${NAME} ‮evil‬`;

test.describe('the dashboard', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;
  let fleet: Fleet;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    fleet = await connectedFleet(exporter, { devices: [{}, {}, {}, { name: NAME }] });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
  });

  test('has no view that fails or that axe minds, light or dark', async ({ page }) => {
    const found: string[] = [];
    for (const [view, path] of Object.entries(VIEWS)) {
      const errors = await open(page, exporter, path);
      found.push(...(await axeFindings(page, view)));
      found.push(...errors.map((error) => `${view}: ${error}`));
    }
    expect(found).toEqual([]);
  });

  test('fits into 360 pixels, hostile names included', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    for (const [view, path] of Object.entries(VIEWS)) {
      await open(page, exporter, path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, view).toBeLessThanOrEqual(0);
    }
  });

  test('shows names and what devices say as it is, and lets it do nothing', async ({ page }) => {
    const [device] = fleet.devices;
    const alarm = device.raiseAlarm({ reason: HOSTILE, location: HOSTILE, severity: 'major' });
    device.set('system', { General: { mainBoardRev: HOSTILE } });
    for (const [path, place] of [
      ['/connections', page.getByRole('row').filter({ hasText: 'onerror' })],
      ['/', page.locator('snp-device-tile').filter({ hasText: 'onerror' })],
      ['/alarms', page.getByRole('row').filter({ hasText: 'onerror' })],
      ['/devices/1/alarms', page.getByRole('row').filter({ hasText: 'onerror' })],
      ['/devices/4/overview', page.getByRole('heading', { level: 1, name: 'onerror' })],
    ] as const) {
      await open(page, exporter, path);
      await expect(place.first(), path).toBeVisible();
      expect(await page.locator('img').count(), path).toBe(0);
      expect(await page.title(), path).not.toBe('1');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0);
    }
    device.clearAlarm(alarm);
    device.unset('system');
  });

  test('shows a lost PTP lock within seconds on the tile, on the device and among all clocks', async ({ context }) => {
    const device = fleet.devices[0];
    const [wall, clock, clocks] = [await context.newPage(), await context.newPage(), await context.newPage()];
    await open(wall, exporter, '/');
    await open(clock, exporter, '/devices/1/ptp');
    await open(clocks, exporter, '/ptp');
    const shown = [
      wall.locator('snp-device-tile').filter({ hasText: device.name }).getByText('PTP unlocked'),
      clock.getByRole('list', { name: 'Problems' }).getByText('PTP unlocked'),
      clock
        .locator('.tab')
        .getByText(/unlocked/i)
        .first(),
      clocks
        .getByRole('row')
        .filter({ hasText: device.name })
        .getByText(/unlocked/i)
        .first(),
    ];
    device.set('ptp', { ptpStatus: { ptpCtlrState: 'Unlocked-Free Run' } });
    for (const place of shown) await expect(place).toBeVisible();
    device.unset('ptp');
    for (const place of shown) await expect(place).toHaveCount(0);
  });

  test('shows a device that fails and comes back', async ({ page }) => {
    const device = fleet.devices[1];
    await open(page, exporter, '/');
    const tile = page.locator('snp-device-tile').filter({ hasText: device.name });
    device.misbehave({ kind: 'auth', answer: 'refused' });
    device.misbehave({ kind: 'reset' });
    await expect(tile).toContainText(/password/i);
    await expect(tile.locator('a')).toHaveClass(/failed/);
    await device.behave();
    for (const enabled of [false, true]) await exporter.api('PATCH', '/api/connections/2', { enabled });
    await expect(tile.locator('a')).toHaveClass(/healthy/);
    await expect(tile).not.toContainText(/password/i);
  });
});
