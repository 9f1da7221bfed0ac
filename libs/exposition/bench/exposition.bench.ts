import { execFileSync } from 'node:child_process';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Renderer, type SeriesStore } from '../src';
import { encode } from '../src/text/encode';
import { CHANGING, Fleet, OBJECTS, storeOf, write } from './fleet';
import { collectGarbage, compare, median, time, type BenchRow } from './measuring';
import { registryOf } from './prom-client';

const EVERYTHING = { name: 'everything' };
const KEEP_BYTES = 16 * 2 ** 20;
const ROUNDS = { runs: 9, warmUps: 4 };
/** How long a reader lets a rendering work before others have their turn, in milliseconds. */
const TURN_MS = 5;

/** Figures of rendering, each against the thing that it is named beside. */
export async function run(): Promise<BenchRow[]> {
  const rows = await againstPromClient();
  rows.push(await longestStretch(), memory(), await growth());
  return rows;
}

/** Both sides render to the bytes that are sent. */
async function againstPromClient(): Promise<BenchRow[]> {
  const fleet = new Fleet(100);
  const { store, targets } = storeOf(fleet);
  const { registry, change } = registryOf(fleet);
  const renderer = new Renderer(store, { keepBytes: KEEP_BYTES });
  const render = () => renderer.begin(EVERYTHING, 'text').advance(Infinity);
  const renderOther = async () => Buffer.from(await registry.metrics());

  const [changed, changedOther] = await compare(
    ROUNDS,
    (round) => {
      targets.forEach((target, device) => write(target, fleet, device, CHANGING, round));
      collectGarbage();
      return time(render);
    },
    (round) => {
      targets.forEach((_, device) => change(device, CHANGING, round));
      collectGarbage();
      return time(renderOther);
    },
  );
  const [same, sameOther] = await compare(
    ROUNDS,
    () => time(render),
    () => time(renderOther),
  );
  const series = `${store.seriesCount().toLocaleString('en')} series`;
  note(`${series}: changed ${changed.toFixed(2)} ms, prom-client ${changedOther.toFixed(1)} ms`);
  note(`${series}: unchanged ${same.toFixed(4)} ms, prom-client ${sameOther.toFixed(1)} ms`);
  return [
    faster('render 70,000 series after each device changed ptp and system', changedOther / changed, 10),
    faster('render 70,000 series again with nothing changed', sameOther / same, 100),
  ];
}

/** The longest time between two turns of the event loop while a reader renders as a scrape does. */
async function longestStretch(): Promise<BenchRow> {
  const { store } = storeOf(new Fleet(1_000));
  collectGarbage();
  const server = createServer((_, response) => response.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stretches: number[] = [];
  let answered = 0;
  for (let i = 0; i < ROUNDS.runs; i++) {
    const asking = keepAsking(server);
    stretches.push(await longestTurn(store));
    answered += await asking.stop();
  }
  server.close();
  const longest = median(stretches);
  note(`700,000 series: longest blocks ${stretches.map((each) => each.toFixed(1)).join(', ')} ms`);
  return {
    what: 'render 700,000 series: longest block of the event loop',
    against: '–',
    ratio: longest,
    measured: `${longest.toFixed(0)} ms; ${(answered / ROUNDS.runs).toFixed(0)} other requests answered in each`,
    target: '≤ 50 ms, other requests answered',
    ok: longest <= 50 && answered >= ROUNDS.runs,
  };
}

async function longestTurn(store: SeriesStore): Promise<number> {
  const rendering = new Renderer(store, { keepBytes: 0 }).begin(EVERYTHING, 'text');
  let longest = 0;
  for (let isDone = false; !isDone;) {
    const began = performance.now();
    isDone = rendering.advance(TURN_MS);
    longest = Math.max(longest, performance.now() - began);
    await nextTurn();
  }
  return longest;
}

/** Asks a server one thing after the other, until it is stopped. */
function keepAsking(server: Server): { stop: () => Promise<number> } {
  const { port } = server.address() as AddressInfo;
  let isStopped = false;
  const ask = () =>
    new Promise<void>((resolve) =>
      get({ port, host: '127.0.0.1', agent: false }, (answer) => answer.resume().once('end', resolve)),
    );
  const asking = (async () => {
    let answered = 0;
    for (; !isStopped; answered++) await ask();
    return answered;
  })();
  return {
    stop: () => {
      isStopped = true;
      return asking;
    },
  };
}

/** Heap and memory outside of it, after the series were changed and rendered: what stays between two scrapes. */
function memory(): BenchRow {
  const devices = 1_000;
  const measure = (which: 'store' | 'promClient'): number => {
    const program = `require(${JSON.stringify(__filename)}).bytesPerSeries[process.argv[1]](${devices}).then(console.log)`;
    return Number(execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', '-e', program, which]));
  };
  const [ours, other] = [measure('store'), measure('promClient')];
  note(`bytes per series at 700,000: ${ours.toFixed(1)}, prom-client ${other.toFixed(1)}`);
  return {
    what: 'memory per series at 700,000',
    against: 'prom-client',
    ratio: ours / other,
    target: '≤ 1/4',
    ok: ours / other <= 1 / 4,
  };
}

/** Run in processes of their own. */
export const bytesPerSeries = {
  store: (devices: number) =>
    bytesOf(devices, (fleet) => {
      const { store, targets } = storeOf(fleet);
      const renderer = new Renderer(store, { keepBytes: KEEP_BYTES });
      return async (round) => {
        targets.forEach((target, device) => write(target, fleet, device, CHANGING, round));
        renderer.begin(EVERYTHING, 'text').advance(Infinity);
      };
    }),
  promClient: (devices: number) =>
    bytesOf(devices, (fleet) => {
      const { registry, change } = registryOf(fleet);
      return async (round) => {
        for (let device = 0; device < devices; device++) change(device, CHANGING, round);
        await registry.metrics();
      };
    }),
};

async function bytesOf(devices: number, make: (fleet: Fleet) => (round: number) => Promise<void>): Promise<number> {
  const before = await usedBytes();
  const fleet = new Fleet(devices);
  const change = make(fleet);
  for (let round = 1; round <= 2; round++) await change(round);
  const bytes = (await usedBytes()) - before;
  await change(3); // what was measured is in use to the end
  return bytes / (devices * fleet.seriesPerDevice);
}

/** Memory outside of the heap is freed some time after the garbage was collected. */
async function usedBytes(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    collectGarbage();
    await nextTurn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Every value changes before it is rendered; each piece is passed on, so that what is measured is not the memory to hold it. */
async function growth(): Promise<BenchRow> {
  const [few, many] = [10, 1_000].map((devices) => {
    const fleet = new Fleet(devices);
    return { fleet, ...storeOf(fleet) };
  });
  const repeats = many.fleet.devices / few.fleet.devices;
  const [perSeries, perSeriesOfMany] = await compare(
    { runs: 9, warmUps: 2 },
    (round) => nanosecondsPerSeries(few, repeats, round),
    (round) => nanosecondsPerSeries(many, 1, round),
  );
  note(`render per series: ${perSeries.toFixed(0)} ns of 10 devices, ${perSeriesOfMany.toFixed(0)} ns of 1,000`);
  return {
    what: 'render one series of 1,000 devices, every value changed',
    against: '10 devices',
    ratio: perSeriesOfMany / perSeries,
    target: '≤ 1.2',
    ok: perSeriesOfMany / perSeries <= 1.2,
  };
}

interface Loaded extends ReturnType<typeof storeOf> {
  readonly fleet: Fleet;
}

/** Processor time, which other programs disturb less than the time on the clock. */
async function nanosecondsPerSeries(
  { fleet, store, targets }: Loaded,
  repeats: number,
  round: number,
): Promise<number> {
  let microseconds = 0;
  for (let i = 0; i < repeats; i++) {
    targets.forEach((target, device) => write(target, fleet, device, OBJECTS, round * repeats + i));
    const before = process.cpuUsage();
    for (const piece of store.snapshot().chunks('text')) encode(piece);
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
  }
  return (microseconds / repeats / store.seriesCount()) * 1_000;
}

function faster(what: string, ratio: number, target: number): BenchRow {
  return { what, against: 'prom-client', ratio, target: `≥ ${target} × faster`, ok: ratio >= target };
}

function note(text: string): void {
  console.log(`  ${text}`);
}
