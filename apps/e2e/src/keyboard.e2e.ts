import { expect, test, type Page } from '@playwright/test';
import type { Fleet } from '@snp/simulator';
import { axeFindings, act, open, press } from './support/dashboard';
import { Exporter } from './support/exporter';
import { connectedFleet } from './support/fleet';
import { chromiumPath } from './support/programs';

test.describe('the dashboard by keyboard and by link', () => {
  test.skip(!chromiumPath, 'chromium is not installed');
  let exporter: Exporter;
  let fleet: Fleet;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    fleet = await connectedFleet(exporter, { devices: 3 });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
  });

  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

  test('is walked without a mouse', async ({ page }) => {
    await open(page, exporter, '/');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();

    for (const [keys, name] of [
      ['gc', 'Connections'],
      ['gp', 'PTP'],
      ['ga', 'Alarms'],
      ['gi', 'Integrate'],
      ['gb', 'About'],
      ['gf', 'Fleet'],
    ]) {
      await page.keyboard.type(keys);
      await expect(heading(page, new RegExp(name))).toBeVisible();
      await expect(page.getByRole('main'), 'a screen reader begins at the new view').toBeFocused();
    }

    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.keyboard.press('/');
    await page.keyboard.type(fleet.devices[1].name);
    await page.keyboard.press('Enter');
    await expect(heading(page, fleet.devices[1].name)).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/\/devices\/2\/ptp$/);
    await page.keyboard.press('j');
    await expect(page).toHaveURL(/\/devices\/3\/ptp$/);
    await page.keyboard.press('k');
    await expect(heading(page, fleet.devices[1].name)).toBeVisible();
  });

  test('shows where the focus is, on everything that can have it', async ({ page }) => {
    await open(page, exporter, '/connections');
    const blind: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        if (focused === document.body) return undefined;
        const isSeen = [focused, focused.parentElement, focused.closest('label')].some((element) => {
          if (!element) return false;
          const { outlineStyle, boxShadow } = getComputedStyle(element);
          return outlineStyle !== 'none' || boxShadow !== 'none';
        });
        return isSeen ? undefined : focused.outerHTML.slice(0, 120);
      });
      if (unseen) blind.push(unseen);
    }
    expect(blind).toEqual([]);
  });

  test('sorts and selects without a mouse', async ({ page }) => {
    await open(page, exporter, '/connections');
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/sort=-name/);
    await page.getByRole('checkbox', { name: `Select ${fleet.devices[0].name}` }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByText('1 selected')).toBeVisible();
  });

  test('shows a colleague the same view by its link', async ({ page }) => {
    await open(page, exporter, '/');
    await page.getByRole('searchbox', { name: 'Filter' }).fill(fleet.devices[2].name);
    await page
      .getByRole('main')
      .getByRole('button', { name: /healthy/i })
      .click();
    await page.getByRole('button', { name: 'L', exact: true }).click();
    await expect(page.locator('snp-device-tile')).toHaveCount(1);
    await page.reload();
    await expect(page.locator('snp-device-tile')).toHaveCount(1);
    await expect(page.getByRole('searchbox', { name: 'Filter' })).toHaveValue(fleet.devices[2].name);
    await expect(page.getByRole('button', { name: 'L', exact: true })).toHaveAttribute('aria-pressed', 'true');

    await open(page, exporter, '/connections?state=disabled');
    await expect(page.getByText('No matching connections.')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page).toHaveURL(/\/connections$/);
    await open(page, exporter, '/devices/1/receivers?essence=audio&sort=-receiver');
    await expect(page.getByRole('columnheader', { name: 'Receiver' })).toHaveAttribute('aria-sort', 'descending');
    await expect(page.getByRole('button', { name: 'Essence: Audio' })).toBeVisible();
    await expect(page.getByRole('cell', { name: /^Video/ })).toHaveCount(0);
  });

  test('has a kiosk mode without navigation, which Escape leaves', async ({ page }) => {
    await open(page, exporter, '/?kiosk');
    await expect(page.locator('snp-device-tile')).toHaveCount(3);
    await expect(page.getByRole('banner')).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(page).not.toHaveURL(/kiosk/);
  });

  test('remembers the theme', async ({ page }) => {
    await open(page, exporter, '/');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect.poll(background).not.toBe(light);
    await page.reload();
    await expect(page.locator('snp-device-tile')).toHaveCount(3);
    expect(await background()).not.toBe(light);
    await page.keyboard.press('t');
    await expect.poll(background).toBe(light);
  });

  test('has no dialog or menu that axe minds, light or dark', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    const check = async (where: string) => {
      await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
      found.push(...(await axeFindings(page, where)));
    };
    const errors = await open(page, exporter, '/connections');
    await page.keyboard.press('?');
    await check('help');
    await press(page, 'Close');
    await page.getByRole('button', { name: 'Theme' }).click();
    await check('themes');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Choose columns' }).click();
    await check('columns');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Actions for ${fleet.devices[0].name}` }).click();
    await check('actions');
    await page.keyboard.press('Escape');
    await act(page, fleet.devices[0].name, 'Test connection');
    await expect(page.getByText('The connection works.')).toBeVisible();
    await check('test');
    await press(page, 'Close');
    await page.getByRole('checkbox', { name: 'Select all rows' }).check();
    for (const action of ['Tag', 'Credentials', 'Objects', 'Delete']) {
      await page.getByRole('toolbar').getByRole('button', { name: action }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(action);
      await press(page, 'Cancel');
    }
    await open(page, exporter, '/connections?add=1');
    await page.getByRole('radio', { name: 'Minimal' }).check();
    await page.getByRole('radio', { name: 'Custom' }).check();
    await page.getByRole('button', { name: 'Subscription (JSON)' }).click();
    await press(page, 'Save');
    await check('editor with faults');
    await open(page, exporter, '/connections?import=1');
    await check('import');
    await page.getByLabel('Choose a file').setInputFiles({ name: 'a.json', mimeType: '', buffer: Buffer.from('[{}]') });
    await expect(page.getByRole('dialog').getByRole('row').filter({ hasText: 'cannot be imported' })).toBeVisible();
    await check('import, checked');
    expect([...found, ...errors]).toEqual([]);
  });
});
