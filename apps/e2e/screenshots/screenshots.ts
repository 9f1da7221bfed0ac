import { chromium, type Browser } from '@playwright/test';
import type { Fleet } from '@snp/simulator';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../src/support/programs';
import { Exporter } from '../src/support/exporter';
import { connectedFleet } from '../src/support/fleet';
import { VIEWS } from '../src/support/views';

const FOLDER = 'tmp/screenshots';
/** The pictures that the documentation shows. */
const SHOWN = 'docs/images';
const SHOWN_NAMES = [
  'fleet-8-light-wide',
  'fleet-8-dark-wide',
  'device-overview-8-light-wide',
  'connections-8-light-wide',
];

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 360, height: 780 } };
const THEMES = ['light', 'dark'] as const;

/** Enough for sparklines to have a course, in milliseconds. */
const LIFE_MS = 45_000;
const SETTLE_MS = 1_500;

/** Takes a picture of every view, light and dark, wide and narrow, with eight and with a hundred devices. */
export async function takeScreenshots(): Promise<void> {
  if (!chromiumPath) throw new Error('chromium is not installed');
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGUMENTS });
  try {
    for (const devices of [8, 100]) await withFleet(devices, (exporter) => takeAll(browser, exporter, devices));
  } finally {
    await browser.close();
  }
  mkdirSync(SHOWN, { recursive: true });
  for (const name of SHOWN_NAMES) copyFileSync(join(FOLDER, `${name}.png`), join(SHOWN, `${name}.png`));
}

async function withFleet(devices: number, use: (exporter: Exporter) => Promise<void>): Promise<void> {
  const exporter = await Exporter.start({ environment: { LOGGING: 'ERROR' } });
  const fleet = await connectedFleet(exporter, { devices, incidentsPerHour: 2 });
  try {
    trouble(fleet);
    await new Promise((resolve) => setTimeout(resolve, LIFE_MS));
    await use(exporter);
  } finally {
    await exporter.stop();
    await fleet.close();
  }
}

/** Something for every mark of the state vocabulary. */
function trouble({ devices }: Fleet): void {
  devices[2].set('ptp', { ptpStatus: { ptpCtlrState: 'Unlocked-Free Run', ptpMasterOffset: '812.4 us' } });
  devices[1].set('system', { Power_Supply_Stats: { PS_Status: 'Fault', PS_EN_2: false } });
  devices[4].set('system', { General: { rebootRequired: true } });
  devices[6].misbehave({ kind: 'auth', answer: 'refused' });
  devices[6].misbehave({ kind: 'reset' });
}

async function takeAll(browser: Browser, exporter: Exporter, devices: number): Promise<void> {
  for (const theme of THEMES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const page = await browser.newPage({ viewport, colorScheme: theme, locale: 'en-GB', timezoneId: 'UTC' });
      for (const [view, path] of Object.entries(VIEWS)) {
        await page.goto(`${exporter.dashboardUrl}${path}`);
        await page.waitForTimeout(SETTLE_MS);
        await page.screenshot({ path: join(FOLDER, `${view}-${devices}-${theme}-${size}.png`) });
      }
      await page.close();
    }
  }
}
