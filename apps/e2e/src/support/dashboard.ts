import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import type { SimulatedDevice } from '@snp/simulator';
import type { Exporter } from './exporter';

/** Opens a view and waits until nothing of it is loading. @returns what the page complains of, now and later */
export async function open(page: Page, exporter: Exporter, path: string): Promise<readonly string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${exporter.dashboardUrl}${path}`);
  await expect(page.locator('main')).toBeVisible();
  await expect(page.locator('snp-loading-state')).toHaveCount(0);
  return errors;
}

/**
 * What axe minds on the page as it is, in the light theme and in the dark one: there, the colours are all that differs.
 * A menu that has popped up is in no landmark, and needs not be.
 */
export async function axeFindings(page: Page, where: string): Promise<string[]> {
  const isMenuOpen = await page.getByRole('menu').isVisible();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await axe(page)
    .disableRules(isMenuOpen ? ['region'] : [])
    .analyze();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await axe(page).withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return Object.entries({ light, dark }).flatMap(([theme, { violations }]) =>
    violations.map(({ id, nodes }) => `${where}, ${theme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  );
}

/** There are no frames, whose findings would have to be put together; of what is right, nothing is described. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/** The row of the connections in which something is written. */
export function row(page: Page, text: string): Locator {
  return page.getByRole('row').filter({ hasText: text });
}

/** Chooses something from the menu of a connection. */
export async function act(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Writes into the open editor what a device needs. */
export async function fillEditor(page: Page, name: string, { restapi, websocket, settings }: SimulatedDevice) {
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Edit URLs' }).click();
  await page.getByLabel('REST URL').fill(restapi);
  await page.getByLabel('WebSocket URL').fill(websocket);
  await page.getByLabel('User').fill(settings.username);
  await page.getByLabel('Password').fill(settings.password);
}

/** The button of what is open now. */
export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}
