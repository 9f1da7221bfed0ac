import { Agent, get } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import type { Exporter } from '../../src/support/exporter';
import { pause } from '../fleet/figures';

const EVERY_MS = 10;
const MiB = 2 ** 20;

/** What others notice of a request, and what it takes. */
export interface Footprint {
  /** Longest answer of `/-/healthy` on the metrics port, in ms. */
  readonly longestWait: number;
  /** Longest delay of the exporter's event loop as it measures itself, in ms. */
  readonly lag: number;
  /** Most resident memory of the exporter and its processes together, in MiB. */
  readonly memory: number;
  /** In ms. */
  readonly duration: number;
}

/** Does something while the metrics port is asked for its health all the time and the memory is added up. */
export async function watch(exporter: Exporter, work: () => Promise<void>): Promise<Footprint> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await exporterLag(exporter);
  const began = performance.now();
  let isDone = false;
  const working = work().finally(() => (isDone = true));
  let [longestWait, memory] = [0, 0];
  do {
    memory = Math.max(memory, treeMemory(exporter));
    longestWait = Math.max(longestWait, await healthyAfter(exporter, agent));
    await pause(EVERY_MS);
  } while (!isDone);
  agent.destroy();
  await working;
  const duration = performance.now() - began;
  return { longestWait, memory, duration, lag: await exporterLag(exporter) };
}

/** Milliseconds until the metrics port says that it is healthy. */
function healthyAfter({ metricsUrl }: Exporter, agent: Agent): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(`${metricsUrl}/-/healthy`, { agent }, (response) => {
      response.resume().once('end', () => resolve(performance.now() - began));
    }).once('error', reject);
  });
}

/** The longest delay since it was asked last, in ms. */
async function exporterLag(exporter: Exporter): Promise<number> {
  const own = await exporter.scrape('/metrics?collect[]=exporter');
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(own)?.[1]) * 1_000;
}

/** Resident memory of the exporter and the processes that it has started, in MiB. Linux only. */
export function treeMemory({ process: { pid } }: Exporter): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const tree = all.map(processOf).filter((each) => each.pid === pid || each.parent === pid);
  return tree.reduce((sum, { resident }) => sum + resident, 0) / MiB;
}

function processOf(pid: string): { pid: number; parent: number; resident: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { pid: Number(pid), parent: figure('PPid'), resident: figure('VmRSS') * 1024 };
  } catch {
    // It has ended meanwhile.
    return { pid: Number(pid), parent: 0, resident: 0 };
  }
}
