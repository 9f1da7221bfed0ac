import { expect, test, type Page } from '@playwright/test';
import { startFleet, type Fleet } from '@snp/simulator';
import { Exporter } from './support/exporter';
import { chromiumPath } from './support/programs';

test.describe('the connections view', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;
  let fleet: Fleet;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    fleet = await startFleet({ devices: 2 });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
  });

  const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
  const act = async (page: Page, name: string, action: string) => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };

  test('adds a device, tests it, renames it, disables it and deletes it, and the series follow', async ({ page }) => {
    const [device] = fleet.devices;
    await page.goto(`${exporter.dashboardUrl}/connections`);
    await expect(page.getByRole('heading', { name: 'No connections yet' })).toBeVisible();

    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('Name').fill('MCR 1');
    await page.getByRole('button', { name: 'Write the URLs by hand' }).click();
    await page.getByLabel('REST address').fill(device.restapi);
    await page.getByLabel('WebSocket address').fill(device.websocket);
    await page.getByLabel('User').fill(device.settings.username);
    await page.getByLabel('Password').fill(device.settings.password);
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText('first status', { exact: false }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(row(page, 'MCR 1')).toContainText('Connected');
    await expect.poll(() => exporter.scrape()).toContain('ic_snp_up{target="MCR 1"} 1\n');

    await act(page, 'MCR 1', 'Edit');
    await page.getByLabel('Name').fill('MCR 2');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(row(page, 'MCR 2')).toContainText('Connected');
    const renamed = await exporter.scrape();
    expect(renamed).toContain('ic_snp_up{target="MCR 2"} 1\n');
    expect(renamed).not.toContain('target="MCR 1"');

    await act(page, 'MCR 2', 'Disable');
    await expect(row(page, 'MCR 2')).toContainText(/disabled|off/i);
    expect(await exporter.scrape()).not.toContain('target="MCR');

    await act(page, 'MCR 2', 'Enable');
    await expect(row(page, 'MCR 2')).toContainText('Connected');
    await act(page, 'MCR 2', 'Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('heading', { name: 'No connections yet' })).toBeVisible();
    expect(await exporter.scrape()).not.toContain('target="MCR');
    await expect.poll(() => device.connections).toBe(0);
  });

  test('says at the field what is wrong, and keeps what was typed', async ({ page }) => {
    await page.goto(`${exporter.dashboardUrl}/connections?add=1`);
    await page.getByLabel('Name').fill('MCR 3');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByLabel('User')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Name')).toHaveValue('MCR 3');
  });
});
