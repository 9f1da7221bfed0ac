import type { Page } from '@playwright/test';
import { VIEWS } from '../src/support/views';

export const SIZES = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 360, height: 780 },
  wall: { width: 1920, height: 1080 },
  /** For the head of a page: eight tiles and no empty room below. */
  banner: { width: 1440, height: 400 },
} as const;
export type Size = keyof typeof SIZES;

/** One picture, in each theme. */
export interface Scene {
  readonly path: string;
  /** What is done before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** Default: wide and narrow. */
  readonly sizes?: readonly Size[];
  /** With how many devices; default: all fleets. */
  readonly devices?: number;
  /** Where it is taken: at the fleet by default. */
  readonly at?: 'empty' | 'cut';
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const selectRows = async (page: Page) => {
  for (const row of [2, 3, 4]) await page.getByRole('row').nth(row).getByRole('checkbox').check();
};
const bulk = (action: string) => async (page: Page) => {
  await selectRows(page);
  await page.getByRole('toolbar').getByRole('button', { name: action, exact: true }).click();
};

/** A file with something new, something changed and something wrong. */
const IMPORTED = JSON.stringify({
  version: '1.0',
  connections: [
    { ...connection('MCR-SNP-01', '10.20.0.11'), tags: { site: 'mcr' } },
    { ...connection('MCR-SNP-02', '10.20.0.12'), tags: { site: 'mcr' } },
    connection('STUDIO-A-SNP-01', '127.0.1.1'),
    connection('STUDIO-A-SNP-02', 'not an address'),
    { ...connection('', '10.20.0.14'), username: '' },
  ],
});

function connection(name: string, host: string) {
  return {
    name,
    restapi: `https://${host}:9089`,
    websocket: `wss://${host}/smm`,
    username: 'admin',
    password: 'admin',
    enabled: true,
    objects_ids: [{ elementIP: '127.0.0.1', objectType: 'system', objectId: 'system' }],
  };
}

async function fillEditor(page: Page): Promise<void> {
  const { restapi, websocket } = await page.evaluate(async () => {
    const [first] = (await (await fetch('/api/connections')).json()) as { restapi: string; websocket: string }[];
    return first;
  });
  await page.getByLabel('Name').fill('MCR-SNP-01');
  await button(page, 'Edit URLs').click();
  await page.getByLabel('REST URL').fill(restapi);
  await page.getByLabel('WebSocket URL').fill(websocket);
  await page.getByLabel('User').fill('admin');
  await page.getByLabel('Password').fill('admin');
}

const DIALOGS: Readonly<Record<string, Scene>> = {
  'connections-faults': { path: '/connections?add=1', act: (page) => button(page, 'Save').click() },
  'connections-test': {
    path: '/connections?add=1',
    act: async (page) => {
      await fillEditor(page);
      await button(page, 'Test connection').click();
      await page.locator('snp-probe-steps .verdict').filter({ hasText: /./ }).waitFor({ timeout: 30_000 });
    },
  },
  'connections-discover': {
    path: '/connections?add=1',
    act: async (page) => {
      await fillEditor(page);
      await page.getByText('Custom').click();
      await button(page, 'Discover').click();
      await page.locator('snp-discovered-objects').waitFor({ timeout: 30_000 });
    },
  },
  'connections-edit': { path: '/connections?edit=1' },
  'connections-import': { path: '/connections?import=1' },
  'connections-dry-run': {
    path: '/connections?import=1',
    act: (page) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'fleet.json', mimeType: 'application/json', buffer: Buffer.from(IMPORTED) }),
  },
  'connections-selected': { path: '/connections', act: selectRows },
  'connections-delete': { path: '/connections', act: bulk('Delete') },
  'connections-tag': { path: '/connections', act: bulk('Tag') },
  'connections-credentials': { path: '/connections', act: bulk('Credentials') },
  'connections-objects': { path: '/connections', act: bulk('Objects') },
  'connections-menu': {
    path: '/connections',
    act: (page) => page.getByRole('button', { name: 'Actions for STUDIO-A-SNP-01' }).click(),
  },
  'connections-columns': { path: '/connections', act: (page) => button(page, 'Choose columns').click() },
  help: { path: '/', act: (page) => page.keyboard.press('?') },
  search: {
    path: '/',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('studio-b');
    },
  },
};

const STATES: Readonly<Record<string, Scene>> = {
  'fleet-empty': { path: '/', at: 'empty', devices: 8 },
  'connections-empty': { path: '/connections', at: 'empty', devices: 8 },
  'ptp-empty': { path: '/ptp', at: 'empty', devices: 8 },
  'alarms-empty': { path: '/alarms', at: 'empty', devices: 8 },
  'fleet-cut': { path: '/', at: 'cut', devices: 8 },
  'connections-cut': { path: '/connections', at: 'cut', devices: 8 },
  'device-cut': { path: '/devices/1/overview', at: 'cut', devices: 8 },
  'fleet-filtered': { path: '/?text=nothing-like-this', devices: 8 },
  'fleet-grouped': { path: '/?group=tag:site' },
  'device-failed': { path: '/devices/7/overview', devices: 8 },
  'device-disabled': { path: '/devices/8/overview', devices: 8 },
  'device-unknown': { path: '/devices/4711/overview', devices: 8 },
  'not-found': { path: '/nothing-like-this', devices: 8 },
};

/** Every view, the wall, every dialog and every state that a view can be in, by the name of the picture. */
export const SCENES: Readonly<Record<string, Scene>> = {
  ...Object.fromEntries(Object.entries(VIEWS).map(([name, path]) => [name, { path }])),
  fleet: { path: '/', sizes: ['wide', 'narrow', 'banner'] },
  'device-healthy': { path: '/devices/1/overview' },
  kiosk: { path: '/?kiosk=1', sizes: ['wall'] },
  ...Object.fromEntries(Object.entries(DIALOGS).map(([name, scene]) => [name, { ...scene, devices: 8 }])),
  ...STATES,
};
