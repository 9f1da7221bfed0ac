import type { Browser, Page } from '@playwright/test';
import { FaultyProxy } from '@snp/simulator';
import { join } from 'node:path';
import { SIZES, type Scene, type Size } from './scenes';

export const FOLDER = 'tmp/screenshots';
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const SETTLE_MS = 1_500;
/** Longer than it takes values to be stale. */
const STALE_MS = 12_000;
/** The tallest screenshot of a page that scrolls, px. */
const MAX_HEIGHT = 3_000;

export interface Screenshot {
  readonly scene: Scene;
  readonly url: string;
  readonly theme: Theme;
  readonly size: Size;
  readonly file: string;
}

/** Takes a screenshot of the whole page, not only of what fits into the window. */
export async function takeScreenshot(browser: Browser, { scene, url, theme, size, file }: Screenshot): Promise<void> {
  const page = await browser.newPage({
    viewport: SIZES[size],
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  page.setDefaultTimeout(10_000);
  try {
    await (scene.at === 'cut' ? openAndCut(page, url, scene.path) : page.goto(url + scene.path));
    await page.waitForTimeout(SETTLE_MS);
    await scene.act?.(page);
    if (scene.act) await page.waitForTimeout(SETTLE_MS);
    else await growToContent(page, size);
    await page.screenshot({ path: join(FOLDER, file) });
  } finally {
    await page.close();
  }
}

/** A view scrolls inside of the frame; the window is made as high as the view wants to be. */
async function growToContent(page: Page, size: Size): Promise<void> {
  if (size === 'wall' || size === 'banner') return;
  const { width, height } = SIZES[size];
  const hidden = await page.evaluate(() => {
    const scrollers = [...document.querySelectorAll('main, main .tab > *')];
    return Math.max(0, ...scrollers.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
  });
  if (hidden <= 0) return;
  await page.setViewportSize({ width, height: Math.min(height + hidden, MAX_HEIGHT) });
  await page.waitForTimeout(SETTLE_MS);
}

/** Opens a view and cuts its stream until the values are stale. */
async function openAndCut(page: Page, url: string, path: string): Promise<void> {
  const { hostname: host, port } = new URL(url);
  const network = await FaultyProxy.open({ host, port: Number(port) });
  try {
    await page.goto(`http://127.0.0.1:${network.port}${path}`);
    await page.waitForTimeout(SETTLE_MS);
    network.refuse();
    network.reset();
    await page.waitForTimeout(STALE_MS);
  } finally {
    await network.close();
  }
}
