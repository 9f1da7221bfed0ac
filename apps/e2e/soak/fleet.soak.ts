import { row, type BenchRow } from '../bench/fleet/rows';
import { median, milliseconds, percentile } from '../bench/fleet/figures';
import { runFleet } from '../bench/fleet/fleet-child';
import { TestBed } from '../bench/fleet/test-bed';
import { eventually } from '../src/support/eventually';
import { DailyUse } from './daily-use';
import { beyond, footprintOf, type Footprint } from './footprint';

const DEVICES = 200;
const INCIDENTS_PER_HOUR = 12;
const DEFAULT_MINUTES = 30;
const MAX_GROWTH = 0.05;
/** A device that has refused the password is asked again after six minutes at the latest. */
const BACK_WITHIN_MS = 420_000;
const RELEASED_WITHIN_MS = 30_000;
/** Log lines of the exporter's own faults; a lost device is none. */
const OWN_FAULT = /\b(request|scrape|live view|connection test) failed\b|connections cannot be read|^\(node:|^\s+at /;

/** Soak test: a fleet with random faults for half an hour, or `--minutes`. Nothing may grow, nothing may be left behind. */
export async function run(args: readonly string[]): Promise<BenchRow[]> {
  if (args[0] === '--fleet') return runFleet(JSON.parse(args[1]) as Parameters<typeof runFleet>[0]);
  const testBed = await TestBed.open({ devices: DEVICES, incidentsPerHour: INCIDENTS_PER_HOUR, hasBadNetworks: true });
  const rows: BenchRow[] = [];
  try {
    const idle = await footprintOf(testBed);
    await testBed.connect('typical');
    rows.push(
      ...(await withFaults(testBed, minutesOf(args))),
      await recovery(testBed),
      ...(await afterDeletion(testBed, idle)),
    );
  } finally {
    rows.push(ending(await testBed.stop(), testBed.exporter.log));
  }
  return rows;
}

async function withFaults(testBed: TestBed, minutes: number): Promise<BenchRow[]> {
  const use = new DailyUse(testBed);
  testBed.command({ do: 'start-chaos' });
  await use.goOn(minutes);
  testBed.command({ do: 'stop-chaos' });
  if (use.refusals.length > 0) console.error(use.refusals.join('\n'));
  const refused = `${use.refusals.length} of ${use.answers}`;
  return [
    growth(use.memory),
    row('failed scrapes and requests', refused, '0', use.refusals.length === 0),
    // A figure of the machine, which may do other things for half an hour: that of the exporter is in the fleet bench.
    row('scrapes, p99', milliseconds(percentile(use.scrapes, 0.99)), '–', true),
  ];
}

/** The first third is warm-up. */
function growth(memory: readonly number[]): BenchRow {
  const third = Math.floor(memory.length / 3);
  const [before, after] = [median(memory.slice(third, 2 * third)), median(memory.slice(2 * third))];
  const share = after / before - 1;
  const measured = `${before.toFixed(0)} → ${after.toFixed(0)} MiB (${(share * 100).toFixed(1)} %)`;
  return row('resident memory, second → last third', measured, '± 5 %', Math.abs(share) <= MAX_GROWTH);
}

async function recovery(testBed: TestBed): Promise<BenchRow> {
  const began = performance.now();
  const isBack = await testBed.allConnected(BACK_WITHIN_MS).then(
    () => true,
    () => false,
  );
  const seconds = (performance.now() - began) / 1_000;
  const measured = `${await testBed.connected()} of ${DEVICES}, ${seconds.toFixed(0)} s`;
  return row('reconnected after the faults', measured, `all, ≤ ${BACK_WITHIN_MS / 1_000} s`, isBack);
}

async function afterDeletion(testBed: TestBed, idle: Footprint): Promise<BenchRow[]> {
  const { status } = await testBed.exporter.api('POST', '/api/connections/bulk', { action: 'delete', filter: {} });
  if (status !== 200) throw new Error(`the deletion answered ${status}`);
  let left = beyond(await footprintOf(testBed), idle);
  const isReleased = async () => {
    left = beyond(await footprintOf(testBed), idle);
    return Object.values(left).every((count) => count === 0);
  };
  // The row shows what is left.
  await eventually(isReleased, () => 'everything to be released', RELEASED_WITHIN_MS).catch(() => undefined);
  return Object.entries(left).map(([what, count]: [string, number]) =>
    row(`${what} left after all connections were deleted`, String(count), '0', count === 0),
  );
}

function ending(code: number | null, log: string): BenchRow {
  const faults = log.split('\n').filter((line) => OWN_FAULT.test(line));
  if (faults.length > 0) console.error(faults.join('\n'));
  const measured = `exit code ${code}, ${faults.length} in the log`;
  return row('uncaught errors', measured, 'exit code 0, none', code === 0 && faults.length === 0);
}

function minutesOf(args: readonly string[]): number {
  const at = args.indexOf('--minutes');
  const minutes = at < 0 ? DEFAULT_MINUTES : Number(args[at + 1]);
  if (!(minutes > 0)) throw new Error('--minutes takes a number of minutes');
  return minutes;
}
