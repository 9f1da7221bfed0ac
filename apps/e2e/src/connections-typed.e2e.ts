import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { unreachable } from './support/connections';
import { act, axeFindings, open, press, row } from './support/dashboard';
import { Exporter } from './support/exporter';
import { chromiumPath } from './support/programs';

test.describe('the form', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    await exporter.api('POST', '/api/connections', unreachable('TAKEN 1'));
  });

  test.afterAll(() => exporter.stop());

  test('takes what was pasted with white space, and tells of what cannot be seen', async ({ page }) => {
    await open(page, exporter, '/connections?add=1');
    const dialog = page.getByRole('dialog');
    await page.getByLabel('Name').fill('\u200btaken\u00a0\u00a01');
    await page.getByLabel('Device', { exact: true }).fill('\u00a0192.168.90.23\u200b');
    await expect(dialog.getByText('Another connection has this name')).toBeVisible();
    await page.getByLabel('Name').fill('PASTED\u200b1');
    await page.getByLabel('User').fill(' admin\u00a0');
    await expect(dialog.getByText('Remove the zero-width space (U+200B) after “PASTED”')).toBeVisible();
    await page.getByLabel('Name').fill('PASTED 1\u200b');
    await page.getByLabel('Password').fill('secret ');
    await expect(dialog.getByText('The password begins or ends with a space, which is saved with it')).toBeVisible();
    await page.getByLabel('Tags').fill('site=\u00a0london\u200b, room = mcr');
    await page.getByRole('checkbox', { name: 'Enabled' }).uncheck();
    expect(await axeFindings(page, 'the form')).toEqual([]);
    await press(page, 'Save');
    await expect(row(page, 'PASTED 1')).toContainText('site=london');
    const { body } = await exporter.api<{ connections: object[] }>('GET', '/api/export');
    expect(body.connections.at(-1)).toMatchObject({
      name: 'PASTED 1',
      restapi: 'https://192.168.90.23:9089/api/auth',
      username: 'admin',
      password: 'secret ',
      tags: { site: 'london', room: 'mcr' },
    });
  });

  test('asks for the password when a path is changed', async ({ page }) => {
    await open(page, exporter, '/connections');
    await act(page, 'TAKEN 1', 'Edit');
    await page.getByLabel('REST URL').fill('https://127.0.0.1:9/other/auth');
    await expect(
      page.getByText('Enter the password again: the stored one is not sent to a different address'),
    ).toBeVisible();
    await page.getByLabel('Password').fill('secret');
    await press(page, 'Save');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const { body } = await exporter.api<{ restapi: string }>('GET', '/api/connections/1');
    expect(body.restapi).toBe('https://127.0.0.1:9/other/auth');
  });

  test('has a sample file, which imports as it is', async ({ page }) => {
    await open(page, exporter, '/connections?import=1');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download a sample file (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('snp-connections-sample.csv');
    const buffer = await readFile(await download.path());
    await page.getByLabel('Choose a file').setInputFiles({ name: download.suggestedFilename(), mimeType: '', buffer });
    await expect(page.getByRole('dialog').getByRole('row').filter({ hasText: 'will be added' })).toHaveCount(2);
    await press(page, 'Import');
    await press(page, 'Done');
    await expect(row(page, 'MCR-SNP-02')).toContainText('site=london');
  });

  test('says when a table is not UTF-8, and which columns are there twice', async ({ page }) => {
    await open(page, exporter, '/connections?import=1');
    const choose = (buffer: Buffer) =>
      page.getByLabel('Choose a file').setInputFiles({ name: 'devices.csv', mimeType: '', buffer });
    await choose(Buffer.from('name,host\nGr\xfcn,192.0.2.1\n', 'latin1'));
    await expect(page.getByRole('alert')).toContainText('not UTF-8');
    await choose(Buffer.from('name,host,address\n'));
    await expect(page.getByRole('alert')).toContainText('two columns for host: see columns 2 and 3');
  });
});
