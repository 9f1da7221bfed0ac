import { median, milliseconds, pause, percent, percentile } from './fleet/figures';
import { playFleet } from './fleet/fleet-child';
import { Trial } from './fleet/trial';

export interface BenchRow {
  readonly what: string;
  readonly against: string;
  readonly measured: string;
  readonly reach: string;
  readonly ok: boolean;
}

const SETTLE_MS = 10_000;

/** Everything that a whole fleet costs; each trial has an exporter and a fleet of its own. */
export async function run(args: readonly string[]): Promise<BenchRow[]> {
  if (args[0] === '--fleet') return playFleet(JSON.parse(args[1]) as Parameters<typeof playFleet>[0]);
  const few = await costOf(10);
  const some = await costOf(100);
  const { rows, perDevice } = await thousand();
  return [...rows, ...(await everything()), flat(some, few, perDevice), await storm(), await flood()];
}

async function thousand(): Promise<{ rows: BenchRow[]; perDevice: number }> {
  const what = '1,000 devices, typical subscription: ';
  const trial = await Trial.start({ devices: 1_000, subscription: 'typical' });
  try {
    await pause(SETTLE_MS);
    const cpu = await trial.cpu(30);
    const memory = await trial.memory();
    const fresh = await trial.freshness(100);
    const rows = [
      row(`${what}all connected`, `${trial.connectedAfter.toFixed(1)} s`, '≤ 60 s', trial.connectedAfter <= 60),
      row(`${what}CPU of one core`, percent(cpu), '≤ 60 %', cpu <= 0.6),
      row(`${what}resident memory`, `${memory.toFixed(0)} MiB`, '≤ 700 MB', memory <= 667),
      ...freshnessRows(what, fresh),
    ];
    return { rows, perDevice: cpu / 1_000 };
  } finally {
    await trial.stop();
  }
}

async function everything(): Promise<BenchRow[]> {
  const what = '100 devices, all 21 types, 40 kB a second each: ';
  const trial = await Trial.start({ devices: 100, subscription: 'everything', updateBytes: 40_000 });
  try {
    await pause(SETTLE_MS);
    const cpu = await trial.cpu(30);
    return [
      row(`${what}CPU of one core`, percent(cpu), '≤ 60 %', cpu <= 0.6),
      ...freshnessRows(what, await trial.freshness(60)),
    ];
  } finally {
    await trial.stop();
  }
}

/** CPU of one device as a share of one core. */
async function costOf(devices: number): Promise<number> {
  const trial = await Trial.start({ devices, subscription: 'typical' });
  try {
    await pause(SETTLE_MS);
    return (await trial.cpu(30)) / devices;
  } finally {
    await trial.stop();
  }
}

function flat(some: number, few: number, many: number): BenchRow {
  const ratios = [few / some, many / some];
  const measured = ratios.map((ratio) => ratio.toFixed(2)).join(' and ');
  const isFlat = ratios.every((ratio) => ratio >= 0.75 && ratio <= 1.25);
  return {
    what: 'CPU per device-second, 10 and 1,000 devices',
    against: '100 devices',
    measured,
    reach: '0.75 to 1.25',
    ok: isFlat,
  };
}

async function storm(): Promise<BenchRow> {
  const trial = await Trial.start({ devices: 200, subscription: 'typical' });
  try {
    trial.order({ from: 0, to: 200, misbehaviour: { kind: 'close', code: 1001 } });
    const times = await trial.scrapeTimes(100);
    const slowest = percentile(times, 0.99);
    return row(
      'scrapes while 200 devices reconnect, p99',
      milliseconds(slowest),
      '≤ 1 s, all succeed',
      slowest <= 1_000,
    );
  } finally {
    await trial.stop();
  }
}

async function flood(): Promise<BenchRow> {
  const trial = await Trial.start({ devices: 100, subscription: 'typical' });
  try {
    trial.order({ from: 0, to: 1, misbehaviour: { kind: 'flood' } });
    await pause(2_000);
    const slowest = percentile(await trial.freshness(60), 0.99);
    return row(
      'others’ freshness while one of 100 devices floods, p99',
      milliseconds(slowest),
      '≤ 1 s',
      slowest <= 1_000,
    );
  } finally {
    await trial.stop();
  }
}

function freshnessRows(what: string, times: readonly number[]): BenchRow[] {
  const [half, slowest] = [median(times), percentile(times, 0.99)];
  return [
    row(`${what}sent to visible, p50`, milliseconds(half), '≤ 50 ms', half <= 50),
    row(`${what}sent to visible, p99`, milliseconds(slowest), '≤ 1 s', slowest <= 1_000),
  ];
}

function row(what: string, measured: string, reach: string, ok: boolean): BenchRow {
  return { what, against: '–', measured, reach, ok };
}
