import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { unreachable } from '../../src/support/connections';
import { Exporter, freePort } from '../../src/support/exporter';
import { pause, percent } from './figures';
import { row, type BenchRow } from './rows';

/** Until the code that is run most is compiled. */
const SETTLE_MS = 60_000;
const MEASURED_MS = 30_000;
const PORTS = 50;

interface DeadDevices {
  readonly what: string;
  readonly count: number;
  /** Most of one core that they may cost; undefined for a figure without a target. */
  readonly target?: number;
  /** Host and port of each, for as long as the measurement takes. */
  hosts(): Promise<{ of(device: number): string; close(): void }>;
}

const CASES: readonly DeadDevices[] = [
  { what: 'no device at all', count: 0, hosts: refusing },
  { what: '1,000 devices that refuse connections', count: 1_000, target: 0.05, hosts: refusing },
  { what: '2,000 devices that refuse connections', count: 2_000, hosts: refusing },
  {
    what: '1,000 devices that reset connections',
    count: 1_000,
    hosts: () => listening((socket) => socket.resetAndDestroy()),
  },
  { what: '1,000 devices that stay silent', count: 1_000, hosts: () => listening(() => undefined) },
  { what: '1,000 devices whose names do not resolve', count: 1_000, hosts: nameless },
];

/** What devices cost that are gone: each is tried again every ten seconds at least. */
export async function deadDevices(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const each of CASES) rows.push(await measure(each));
  return rows;
}

async function measure({ what, count, target, hosts }: DeadDevices): Promise<BenchRow> {
  const exporter = await Exporter.start({ environment: { LOGGING: 'WARNING' } });
  const { of, close } = await hosts();
  try {
    await add(exporter, count, of);
    await pause(SETTLE_MS);
    const [attempts, cpu, began] = [await attemptsOf(exporter), await cpuSeconds(exporter), performance.now()];
    await pause(MEASURED_MS);
    const seconds = (performance.now() - began) / 1_000;
    const share = ((await cpuSeconds(exporter)) - cpu) / seconds;
    const perSecond = ((await attemptsOf(exporter)) - attempts) / seconds;
    const measured = `${percent(share)}, ${perSecond.toFixed(0)} attempts per second`;
    const limit = target === undefined ? '–' : `≤ ${percent(target)}`;
    return row(`${what}: CPU of one core`, measured, limit, target === undefined || share <= target);
  } finally {
    await exporter.stop();
    close();
  }
}

async function add(exporter: Exporter, count: number, of: (device: number) => string): Promise<void> {
  const connections = Array.from({ length: count }, (_, nr) => {
    const addresses = { restapi: `https://${of(nr)}/api/auth`, websocket: `wss://${of(nr)}/smm` };
    return unreachable(`dead ${nr}`, { ...addresses, enabled: true });
  });
  if (count > 0) await exporter.api('POST', '/api/import', { connections });
}

async function cpuSeconds(exporter: Exporter): Promise<number> {
  const scraped = await exporter.scrape('/metrics?collect[]=exporter');
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(scraped)?.[1]);
}

/** Attempts that have failed so far. */
async function attemptsOf(exporter: Exporter): Promise<number> {
  const scraped = await exporter.scrape();
  const counts = scraped.matchAll(/^ic_snp_session_disconnects_total\{[^\n]*\} (\S+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

async function refusing(): ReturnType<DeadDevices['hosts']> {
  const ports: number[] = [];
  while (ports.length < PORTS) ports.push(await freePort());
  return { of: (device) => `127.0.0.1:${ports[device % PORTS]}`, close: () => undefined };
}

async function listening(greet: (socket: Socket) => void): ReturnType<DeadDevices['hosts']> {
  const open = new Set<Socket>();
  const servers: Server[] = [];
  while (servers.length < PORTS) {
    const server = createServer((socket) => {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
      socket.resume();
      greet(socket);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    servers.push(server);
  }
  const portOf = (device: number) => (servers[device % PORTS].address() as AddressInfo).port;
  const close = () => {
    for (const server of servers) server.close();
    for (const socket of open) socket.destroy();
  };
  return { of: (device) => `127.0.0.1:${portOf(device)}`, close };
}

async function nameless(): ReturnType<DeadDevices['hosts']> {
  return { of: (device) => `snp-${device}.invalid`, close: () => undefined };
}
