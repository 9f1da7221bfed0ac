import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../src/support/programs';
import { INTERACTIONS, type Interaction } from './dashboard/interactions';
import { processorSeconds, Tab, type Delay } from './dashboard/tab';
import { median, milliseconds, pause, percent } from './fleet/figures';
import { runFleet } from './fleet/fleet-child';
import { row, type BenchRow } from './fleet/rows';
import { TestBed } from './fleet/test-bed';

const DEVICES = 500;
const ROUNDS = 3;
const OPENINGS = 3;
const SETTLE_MS = 3_000;
const MIB = 2 ** 20;

/** Resource use of the dashboard in the browser while 500 devices report once a second; the first argument is the minutes a tab stays open. */
export async function run(args: readonly string[]): Promise<BenchRow[]> {
  if (args[0] === '--fleet') return runFleet(JSON.parse(args[1]) as Parameters<typeof runFleet>[0]);
  if (!chromiumPath) throw new Error('chromium is not installed');
  const testBed = await TestBed.start({ devices: DEVICES, subscription: 'typical' });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGUMENTS });
  try {
    const url = testBed.exporter.dashboardUrl;
    const tab = await Tab.open(browser, url);
    const rows = [await scripts(tab)];
    await tab.close();
    rows.push(await firstView(browser, url), ...(await rest(browser, url, Number(args[0] ?? 1))));
    return [...rows, ...(await interactions(browser, url))];
  } finally {
    await browser.close();
    await testBed.stop();
  }
}

async function scripts(tab: Tab): Promise<BenchRow> {
  await pause(SETTLE_MS);
  const kilobytes = (await tab.scriptBytes()) / 1_000;
  return row('JavaScript of the first view, compressed', `${kilobytes.toFixed(0)} kB`, '≤ 250 kB', kilobytes <= 250);
}

async function firstView(browser: Browser, url: string): Promise<BenchRow> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const tab = await Tab.open(browser, url);
    times.push(await tab.firstViewAfter());
    await tab.close();
  }
  return row('first view, nothing cached', milliseconds(median(times)), '≤ 2 s', median(times) <= 2_000);
}

/** Resource use of a tab that is left open. */
async function rest(browser: Browser, url: string, minutes: number): Promise<BenchRow[]> {
  const what = `fleet view, open for ${minutes} min: `;
  const tab = await Tab.open(browser, url);
  await pause(SETTLE_MS);
  const [heap, seconds, began] = [await tab.heap(), await processorSeconds(browser), performance.now()];
  await pause(minutes * 60_000);
  const cpu = ((await processorSeconds(browser)) - seconds) / ((performance.now() - began) / 1_000);
  const more = (await tab.heap()) - heap;
  await tab.close();
  return [
    row(`${what}CPU of one core`, percent(cpu), '≤ 50 %', cpu <= 0.5),
    row(`${what}initial heap`, mebibytes(heap), '≤ 100 MiB', heap <= 100 * MIB),
    row(`${what}heap growth`, mebibytes(more), '≤ 5 MiB', more <= 5 * MIB),
  ];
}

async function interactions(browser: Browser, url: string): Promise<BenchRow[]> {
  const tab = await Tab.open(browser, url);
  const rows: BenchRow[] = [];
  for (const interaction of INTERACTIONS) rows.push(await delay(tab, url, interaction));
  await tab.close();
  return rows;
}

async function delay(tab: Tab, url: string, { what, path, act, again }: Interaction): Promise<BenchRow> {
  await tab.page.goto(`${url}${path}`);
  await tab.page.locator('snp-device-tile, table tbody tr, .cards').first().waitFor();
  const delays: Delay[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await pause(1_500);
    delays.push(await tab.delayOf(() => act(tab.page, round)));
    await again?.(tab.page);
  }
  const [work, felt] = [delays.map((each) => each.work), delays.map((each) => each.felt)];
  const measured = `${worst(work)} of work; input delay ${milliseconds(median(felt))}, at most ${worst(felt)}`;
  return row(what, measured, '≤ 100 ms of work', Math.max(...work) <= 100);
}

function worst(times: readonly number[]): string {
  return milliseconds(Math.max(...times));
}

function mebibytes(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}
