import { expect, test } from '@playwright/test';
import type { Fleet } from '@snp/simulator';
import { open, row } from './support/dashboard';
import { Exporter } from './support/exporter';
import { connectedFleet } from './support/fleet';
import { chromiumPath } from './support/programs';

test.skip(!chromiumPath, 'chromium is not installed');

test.describe('the tabs of a device', () => {
  let exporter: Exporter;
  let fleet: Fleet;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    fleet = await connectedFleet(exporter, { devices: 1, kinds: ['gateway'] });
    fleet.devices[0].set('ipVidRx', { ipVidRxStatus: { 5: { VidRxSeamlessStatus: 'Secondary Only' } } });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
  });

  test('show the rows that a finding is about', async ({ page }) => {
    const errors = await open(page, exporter, '/devices/1/overview');
    await page.getByRole('link', { name: 'Receiver 6: primary leg lost' }).click();
    await expect(page).toHaveURL(/\/devices\/1\/receivers\?show=unprotected$/);
    await expect(page.getByText(/^1 of \d+ receivers with a source$/)).toBeVisible();
    await expect(row(page, 'Video 6 · A-HD-6 · CAM 6').getByText('Secondary only')).toBeVisible();
    expect(errors).toEqual([]);
  });

  test('fit into the window, with the names of the rows and the choice of columns', async ({ page }) => {
    const columns = page.getByRole('button', { name: 'Choose columns' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, exporter, '/devices/1/receivers');
    await expect(columns).toBeInViewport({ ratio: 1 });
    await open(page, exporter, '/devices/1/channels?text=cam+1+gw');
    await expect(columns).toBeInViewport({ ratio: 1 });
    await expect(row(page, 'A-HD-1')).toHaveCount(1);

    await page.setViewportSize({ width: 360, height: 780 });
    await open(page, exporter, '/devices/1/channels?text=cam+1+gw');
    await expect(row(page, 'A-HD-1').getByText('CAM 1 GW')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('link', { name: 'Channels' })).toBeInViewport({ ratio: 1 });
    await open(page, exporter, '/devices/1/receivers');
    await expect(row(page, 'Video 6').getByText('A-HD-6 · CAM 6')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('link', { name: 'Receivers' })).toBeInViewport({ ratio: 1 });
  });

  test('do not blame the subscription for the values of a device that is not connected', async ({ page }) => {
    fleet.devices[0].misbehave({ kind: 'auth', answer: 'refused' });
    fleet.devices[0].misbehave({ kind: 'reset' });
    await open(page, exporter, '/connections');
    await expect(page.getByText('device refused the password (401)', { exact: true })).toBeVisible();
    for (const tab of ['overview', 'receivers', 'ptp']) {
      await open(page, exporter, `/devices/1/${tab}`);
      await expect(page.getByRole('heading', { name: 'No current values' })).toBeVisible();
      await expect(page.getByText(/^Last status .* ago\.$/)).toBeVisible();
    }
  });
});
