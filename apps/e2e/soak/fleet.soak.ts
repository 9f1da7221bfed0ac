import { row, type BenchRow } from '../bench/fleet/rows';
import { median, milliseconds, percentile } from '../bench/fleet/figures';
import { playFleet } from '../bench/fleet/fleet-child';
import { Trial } from '../bench/fleet/trial';
import { eventually } from '../src/support/eventually';
import { DailyUse } from './daily-use';
import { beyond, footprintOf, type Footprint } from './footprint';

const DEVICES = 200;
const INCIDENTS_PER_HOUR = 12;
const DEFAULT_MINUTES = 30;
const MOST_GROWTH = 0.05;
/** A device that has refused the password is asked again after six minutes at the latest. */
const BACK_WITHIN_MS = 420_000;
const GIVEN_BACK_WITHIN_MS = 30_000;
/** What the log has of a fault of the exporter's own; that a device is lost is no such thing. */
const OWN_FAULT = /\b(request|scrape|live view|connection test) failed\b|connections cannot be read|^\(node:|^\s+at /;

/** A fleet with random faults for half an hour, or `--minutes`: nothing may grow, and nothing may stay behind. */
export async function run(args: readonly string[]): Promise<BenchRow[]> {
  if (args[0] === '--fleet') return playFleet(JSON.parse(args[1]) as Parameters<typeof playFleet>[0]);
  const trial = await Trial.open({ devices: DEVICES, incidentsPerHour: INCIDENTS_PER_HOUR, hasBadNetworks: true });
  const rows: BenchRow[] = [];
  try {
    const idle = await footprintOf(trial);
    await trial.connect('typical');
    rows.push(...(await unrest(trial, minutesOf(args))), await recovery(trial), ...(await farewell(trial, idle)));
  } finally {
    rows.push(ending(await trial.stop(), trial.exporter.log));
  }
  return rows;
}

async function unrest(trial: Trial, minutes: number): Promise<BenchRow[]> {
  const use = new DailyUse(trial);
  trial.order({ do: 'begin-unrest' });
  await use.goOn(minutes);
  trial.order({ do: 'end-unrest' });
  if (use.refusals.length > 0) console.error(use.refusals.join('\n'));
  const refused = `${use.refusals.length} of ${use.answers}`;
  return [
    growth(use.memory),
    row('scrapes and requests meanwhile that failed', refused, '0', use.refusals.length === 0),
    // A figure of the machine, which may do other things for half an hour: that of the exporter is in the fleet bench.
    row('scrapes meanwhile, p99', milliseconds(percentile(use.scrapes, 0.99)), '–', true),
  ];
}

/** The first third of the time is for warming up. */
function growth(memory: readonly number[]): BenchRow {
  const third = Math.floor(memory.length / 3);
  const [before, after] = [median(memory.slice(third, 2 * third)), median(memory.slice(2 * third))];
  const share = after / before - 1;
  const measured = `${before.toFixed(0)} → ${after.toFixed(0)} MiB (${(share * 100).toFixed(1)} %)`;
  return row('resident memory, second → last third', measured, '± 5 %', Math.abs(share) <= MOST_GROWTH);
}

async function recovery(trial: Trial): Promise<BenchRow> {
  const began = performance.now();
  const isBack = await trial.allConnected(BACK_WITHIN_MS).then(
    () => true,
    () => false,
  );
  const seconds = (performance.now() - began) / 1_000;
  const measured = `${await trial.connected()} of ${DEVICES}, ${seconds.toFixed(0)} s`;
  return row('connected again by themselves after the faults', measured, `all, ≤ ${BACK_WITHIN_MS / 1_000} s`, isBack);
}

async function farewell(trial: Trial, idle: Footprint): Promise<BenchRow[]> {
  const { status } = await trial.exporter.api('POST', '/api/connections/bulk', { action: 'delete', filter: {} });
  if (status !== 200) throw new Error(`the deletion answered ${status}`);
  let left = beyond(await footprintOf(trial), idle);
  const isGivenBack = async () => {
    left = beyond(await footprintOf(trial), idle);
    return Object.values(left).every((count) => count === 0);
  };
  // What is left is told by its row.
  await eventually(isGivenBack, () => 'everything to be given back', GIVEN_BACK_WITHIN_MS).catch(() => undefined);
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
