import { readdirSync, readFileSync } from 'node:fs';
import type { Exporter } from './exporter';

/** Resident memory of the exporter, in MiB. Linux only. */
export function residentMiB({ process: { pid } }: Exporter): number {
  return processOf(String(pid)).residentMiB;
}

/** The same with the processes that it has started. */
export function treeMiB(exporter: Exporter): number {
  return treeOf(exporter).reduce((sum, each) => sum + each.residentMiB, 0);
}

/** The same, once all processes that it has started have ended. */
export async function idleMiB(exporter: Exporter): Promise<number> {
  while (treeOf(exporter).length > 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return treeMiB(exporter);
}

function treeOf({ process: { pid } }: Exporter) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(processOf).filter((each) => each.pid === pid || each.parent === pid);
}

/** The most resident memory while some work is done, in MiB. */
export async function mostResidentMiB(exporter: Exporter, work: () => Promise<void>): Promise<number> {
  let most = residentMiB(exporter);
  const looking = setInterval(() => (most = Math.max(most, residentMiB(exporter))), 20);
  await work().finally(() => clearInterval(looking));
  return most;
}

function processOf(pid: string): { pid: number; parent: number; residentMiB: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { pid: Number(pid), parent: figure('PPid'), residentMiB: figure('VmRSS') / 1_024 };
  } catch {
    // It has ended meanwhile.
    return { pid: Number(pid), parent: 0, residentMiB: 0 };
  }
}
