import { get } from 'node:http';
import { unreachable } from '../../src/support/connections';
import { Exporter } from '../../src/support/exporter';
import { FleetProcess } from '../../src/support/fleet-process';
import { mostResidentMiB, residentMiB } from '../../src/support/memory';
import { RawClients, rawRequest } from '../../src/support/raw-clients';
import { milliseconds, pause } from '../fleet/figures';
import { row, type BenchRow } from '../fleet/rows';

const DEVICES = 200;
const CONNECTIONS = 2_000;
const OBJECTS = 80;
const CLIENTS = 100;
/** The clients that read slowly take so many bytes so often. */
const SIP = { bytes: 1_000, everyMs: 10_000 };
const DURATION_MS = 90_000;
const SETTLE_MS = 10_000;
const MORE_MIB = 300;
const GZIP = { 'Accept-Encoding': 'gzip' };

/** Clients that do not read what they ask for, on both ports, and what those that do read get meanwhile. */
export async function slowReaders(): Promise<BenchRow[]> {
  return [...(await scrapers()), ...(await listReaders('/api/connections')), ...(await listReaders('/api/export'))];
}

/** Clients of the metrics port that read nothing, as many that read a little, and others that scrape as usual. */
async function scrapers(): Promise<BenchRow[]> {
  const exporter = await Exporter.start({ environment: { LOGGING: 'ERROR' } });
  const fleet = await FleetProcess.start(exporter, DEVICES);
  try {
    const url = `${exporter.metricsUrl}/metrics`;
    await pause(SETTLE_MS);
    for (let at = 0; at < 3; at++) await Promise.all([read(url), read(url, GZIP)]);
    const what = `${DEVICES} devices, ${2 * CLIENTS} scrapers that read nothing or little`;
    return await beside(exporter, what, url, async (idle, honest) => {
      const sips = setInterval(() => idle.sockets.slice(CLIENTS).forEach((each) => each.read(SIP.bytes)), SIP.everyMs);
      const end = performance.now() + DURATION_MS;
      const opened = idle.open(2 * CLIENTS, rawRequest('/metrics'));
      await Promise.all([opened, pause(SETTLE_MS)]);
      honest.push(...(await Promise.all(Array.from({ length: CLIENTS }, () => read(url, GZIP)))));
      while (performance.now() < end) {
        honest.push(await read(url, GZIP));
        await pause(1_000);
      }
      clearInterval(sips);
    });
  } finally {
    await fleet.stop();
    await exporter.stop();
  }
}

/** Clients of the dashboard's port that ask for a long answer and read nothing, and as many that read it. */
async function listReaders(path: string): Promise<BenchRow[]> {
  const exporter = await Exporter.start({ environment: { LOGGING: 'ERROR' } });
  try {
    const objects_ids = Array.from({ length: OBJECTS }, (_, at) => ({
      elementIP: '127.0.0.1',
      objectType: 'procChannelHD',
      objectId: `A-HD-${at}`,
    }));
    const connections = Array.from({ length: CONNECTIONS }, (_, at) => unreachable(`SNP ${at}`, { objects_ids }));
    await exporter.api('POST', '/api/import', { connections });
    const url = `${exporter.dashboardUrl}${path}`;
    for (let at = 0; at < 3; at++) await read(url);
    const what = `${CONNECTIONS} connections, ${CLIENTS} clients that do not read ${path}`;
    return await beside(exporter, what, url, async (idle, honest) => {
      await idle.open(CLIENTS, rawRequest(path));
      honest.push(...(await Promise.all(Array.from({ length: CLIENTS }, () => read(url)))));
    });
  } finally {
    await exporter.stop();
  }
}

interface Answer {
  readonly status: number | undefined;
  readonly ms: number;
}

/** @param work is given clients that it may let read nothing, and notes what others got */
async function beside(
  exporter: Exporter,
  what: string,
  url: string,
  work: (idle: RawClients, honest: Answer[]) => Promise<void>,
): Promise<BenchRow[]> {
  const idle = new RawClients(url);
  const honest: Answer[] = [];
  const before = residentMiB(exporter);
  const more = (await mostResidentMiB(exporter, () => work(idle, honest))) - before;
  idle.destroy();
  const good = honest.filter(({ status }) => status === 200).length;
  const slowest = Math.max(...honest.map(({ ms }) => ms));
  const answered = `${good} of ${honest.length}, the last after ${milliseconds(slowest)}`;
  return [
    row(`${what}: memory`, `+${more.toFixed(0)} MiB`, `≤ +${MORE_MIB} MiB`, more <= MORE_MIB),
    row(`${what}: others, ${CLIENTS} of them at once`, answered, 'all get 200', good === honest.length),
  ];
}

/** Reads an answer to its end, on a connection of its own. */
function read(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent: false, headers }, (response) => {
      response.on('error', reject).resume();
      response.once('end', () => resolve({ status: response.statusCode, ms: performance.now() - began }));
    }).once('error', reject);
  });
}
