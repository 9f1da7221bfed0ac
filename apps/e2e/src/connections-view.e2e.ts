import { expect, test } from '@playwright/test';
import { startFleet, type Fleet } from '@snp/simulator';
import { readFile } from 'node:fs/promises';
import { unreachable } from './support/connections';
import { act, fillEditor, open, press, row } from './support/dashboard';
import { Exporter } from './support/exporter';
import { chromiumPath } from './support/programs';

test.describe('the connections view', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;
  let fleet: Fleet;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    fleet = await startFleet({ devices: 1 });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
  });

  test('adds a device, tests it, renames it, disables it and deletes it, and the series follow', async ({ page }) => {
    const [device] = fleet.devices;
    await open(page, exporter, '/connections');
    await expect(page.getByRole('heading', { name: 'No connections yet' })).toBeVisible();

    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await fillEditor(page, 'MCR 1', device);
    await press(page, 'Test connection');
    await expect(page.getByText('The connection works.')).toBeVisible();
    await press(page, 'Save');
    await expect(row(page, 'MCR 1')).toContainText('Connected');
    await expect.poll(() => exporter.scrape()).toContain('ic_snp_up{target="MCR 1"} 1\n');

    await act(page, 'MCR 1', 'Edit');
    await page.getByLabel('Name').fill('MCR 2');
    await press(page, 'Save');
    await expect(row(page, 'MCR 2')).toContainText('Connected');
    const renamed = await exporter.scrape();
    expect(renamed).toContain('ic_snp_up{target="MCR 2"} 1\n');
    expect(renamed).not.toContain('target="MCR 1"');

    await act(page, 'MCR 2', 'Test connection');
    await expect(page.getByRole('dialog').getByText('The connection works.')).toBeVisible();
    await press(page, 'Close');

    await act(page, 'MCR 2', 'Disable');
    await expect(row(page, 'MCR 2')).toContainText('Disabled');
    expect(await exporter.scrape()).not.toContain('target="MCR');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, 'MCR 2')).toContainText('Connected');

    await act(page, 'MCR 2', 'Open device');
    await expect(page.getByRole('heading', { name: 'MCR 2' })).toBeVisible();
    await page.goBack();
    await act(page, 'MCR 2', 'Delete');
    await expect(page.getByRole('dialog')).toContainText('permanently deletes');
    await press(page, 'Delete');
    await expect(page.getByRole('heading', { name: 'No connections yet' })).toBeVisible();
    expect(await exporter.scrape()).not.toContain('target="MCR');
    await expect.poll(() => device.connections).toBe(0);
  });

  test('takes objects from the device itself and row by row, and shows what it will ask for', async ({ page }) => {
    await open(page, exporter, '/connections?add=1');
    await fillEditor(page, 'MCR 3', fleet.devices[0]);
    await page.getByRole('radio', { name: 'Minimal' }).check();
    await page.getByRole('radio', { name: 'Custom' }).check();
    await expect(page.getByText('2 selected')).toBeVisible();

    await page.getByRole('button', { name: 'Discover' }).click();
    await page.getByRole('checkbox', { name: /^procChannelHD/ }).check();
    await expect(page.getByText(/\d\d selected/)).toBeVisible();
    await page.getByRole('checkbox', { name: /^procChannelHD/ }).uncheck();

    await page.getByRole('button', { name: 'Add object' }).click();
    await page.getByLabel('Type of object 1').fill('videoGenLock');
    await page.getByLabel('Element IP of object 1').fill('192.168.1.9');
    await page.getByLabel('ID of object 1').fill('lock-1');
    await page.getByRole('button', { name: 'Remove object 3' }).click();
    await page.getByRole('button', { name: 'Subscription (JSON)' }).click();
    await expect(page.getByText('"statusListSubscribe"')).toContainText(
      '{"elementIP":"192.168.1.9","objectType":"videoGenLock","objectId":"lock-1"}',
    );
    await press(page, 'Save');
    await expect(row(page, 'MCR 3')).toBeVisible();
    const { body } = await exporter.api<{ objects_ids: unknown[] }[]>('GET', '/api/connections');
    expect(body[0].objects_ids).toEqual([
      { elementIP: '192.168.1.9', objectType: 'videoGenLock', objectId: 'lock-1' },
      { elementIP: '127.0.0.1', objectType: 'ptp' },
    ]);
  });

  test('adds one device after another, and asks before it throws away what was typed', async ({ page }) => {
    await open(page, exporter, '/connections');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('Name').fill('OB 1');
    await page.getByLabel('Device', { exact: true }).fill('192.168.90.23');
    await expect(page.getByText('https://192.168.90.23:9089/api/auth')).toBeVisible();
    await page.getByLabel('User').fill('admin');
    await page.getByLabel('Password').fill('secret');
    await page.getByLabel('Tags').fill('site=ob, unit=7');
    await page.getByRole('checkbox', { name: 'Enabled' }).uncheck();
    await press(page, 'Save and add another');
    await expect(page.getByLabel('Name')).toHaveValue('');
    await expect(page.getByLabel('Name')).toBeFocused();

    await page.getByLabel('Name').fill('OB 2');
    await page.keyboard.press('Escape');
    await press(page, 'Keep editing');
    await expect(page.getByLabel('Name')).toHaveValue('OB 2');
    await press(page, 'Close');
    await press(page, 'Discard');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(row(page, 'OB 1')).toContainText('unit=7');
    await expect(row(page, 'OB 2')).toHaveCount(0);

    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByLabel('Name')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog'), 'nothing was typed').toHaveCount(0);
  });

  test('duplicates, re-reads the database and exports', async ({ page }) => {
    await exporter.api('POST', '/api/connections', unreachable('HUB 1'));
    await open(page, exporter, '/connections');
    await act(page, 'HUB 1', 'Duplicate');
    await expect(row(page, 'HUB 1 (copy)')).toContainText('Disabled');
    await page.getByRole('button', { name: 'Re-read database' }).click();
    await expect(page.getByText('Connections re-read from the database').first()).toBeVisible();
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'JSON without passwords' }).click();
    const exported = await readFile(await (await download).path(), 'utf8');
    expect(exported).toContain('HUB 1 (copy)');
    expect(exported).not.toContain('secret');
  });

  test('says at the field what the server refuses, and keeps what was typed', async ({ page }) => {
    await open(page, exporter, '/connections?add=1');
    await page.getByLabel('Name').fill('EDGE 1');
    await press(page, 'Save');
    await expect(page.getByLabel('User')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Device', { exact: true }).fill('192.168.90.24');
    await page.getByLabel('User').fill('admin');
    await page.getByLabel('Password').fill('secret');

    await page.route('**/api/connections', (route) => route.abort());
    await press(page, 'Save');
    await expect(page.getByRole('alert').filter({ hasText: 'Check that the exporter is running' })).toBeVisible();
    const errors = [{ pointer: '/name', message: 'is not what we call an edge' }];
    await page.unroute('**/api/connections');
    await page.route('**/api/connections', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 422, contentType: 'application/problem+json', json: { title: 'Invalid', errors } })
        : route.continue(),
    );
    await press(page, 'Save');
    await expect(page.getByText('is not what we call an edge')).toBeVisible();
    await expect(page.getByLabel('Name')).toBeFocused();
    await expect(page.getByLabel('Password')).toHaveValue('secret');

    await page.unroute('**/api/connections');
    await page.getByLabel('Name').fill('EDGE 2');
    await press(page, 'Save');
    await expect(row(page, 'EDGE 2')).toBeVisible();
  });

  test('does not write over what someone else has changed meanwhile, unless told to', async ({ page }) => {
    const { body } = await exporter.api<{ id: number }>('POST', '/api/connections', unreachable('NEWS 1'));
    await open(page, exporter, `/connections?edit=${body.id}`);
    await page.getByLabel('User').fill('mine');
    await exporter.api('PATCH', `/api/connections/${body.id}`, { username: 'theirs' });
    await press(page, 'Save');
    await expect(page.getByText('Someone else changed this connection')).toBeVisible();
    await expect(page.getByLabel('User')).toHaveValue('mine');
    await press(page, 'Overwrite');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const stored = await exporter.api<{ username: string }>('GET', `/api/connections/${body.id}`);
    expect(stored.body.username).toBe('mine');
  });
});
