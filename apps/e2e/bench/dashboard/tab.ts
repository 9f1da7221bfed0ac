import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { pause } from '../fleet/figures';
import { longestTask, TRACED } from './trace';

/** A time for which a page did not answer, in ms of its own clock. */
interface Pause {
  readonly start: number;
  readonly duration: number;
}

/** How long a page kept one waiting at worst, in ms. */
export interface Delay {
  /** From an input to the picture after it, or a whole frame where that is longer; 0 where it was too short to be noticed. */
  readonly felt: number;
  /** Processor time of the longest task: what it takes where no other program wants the processor. */
  readonly work: number;
}

declare global {
  interface Window {
    pauses: Pause[];
    firstTileAt?: number;
  }
}

/** How long after an act its consequences are counted with it. */
const ECHO_MS = 500;

const VIEWPORT = { width: 1920, height: 1080 };

/** One tab of the dashboard, which watches its own delays by the browser's means. */
export class Tab {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly devtools: CDPSession,
  ) {}

  /** Opens a tab of a browser that has never seen the dashboard. */
  static async open(browser: Browser, url: string): Promise<Tab> {
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', timezoneId: 'UTC' });
    const page = await context.newPage();
    await page.addInitScript(watch);
    const devtools = await context.newCDPSession(page);
    await page.goto(url);
    await page.waitForFunction(() => window.firstTileAt !== undefined);
    return new Tab(browser, page, context, devtools);
  }

  /** Milliseconds from asking for the page until its first tile was drawn. */
  async firstViewAfter(): Promise<number> {
    return (await this.page.evaluate(() => window.firstTileAt)) ?? Number.NaN;
  }

  /** Bytes of JavaScript that came over the wire so far. */
  async scriptBytes(): Promise<number> {
    return this.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
  }

  /** Does something and tells how long the page kept one waiting. */
  async delayOf(act: () => Promise<unknown>): Promise<Delay> {
    await this.browser.startTracing(this.page, { categories: TRACED });
    const began = await this.page.evaluate(() => performance.now());
    await act();
    await pause(ECHO_MS);
    const pauses = await this.page.evaluate(() => window.pauses);
    const felt = Math.max(0, ...pauses.filter(({ start }) => start >= began).map(({ duration }) => duration));
    return { felt, work: longestTask(await this.browser.stopTracing()) };
  }

  /** Bytes of the heap that are in use, after what is not has been swept. */
  async heap(): Promise<number> {
    await this.devtools.send('HeapProfiler.collectGarbage');
    return (await this.devtools.send('Runtime.getHeapUsage')).usedSize;
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Runs in the page before its own code. No function here has a name: the bundler would call its own helper for it. */
function watch(): void {
  window.pauses = [];
  for (const type of ['event', 'long-animation-frame']) {
    new PerformanceObserver((list) => {
      for (const { startTime: start, duration } of list.getEntries()) window.pauses.push({ start, duration });
    }).observe({ type, durationThreshold: 16 } as PerformanceObserverInit);
  }
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('snp-device-tile')) return;
    observer.disconnect();
    // The picture with the tile is there with the frame after the next.
    requestAnimationFrame(() => requestAnimationFrame((drawnAt) => (window.firstTileAt = drawnAt)));
  }).observe(document, { childList: true, subtree: true });
}

/** Seconds of processor time that all pages of a browser have used. */
export async function processorSeconds(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
