import type { Page } from '@playwright/test';

/** Something that one does with the dashboard, in the view in which one does it. */
export interface Interaction {
  readonly what: string;
  readonly path: string;
  act(page: Page, round: number): Promise<unknown>;
  /** Goes back to where it can be done once more. */
  again?(page: Page): Promise<unknown>;
}

const header = (page: Page, name: string) => page.getByRole('columnheader').getByRole('button', { name, exact: true });

/** As fast as one types. */
const TYPING = { delay: 90 };

export const INTERACTIONS: readonly Interaction[] = [
  {
    what: 'typing in the filter of the fleet',
    path: '/',
    act: async (page) => {
      const filter = page.getByRole('searchbox', { name: 'Filter' });
      await filter.pressSequentially('snp-1', TYPING);
      await filter.press('Control+A');
      await filter.press('Delete');
    },
  },
  {
    what: 'searching for a device in the top bar',
    path: '/',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('snp', TYPING);
      await page.keyboard.press('Escape');
    },
  },
  {
    what: 'showing only healthy devices, then all',
    path: '/',
    act: async (page) => {
      const chip = page.getByRole('main').getByRole('button', { name: /healthy/i });
      await chip.click();
      await page.waitForTimeout(300);
      await chip.click();
    },
  },
  {
    what: 'changing the tile size',
    path: '/',
    act: (page, round) => page.getByRole('button', { name: ['L', 'M', 'S'][round % 3], exact: true }).click(),
  },
  { what: 'changing the theme', path: '/', act: (page) => page.keyboard.press('t') },
  {
    what: 'opening a device',
    path: '/',
    act: async (page, round) => {
      await page.locator('snp-device-tile a').nth(round).click();
      await page.getByRole('link', { name: 'Overview' }).waitFor();
    },
    again: (page) => page.goBack(),
  },
  {
    what: 'switching between the tabs of a device',
    path: '/devices/7/overview',
    act: async (page) => {
      for (const name of ['PTP', 'Network', 'Receivers', 'Metrics', 'Raw', 'Overview']) {
        await page.getByRole('navigation', { name: 'About this device' }).getByRole('link', { name }).click();
        await page.waitForTimeout(300);
      }
    },
  },
  {
    what: 'switching between views',
    path: '/',
    act: async (page) => {
      for (const name of ['Connections', 'PTP', 'Alarms', 'Fleet']) {
        await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
        await page.waitForTimeout(400);
      }
    },
  },
  {
    what: 'sorting the connections',
    path: '/connections',
    act: (page, round) => header(page, ['Name', 'Device', 'State'][round % 3]).click(),
  },
  {
    what: 'selecting one connection, all, none',
    path: '/connections',
    act: async (page) => {
      await page.getByRole('checkbox').nth(3).click();
      await page.getByRole('checkbox', { name: 'Select all' }).click();
      await page.getByRole('button', { name: 'Clear' }).click();
    },
  },
  {
    what: 'typing in the filter of the connections',
    path: '/connections',
    act: async (page) => {
      const filter = page.getByRole('searchbox', { name: 'Filter' });
      await filter.pressSequentially('snp-1', TYPING);
      await filter.press('Control+A');
      await filter.press('Delete');
    },
  },
  { what: 'sorting all clocks', path: '/ptp', act: (page) => header(page, 'Offset').click() },
  { what: 'scrolling the fleet', path: '/?size=L', act: (page) => wheel(page) },
  { what: 'scrolling the connections', path: '/connections', act: (page) => wheel(page) },
];

async function wheel(page: Page): Promise<void> {
  await page.mouse.move(960, 600);
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(30);
  }
}
