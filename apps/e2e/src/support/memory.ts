import { readdirSync, readFileSync } from 'node:fs';
import type { Exporter } from './exporter';

const MiB = 2 ** 20;

/** Resident memory of the exporter and the processes that it has started, in MiB. Linux only. */
export function memoryOf({ process: { pid } }: Exporter): number {
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
