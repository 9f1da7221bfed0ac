import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { open } from './support/dashboard';
import { Exporter } from './support/exporter';
import { chromiumPath } from './support/programs';
import { ROOT } from './support/workspace';

/** The file of the repository. */
const FILE = readFileSync(join(ROOT, 'docs/examples/alerts.yml'), 'utf8');
const ALERTS = [...FILE.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);

test.describe('the alert rules on the Integrate page', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
  });

  test.afterAll(() => exporter.stop());

  test('are listed by group, say what they mean, and are a file to copy and to download', async ({ page }) => {
    const errors = await open(page, exporter, '/integrate');
    const rules = page.getByRole('region', { name: 'Alert rules', exact: true });
    await expect(rules.locator('code')).toHaveText(ALERTS);
    await expect(rules.getByRole('heading', { name: 'PTP' })).toBeVisible();
    const unlocked = rules.getByRole('listitem').filter({ hasText: 'SnpPtpUnlocked' });
    await expect(unlocked).toContainText('critical after 1m');
    await expect(unlocked).toContainText('check the grandmaster');
    await unlocked.getByText('Expression').click();
    await expect(unlocked.getByText('ic_snp_ptp_locked == 0')).toBeVisible();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('snp-alerts.yml');
    expect(readFileSync(await download.path(), 'utf8')).toBe(FILE);

    await page.getByRole('button', { name: 'File' }).click();
    await expect(page).toHaveURL(/alerts=file/);
    await expect.poll(() => rules.textContent()).toBe(FILE);
    expect(errors).toEqual([]);
  });
});
