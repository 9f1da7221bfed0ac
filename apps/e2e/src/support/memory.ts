import { readFileSync } from 'node:fs';
import type { Exporter } from './exporter';

/** Resident memory of the exporter, in MiB. Linux only. */
export function residentMiB({ process: { pid } }: Exporter): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

/** The most resident memory while some work is done, in MiB. */
export async function mostResidentMiB(exporter: Exporter, work: () => Promise<void>): Promise<number> {
  let most = residentMiB(exporter);
  const looking = setInterval(() => (most = Math.max(most, residentMiB(exporter))), 20);
  await work().finally(() => clearInterval(looking));
  return most;
}
