import { Dashboards } from './fleet/dashboards';
import { deadDevices } from './fleet/dead-devices';
import { median, milliseconds, pause, percent, percentile } from './fleet/figures';
import { runFleet } from './fleet/fleet-child';
import { row, type BenchRow } from './fleet/rows';
import { TestBed } from './fleet/test-bed';

const SETTLE_MS = 10_000;
const STORM = { dropping: 200, silent: 70 };

/**
 * Resource use of a whole fleet; each test bed is an exporter and a fleet of its own.
 * @param args the parts to run; all when empty
 */
export async function run(args: readonly string[]): Promise<BenchRow[]> {
  if (args[0] === '--fleet') return runFleet(JSON.parse(args[1]) as Parameters<typeof runFleet>[0]);
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
  dead: deadDevices,
};

async function thousand(): Promise<BenchRow[]> {
  const what = '1,000 devices, typical subscription: ';
  const testBed = await TestBed.start({ devices: 1_000, subscription: 'typical' });
  try {
    await pause(SETTLE_MS);
    const cpu = await testBed.cpu();
    const memory = await testBed.memory();
    return [
      row(`${what}all connected`, `${testBed.connectedAfter.toFixed(1)} s`, '≤ 60 s', testBed.connectedAfter <= 60),
      row(`${what}CPU of one core`, percent(cpu), '≤ 60 %', cpu <= 0.6),
      row(`${what}resident memory`, `${memory.toFixed(0)} MiB`, '≤ 700 MB', memory <= 667),
      ...freshnessRows(what, await testBed.freshness(100)),
    ];
  } finally {
    await testBed.stop();
  }
}

async function everything(): Promise<BenchRow[]> {
  const what = '100 devices, all 21 types, 40 kB per second each: ';
  const testBed = await TestBed.start({ devices: 100, subscription: 'everything', updateBytes: 40_000 });
  try {
    await pause(SETTLE_MS);
    const cpu = await testBed.cpu();
    return [
      row(`${what}CPU of one core`, percent(cpu), '≤ 60 %', cpu <= 0.6),
      ...freshnessRows(what, await testBed.freshness(60)),
    ];
  } finally {
    await testBed.stop();
  }
}

/** CPU per device: what is used beyond an exporter without devices. */
async function flat(): Promise<BenchRow[]> {
  const idle = await cpuOf(0);
  const [few, some, many] = [await cpuOf(10), await cpuOf(100), await cpuOf(1_000)];
  const perDevice = (cpu: number, devices: number) => (cpu - idle) / devices;
  const ratios = [perDevice(few, 10), perDevice(many, 1_000)].map((cost) => cost / perDevice(some, 100));
  return [
    row('CPU of one core without devices, scrapes included', percent(idle), '–', true),
    {
      what: 'CPU per device, 10 and 1,000 devices',
      against: '100 devices',
      measured: ratios.map((ratio) => ratio.toFixed(2)).join(' and '),
      target: '0.75 to 1.25',
      ok: ratios.every((ratio) => ratio >= 0.75 && ratio <= 1.25),
    },
  ];
}

async function cpuOf(devices: number): Promise<number> {
  const testBed = await TestBed.start({ devices, subscription: 'typical' });
  try {
    await pause(SETTLE_MS);
    return await testBed.cpu();
  } finally {
    await testBed.stop();
  }
}

/** 200 devices close their sessions at once, while another 70 accept connections and stay silent. */
async function storm(): Promise<BenchRow[]> {
  const testBed = await TestBed.start({ devices: STORM.dropping + STORM.silent, subscription: 'typical' });
  const what = `${STORM.dropping} devices close their sessions at once, ${STORM.silent} others are silent: `;
  try {
    const silent = { from: STORM.dropping, to: STORM.dropping + STORM.silent };
    for (const kind of ['silence', 'reset'] as const)
      testBed.command({ do: 'misbehave', ...silent, misbehaviour: { kind } });
    await testBed.haveConnected(STORM.dropping);
    testBed.command({ do: 'misbehave', from: 0, to: STORM.dropping, misbehaviour: { kind: 'close', code: 1001 } });
    const { times, seconds, fewest } = await testBed.scrapesUntilBack(STORM.dropping);
    const slowest = percentile(times, 0.99);
    const back = `${seconds.toFixed(1)} s (${fewest} connected at the lowest)`;
    return [
      row(`${what}all reconnected`, back, '≤ 20 s', seconds <= 20 && fewest < STORM.dropping / 2),
      row(`${what}scrapes, p99 of ${times.length}`, milliseconds(slowest), '≤ 1 s, all succeed', slowest <= 1_000),
    ];
  } finally {
    await testBed.stop();
  }
}

/** One of 100 devices sends 1,000 messages of 38 kB a second. */
async function flood(): Promise<BenchRow[]> {
  const testBed = await TestBed.start({ devices: 100, subscription: 'typical' });
  const what = 'one of 100 devices floods the exporter: ';
  try {
    testBed.command({ do: 'misbehave', from: 0, to: 1, misbehaviour: { kind: 'flood' } });
    await pause(SETTLE_MS);
    const endOfTraffic = await testBed.traffic(testBed.members[0].name);
    const slowest = percentile(await testBed.freshness(60), 0.99);
    const { messages, bytes } = await endOfTraffic();
    const measured = `${messages.toFixed(0)} messages/s, ${(bytes / 1e6).toFixed(1)} MB/s`;
    return [
      row(`${what}end-to-end latency of the others, p99`, milliseconds(slowest), '≤ 1 s', slowest <= 1_000),
      row(`${what}read from it`, measured, '–', true),
    ];
  } finally {
    await testBed.stop();
  }
}

/** 50 dashboards watch 500 devices and receive an event for each change of a connection. */
async function dashboards(): Promise<BenchRow[]> {
  const testBed = await TestBed.start({ devices: 500, subscription: 'typical' });
  const what = '50 open dashboards, 500 devices: ';
  try {
    await pause(SETTLE_MS);
    const alone = await testBed.cpu();
    const open = await Dashboards.open(testBed.exporter.dashboardUrl, 50);
    let together = Number.NaN;
    const traffic = await open.traffic(async () => (together = await testBed.cpu()));
    const memory = await testBed.memory();
    const times: number[] = [];
    while (times.length < 50) times.push(await open.untilReceived(() => testBed.change(times.length)));
    open.close();
    const slowest = percentile(times, 0.99);
    const cost = `${percent(together - alone)} more than ${percent(alone)}`;
    return [
      row(`${what}CPU of one core`, cost, '–', true),
      row(`${what}resident memory`, `${memory.toFixed(0)} MiB`, '–', true),
      row(`${what}received by each`, `${(traffic / 1e3).toFixed(0)} kB/s`, '–', true),
      row(`${what}time until all have received a change, p50`, milliseconds(median(times)), '–', true),
      row(`${what}time until all have received a change, p99`, milliseconds(slowest), '≤ 1 s', slowest <= 1_000),
    ];
  } finally {
    await testBed.stop();
  }
}

function freshnessRows(what: string, times: readonly number[]): BenchRow[] {
  const [half, slowest] = [median(times), percentile(times, 0.99)];
  return [
    row(`${what}end-to-end latency, p50`, milliseconds(half), '≤ 50 ms', half <= 50),
    row(`${what}end-to-end latency, p99`, milliseconds(slowest), '≤ 1 s', slowest <= 1_000),
  ];
}
