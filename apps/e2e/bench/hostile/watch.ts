import { Agent, get } from 'node:http';
import type { Exporter } from '../../src/support/exporter';
import { treeMiB } from '../../src/support/memory';
import { pause } from '../fleet/figures';

const EVERY_MS = 10;

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
    memory = Math.max(memory, treeMiB(exporter));
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
