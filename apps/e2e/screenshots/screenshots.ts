import { chromium, type Browser } from '@playwright/test';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Exporter } from '../src/support/exporter';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../src/support/programs';
import { FOLDER, takeScreenshot, THEMES, type Screenshot } from './take-screenshot';
import { SCENES, type Size } from './scenes';
import { withFaultyFleet } from './faulty-fleet';

/** The screenshots that the documentation shows. */
const SHOWN = 'docs/images';
const SHOWN_NAMES = [
  'fleet-8-light-banner',
  'kiosk-100-dark-wall',
  'device-overview-8-light-wide',
  'ptp-8-light-wide',
  'connections-8-light-wide',
  'connections-dry-run-8-light-wide',
];

const FLEETS = [8, 100];

/** Which screenshots: an empty list stands for all. */
export interface Selection {
  readonly scenes: readonly string[];
  readonly devices: readonly string[];
  readonly themes: readonly string[];
  readonly sizes: readonly string[];
}

/** Takes screenshots of every view, light and dark, wide and narrow, with eight and with a hundred devices. */
export async function takeScreenshots(selection: Selection): Promise<void> {
  if (!chromiumPath) throw new Error('chromium is not installed');
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGUMENTS });
  const empty = await Exporter.start({ environment: { LOGGING: 'ERROR' } });
  try {
    for (const devices of FLEETS.filter((count) => isChosen(selection.devices, String(count)))) {
      await withFaultyFleet(devices, (exporter) =>
        takeAll(
          browser,
          screenshotsOf(selection, devices, { fleet: exporter.dashboardUrl, empty: empty.dashboardUrl }),
        ),
      );
    }
  } finally {
    await empty.stop();
    await browser.close();
  }
  mkdirSync(SHOWN, { recursive: true });
  for (const file of SHOWN_NAMES.map((name) => `${name}.png`)) {
    if (existsSync(join(FOLDER, file))) copyFileSync(join(FOLDER, file), join(SHOWN, file));
  }
}

/** Reports a screenshot that fails and goes on with the others. */
export async function takeAll(browser: Browser, screenshots: readonly Screenshot[]): Promise<void> {
  for (const screenshot of screenshots) {
    await takeScreenshot(browser, screenshot).catch((error: Error) => {
      process.exitCode = 1;
      console.error(`${screenshot.file}: ${error.message}`);
    });
  }
}

/** The screenshots of one fleet, given its URL and that of an exporter without devices. */
export function screenshotsOf(
  selection: Selection,
  devices: number,
  urls: { fleet: string; empty: string },
): Screenshot[] {
  const scenes = Object.entries(SCENES).filter(
    ([name, scene]) => isChosen(selection.scenes, name) && devices === (scene.devices ?? devices),
  );
  return scenes.flatMap(([name, scene]) =>
    THEMES.filter((theme) => isChosen(selection.themes, theme)).flatMap((theme) =>
      (scene.sizes ?? (['wide', 'narrow'] as const satisfies Size[]))
        .filter((size) => isChosen(selection.sizes, size))
        .map((size) => ({
          scene,
          theme,
          size,
          url: scene.at === 'empty' ? urls.empty : urls.fleet,
          file: `${name}-${devices}-${theme}-${size}.png`,
        })),
    ),
  );
}

function isChosen(chosen: readonly string[], value: string): boolean {
  return chosen.length === 0 || chosen.includes(value);
}
