import { Dashboards } from './fleet/dashboards';
import { median, milliseconds, pause, percent, percentile } from './fleet/figures';
import { playFleet } from './fleet/fleet-child';
import { row, type BenchRow } from './fleet/rows';
import { Trial } from './fleet/trial';

const SETTLE_MS = 10_000;
const STORM = { dropping: 200, silent: 70 };

/**
 * What a whole fleet costs; each trial has an exporter and a fleet of its own.
 * @param args the parts that are wanted; none for all of them
 */
export async function run(args: readonly string[]): Promise<BenchRow[]> {
  if (args[0] === '--fleet') return playFleet(JSON.parse(args[1]) as Parameters<typeof playFleet>[0]);
  const rows: BenchRow[] = [];
  for (const [part, measure] of Object.entries(PARTS)) {
    if (args.length === 0 || args.includes(part)) rows.push(...(await measure()));
  }
  return rows;
}

const PARTS: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  thousand,
  everything,
  flat,
  storm,
  flood,
  dashboards,
};

async function thousand(): Promise<BenchRow[]> {
  const what = '1,000 devices, typical subscription: ';
  const trial = await Trial.start({ devices: 1_000, subscription: 'typical' });
  try {
    await pause(SETTLE_MS);
    const cpu = await trial.cpu();
    const memory = await trial.memory();
    return [
      row(`${what}all connected`, `${trial.connectedAfter.toFixed(1)} s`, '≤ 60 s', trial.connectedAfter <= 60),
      row(`${what}CPU of one core`, percent(cpu), '≤ 60 %', cpu <= 0.6),
      row(`${what}resident memory`, `${memory.toFixed(0)} MiB`, '≤ 700 MB', memory <= 667),
      ...freshnessRows(what, await trial.freshness(100)),
    ];
  } finally {
    await trial.stop();
  }
}

async function everything(): Promise<BenchRow[]> {
  const what = '100 devices, all 21 types, 40 kB a second each: ';
  const trial = await Trial.start({ devices: 100, subscription: 'everything', updateBytes: 40_000 });
  try {
    await pause(SETTLE_MS);
    const cpu = await trial.cpu();
    return [
      row(`${what}CPU of one core`, percent(cpu), '≤ 60 %', cpu <= 0.6),
      ...freshnessRows(what, await trial.freshness(60)),
    ];
  } finally {
    await trial.stop();
  }
}

/** What a device costs beyond what an exporter without devices costs. */
async function flat(): Promise<BenchRow[]> {
  const idle = await cpuOf(0);
  const [few, some, many] = [await cpuOf(10), await cpuOf(100), await cpuOf(1_000)];
  const perDevice = (cpu: number, devices: number) => (cpu - idle) / devices;
  const ratios = [perDevice(few, 10), perDevice(many, 1_000)].map((cost) => cost / perDevice(some, 100));
  return [
    row('CPU of one core without a device, scrapes included', percent(idle), '–', true),
    {
      what: 'CPU per device-second, 10 and 1,000 devices',
      against: '100 devices',
      measured: ratios.map((ratio) => ratio.toFixed(2)).join(' and '),
      reach: '0.75 to 1.25',
      ok: ratios.every((ratio) => ratio >= 0.75 && ratio <= 1.25),
    },
  ];
}

async function cpuOf(devices: number): Promise<number> {
  const trial = await Trial.start({ devices, subscription: 'typical' });
  try {
    await pause(SETTLE_MS);
    return await trial.cpu();
  } finally {
    await trial.stop();
  }
}

/** 200 devices close their sessions at once, while another 70 accept connections and stay silent. */
async function storm(): Promise<BenchRow[]> {
  const trial = await Trial.start({ devices: STORM.dropping + STORM.silent, subscription: 'typical' });
  const what = `${STORM.dropping} devices drop at once, ${STORM.silent} others are silent: `;
  try {
    const silent = { from: STORM.dropping, to: STORM.dropping + STORM.silent };
    for (const kind of ['silence', 'reset'] as const)
      trial.order({ do: 'misbehave', ...silent, misbehaviour: { kind } });
    await trial.haveConnected(STORM.dropping);
    trial.order({ do: 'misbehave', from: 0, to: STORM.dropping, misbehaviour: { kind: 'close', code: 1001 } });
    const { times, seconds, fewest } = await trial.scrapesUntilBack(STORM.dropping);
    const slowest = percentile(times, 0.99);
    const back = `${seconds.toFixed(1)} s (${fewest} connected meanwhile)`;
    return [
      row(`${what}all back`, back, '≤ 20 s', seconds <= 20 && fewest < STORM.dropping / 2),
      row(`${what}scrapes, p99 of ${times.length}`, milliseconds(slowest), '≤ 1 s, all succeed', slowest <= 1_000),
    ];
  } finally {
    await trial.stop();
  }
}

/** One of 100 devices sends 1,000 messages of 38 kB a second. */
async function flood(): Promise<BenchRow[]> {
  const trial = await Trial.start({ devices: 100, subscription: 'typical' });
  const what = 'one of 100 devices floods: ';
  try {
    trial.order({ do: 'misbehave', from: 0, to: 1, misbehaviour: { kind: 'flood' } });
    await pause(SETTLE_MS);
    const endOfTraffic = await trial.traffic(trial.members[0].name);
    const slowest = percentile(await trial.freshness(60), 0.99);
    const { messages, bytes } = await endOfTraffic();
    const measured = `${messages.toFixed(0)} messages/s, ${(bytes / 1e6).toFixed(1)} MB/s`;
    return [
      row(`${what}others’ freshness, p99`, milliseconds(slowest), '≤ 1 s', slowest <= 1_000),
      row(`${what}what is read of it`, measured, '–', true),
    ];
  } finally {
    await trial.stop();
  }
}

/** 50 dashboards watch 500 devices, and hear of what somebody changes. */
async function dashboards(): Promise<BenchRow[]> {
  const trial = await Trial.start({ devices: 500, subscription: 'typical' });
  const what = '50 open dashboards, 500 devices: ';
  try {
    await pause(SETTLE_MS);
    const alone = await trial.cpu();
    const open = await Dashboards.open(trial.exporter.dashboardUrl, 50);
    let together = Number.NaN;
    const traffic = await open.traffic(async () => (together = await trial.cpu()));
    const memory = await trial.memory();
    const times: number[] = [];
    while (times.length < 50) times.push(await open.untilHeard(() => trial.change(times.length)));
    open.close();
    const slowest = percentile(times, 0.99);
    const cost = `${percent(together - alone)} more than ${percent(alone)}`;
    return [
      row(`${what}CPU of one core`, cost, '–', true),
      row(`${what}resident memory`, `${memory.toFixed(0)} MiB`, '–', true),
      row(`${what}what each reads`, `${(traffic / 1e3).toFixed(0)} kB/s`, '–', true),
      row(`${what}changed to heard by all, p50`, milliseconds(median(times)), '–', true),
      row(`${what}changed to heard by all, p99`, milliseconds(slowest), '≤ 1 s', slowest <= 1_000),
    ];
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
