import { setTimeout as pause } from 'node:timers/promises';
import type { Exporter } from '../src/support/exporter';

const PAUSE_MS = 5;

/** The longest that other clients may have to wait, in ms. */
const LAG_MS = 200;

/** How often a request is repeated that seems to have kept others waiting: perhaps the machine was busy. */
const REPETITIONS = 5;

/**
 * Sends a request and has the metrics port measure for how long it keeps the exporter busy.
 * @param send may be called several times
 * @throws where it keeps the others waiting each time
 */
export async function quickly<T>(exporter: Exporter, send: () => Promise<T>): Promise<T> {
  const first = await waited(exporter, send);
  let shortest = first.wait;
  for (let times = 0; shortest > LAG_MS && times < REPETITIONS; times++) {
    shortest = Math.min(shortest, (await waited(exporter, send)).wait);
  }
  if (shortest > LAG_MS) throw new Error(`other requests wait for ${shortest.toFixed(0)} ms, each time`);
  return first.result;
}

/** How long the metrics port needs for an answer while a request is under way, in ms; the longest of them. */
async function waited<T>(exporter: Exporter, send: () => Promise<T>): Promise<{ result: T; wait: number }> {
  let isDone = false;
  const sending = send().finally(() => (isDone = true));
  let wait = 0;
  do {
    const began = performance.now();
    await (await fetch(`${exporter.metricsUrl}/-/healthy`)).arrayBuffer();
    wait = Math.max(wait, performance.now() - began);
    if (!isDone) await pause(PAUSE_MS);
  } while (!isDone);
  return { result: await sending, wait };
}
