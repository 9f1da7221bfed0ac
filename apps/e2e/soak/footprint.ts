import { readdir, readlink } from 'node:fs/promises';
import type { TestBed } from '../bench/fleet/test-bed';

/** What a session holds of the process, and must give back. */
export interface Footprint {
  readonly sockets: number;
  readonly timers: number;
  readonly series: number;
}

/** What the exporter holds now; sockets are seen from outside, where the system shows them (Linux). */
export async function footprintOf(testBed: TestBed): Promise<Footprint> {
  return {
    sockets: await socketsOf(testBed.exporter.process.pid),
    timers: await testBed.own('nodejs_active_resources{type="Timeout"}'),
    series: await testBed.own('ic_snp_exporter_series'),
  };
}

/** How much more one is than the other, nothing being less than that. */
export function beyond(now: Footprint, idle: Footprint): Footprint {
  const more = (what: keyof Footprint) => Math.max(0, now[what] - idle[what]);
  return { sockets: more('sockets'), timers: more('timers'), series: more('series') };
}

async function socketsOf(pid: number | undefined): Promise<number> {
  const folder = `/proc/${pid}/fd`;
  const links = await Promise.all(
    // A descriptor may be closed between the two reads.
    (await readdir(folder)).map((file) => readlink(`${folder}/${file}`).catch(() => '')),
  );
  return links.filter((link) => link.startsWith('socket:')).length;
}
