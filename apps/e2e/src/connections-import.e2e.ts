import { expect, test, type Page } from '@playwright/test';
import { unreachable } from './support/connections';
import { open, press } from './support/dashboard';
import { Exporter } from './support/exporter';
import { chromiumPath } from './support/programs';

const YAML = `
- name: YAML 1
  websocket: wss://192.168.90.23/smm
  restapi: https://192.168.90.23:9089/api/auth
  username: admin
  password: secret
  enabled: false
  objects_ids: [{ elementIP: 127.0.0.1, objectType: ptp }]
`;
const CSV = [
  'name,websocket,restapi,username,password,objects,enabled,tags',
  'CSV 1,wss://192.168.90.24/smm,https://192.168.90.24:9089/api/auth,admin,secret,standard,no,site=london',
].join('\r\n');

test.describe('an import', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    for (const name of ['SAME 1', 'OTHER 1']) await exporter.api('POST', '/api/connections', unreachable(name));
  });

  test.afterAll(() => exporter.stop());

  const names = async () => {
    const { body } = await exporter.api<{ name: string }[]>('GET', '/api/connections');
    return body.map(({ name }) => name).sort();
  };
  const choose = (page: Page, name: string, text: string) =>
    page.getByLabel('Choose a file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  const entry = (page: Page, name: string) => page.getByRole('dialog').getByRole('row').filter({ hasText: name });

  test('shows what a JSON file would do, and does that and no more', async ({ page }) => {
    const connections = [
      unreachable('SAME 1'),
      unreachable('OTHER 1', { username: 'engineer' }),
      unreachable('JSON 1'),
      unreachable('WRONG 1', { websocket: 'https://192.168.90.23' }),
    ];
    await open(page, exporter, '/connections');
    await page.getByRole('button', { name: 'Import' }).click();
    await choose(page, 'export.json', JSON.stringify({ version: '1.0', connections }));
    await expect(entry(page, 'JSON 1')).toContainText('will be added');
    await expect(entry(page, 'SAME 1')).toContainText('will be skipped');
    await expect(entry(page, 'OTHER 1')).toContainText('already exists');
    await expect(entry(page, 'WRONG 1')).toContainText('cannot be imported');
    await expect(entry(page, 'WRONG 1')).toContainText('websocket');
    expect(await names(), 'nothing is stored yet').toEqual(['OTHER 1', 'SAME 1']);

    await page.getByLabel('Existing connections').selectOption({ label: 'overwrite' });
    await expect(entry(page, 'OTHER 1')).toContainText('will be changed');
    await expect(entry(page, 'SAME 1')).toContainText('unchanged');
    await press(page, 'Import');
    await expect(entry(page, 'OTHER 1')).toContainText('changed');
    await press(page, 'Done');
    await expect(page.getByRole('row').filter({ hasText: 'JSON 1' })).toBeVisible();
    expect(await names()).toEqual(['JSON 1', 'OTHER 1', 'SAME 1']);
    const { body } = await exporter.api<{ username: string }[]>('GET', '/api/connections?search=OTHER');
    expect(body.map(({ username }) => username)).toContain('engineer');
  });

  for (const [file, text, name] of [
    ['devices.yaml', YAML, 'YAML 1'],
    ['devices.csv', CSV, 'CSV 1'],
  ]) {
    test(`takes ${file}`, async ({ page }) => {
      await open(page, exporter, '/connections?import=1');
      await choose(page, file, text);
      await expect(entry(page, name)).toContainText('will be added');
      await press(page, 'Import');
      await expect(entry(page, name)).toContainText('added');
      await press(page, 'Done');
      await expect.poll(names).toContain(name);
    });
  }

  test('takes a file that is dropped anywhere, and says what is wrong with one that is none', async ({ page }) => {
    await open(page, exporter, '/connections?import=1');
    await expect(page.getByText('Drop a JSON, YAML or CSV file here')).toBeVisible();
    const drop = async (name: string, text: string) => {
      const dataTransfer = await page.evaluateHandle(
        ([fileName, content]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([content], fileName));
          return transfer;
        },
        [name, text],
      );
      await page.dispatchEvent('body', 'drop', { dataTransfer });
    };
    await drop('broken.json', '{"version": ');
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
    await drop('export.json', JSON.stringify({ version: '1.0', connections: [unreachable('DROPPED 1')] }));
    await expect(entry(page, 'DROPPED 1')).toContainText('will be added');
    await press(page, 'Cancel');
    expect(await names()).not.toContain('DROPPED 1');
  });
});
