import { expect, test, type Page } from '@playwright/test';
import { unreachable } from './support/connections';
import { open, press, row } from './support/dashboard';
import { Exporter } from './support/exporter';
import { chromiumPath } from './support/programs';

interface Stored {
  readonly name: string;
  readonly enabled: boolean;
  readonly username: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly objects_ids: readonly unknown[];
}

const NAMES = Array.from({ length: 12 }, (_, index) => `LAB ${index + 1}`);

test.describe('many connections at once', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    const connections = NAMES.map((name) => ({ ...unreachable(name), tags: { site: 'lab' } }));
    await exporter.api('POST', '/api/import', { version: '1.0', connections });
  });

  test.afterAll(() => exporter.stop());

  const stored = async () => (await exporter.api<Stored[]>('GET', '/api/connections')).body;
  const select = async (page: Page, ...names: string[]) => {
    for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  };
  const choose = (page: Page, action: string) =>
    page.getByRole('toolbar', { name: 'Selected connections' }).getByRole('button', { name: action }).click();

  test('are enabled and disabled, and undo brings back how each was', async ({ page }) => {
    await exporter.api('POST', '/api/connections/bulk', { action: 'enable', ids: [1] });
    await open(page, exporter, '/connections?sort=name');
    await select(page, 'LAB 1', 'LAB 2', 'LAB 3');
    await expect(page.getByText('3 selected')).toBeVisible();
    await choose(page, 'Enable');
    await expect(page.getByText('Enabled 3 connections').first()).toBeVisible();
    expect((await stored()).filter(({ enabled }) => enabled).map(({ name }) => name)).toEqual(NAMES.slice(0, 3));
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await stored()).filter(({ enabled }) => enabled).length).toBe(1);
    await choose(page, 'Disable');
    await expect(row(page, 'LAB 1').first()).toContainText('Disabled');
  });

  test('are given tags and lose them', async ({ page }) => {
    await open(page, exporter, '/connections?sort=name');
    await select(page, 'LAB 4', 'LAB 5');
    await choose(page, 'Tag');
    await page.getByLabel('Add', { exact: true }).fill('room=mcr, note=a\\, b');
    await page.getByRole('dialog').getByRole('button', { name: 'site' }).click();
    await press(page, 'Apply');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const tags = (await stored()).filter(({ name }) => /LAB [45]$/.test(name)).map((connection) => connection.tags);
    expect(tags).toEqual(Array(2).fill({ room: 'mcr', note: 'a, b' }));
  });

  test('are given credentials and objects', async ({ page }) => {
    await open(page, exporter, '/connections?sort=name');
    await select(page, 'LAB 6', 'LAB 7');
    await choose(page, 'Credentials');
    await page.getByLabel('User').fill('engineer');
    await page.getByLabel('Password').fill('new');
    await press(page, 'Apply');
    await expect(page.getByText('Changed the credentials of 2').first()).toBeVisible();
    await choose(page, 'Objects');
    await page.getByRole('radio', { name: 'Everything' }).check();
    await press(page, 'Apply');
    await expect(page.getByText('Changed the objects of 2').first()).toBeVisible();
    const changed = (await stored()).filter(({ username }) => username === 'engineer');
    expect(changed.map(({ name }) => name)).toEqual(['LAB 6', 'LAB 7']);
    for (const { objects_ids } of changed) expect(objects_ids.length).toBeGreaterThan(50);
  });

  test('keep what was typed when the server does not answer', async ({ page }) => {
    await open(page, exporter, '/connections?sort=name');
    await select(page, 'LAB 8');
    await choose(page, 'Credentials');
    await page.getByLabel('User').fill('operator');
    await page.getByLabel('Password').fill('new');
    await page.route('**/api/connections/bulk', (route) => route.abort());
    await press(page, 'Apply');
    await expect(page.getByText('Nothing was changed.').first()).toBeVisible();
    await expect(page.getByLabel('User')).toHaveValue('operator');
  });

  test('do nothing to a row that the filter hides', async ({ page }) => {
    await open(page, exporter, '/connections?sort=name');
    await select(page, 'LAB 8', 'LAB 9');
    await page.getByRole('searchbox', { name: 'Filter' }).fill('LAB 8');
    await expect(page.getByText('1 selected')).toBeVisible();
  });

  test('are deleted: a few after a question, more than ten after their number was typed', async ({ page }) => {
    await open(page, exporter, '/connections?sort=name');
    await select(page, 'LAB 12');
    await choose(page, 'Delete');
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
    await press(page, 'Cancel');
    await page.getByRole('checkbox', { name: 'Select all rows' }).check();
    await choose(page, 'Delete');
    const button = page.getByRole('dialog').getByRole('button', { name: 'Delete' });
    await expect(button).toBeDisabled();
    await page.getByLabel('Type 12 to confirm').fill('11');
    await expect(button).toBeDisabled();
    await page.getByLabel('Type 12 to confirm').fill('12');
    await button.click();
    await expect(page.getByRole('heading', { name: 'No connections yet' })).toBeVisible();
    expect(await stored()).toEqual([]);
  });
});
