import { unreachable } from '../src/support/connections';
import { Exporter } from '../src/support/exporter';
import { idleMiB } from '../src/support/memory';
import { median, milliseconds } from './fleet/figures';
import { row, type BenchRow } from './fleet/rows';
import { HOSTILE_FILES, type HostileFile } from './hostile/files';
import { slowReaders } from './hostile/slow-readers';
import { watch, type Footprint } from './hostile/watch';

const LAG_MS = 200;
const LARGE_BYTES = 16 * 2 ** 20;
/** In MiB, over the idle exporter. */
const MORE_MEMORY = { small: 200, large: 400 };
const STORED = 200;
const GOOD_FILE = { connections: 10_000, targetMs: 10_000 };

/**
 * Sends files that are small and costly to read, one after the other, to one exporter; then there are clients that do not read.
 * @param words of which one must be in the name of a file; `good` for the good ones, `readers` for the clients; all without
 */
export async function run(words: readonly string[]): Promise<BenchRow[]> {
  const exporter = await Exporter.start({ environment: { LOGGING: 'ERROR' } });
  try {
    await exporter.api('POST', '/api/import', { connections: numbered(STORED) });
    const rows: BenchRow[] = [];
    for (const file of HOSTILE_FILES.filter(
      ({ what }) => words.length === 0 || words.some((word) => what.includes(word)),
    )) {
      rows.push(await measured(exporter, file, '?dry_run=true'));
      if (!file.isGood) continue;
      rows.push(await measured(exporter, file, ''));
      await exporter.api('POST', '/api/connections/bulk', { action: 'delete', filter: { search: 'fleet' } });
    }
    if (words.length === 0 || words.includes('good')) rows.push(...(await goodFiles()));
    if (words.length === 0 || words.includes('readers')) rows.push(...(await slowReaders()));
    return rows;
  } finally {
    await exporter.stop();
  }
}

async function measured(exporter: Exporter, file: HostileFile, query: string): Promise<BenchRow> {
  const body = file.make();
  const idle = await idleMiB(exporter);
  let answer = { status: 0, size: 0 };
  const footprint = await watch(exporter, async () => {
    answer = await send(exporter, file.type, body, query);
  });
  const more = body.length > LARGE_BYTES ? MORE_MEMORY.large : MORE_MEMORY.small;
  const isAnswered = file.isGood ? answer.status === 200 : answer.status >= 400 && answer.status < 500;
  const ok = isAnswered && worstLag(footprint) <= LAG_MS && footprint.memory - idle <= more;
  const figures = `${answer.status}, ${figuresOf(footprint, idle)}`;
  return row(`${file.what}${query === '' ? ', stored' : ''}`, figures, `lag ≤ ${LAG_MS} ms, memory ≤ +${more} MiB`, ok);
}

/** Whichever of the two is shorter: the machine may have kept the one waiting, and the other not. */
function worstLag({ longestWait, lag }: Footprint): number {
  return Number.isNaN(lag) ? longestWait : Math.min(longestWait, lag);
}

function figuresOf({ longestWait, lag, memory, duration }: Footprint, idle: number): string {
  const waits = `healthy after ${milliseconds(longestWait)}, lag ${milliseconds(lag)}`;
  return `${waits}, memory +${(memory - idle).toFixed(0)} MiB, answered after ${(duration / 1_000).toFixed(1)} s`;
}

async function send(exporter: Exporter, type: string, body: Buffer, query: string) {
  const response = await fetch(`${exporter.dashboardUrl}/api/import${query}`, {
    method: 'POST',
    headers: { 'Content-Type': type, Accept: 'application/json' },
    body: new Blob([new Uint8Array(body)]),
  });
  return { status: response.status, size: (await response.arrayBuffer()).byteLength };
}

/** Files that are as they should be, in every format; each three times, to an exporter without connections. */
async function goodFiles(): Promise<BenchRow[]> {
  const connections = numbered(GOOD_FILE.connections);
  const lines = connections.map((connection) => JSON.stringify(connection));
  const files = {
    JSON: ['application/json', JSON.stringify({ connections })],
    // JSON is YAML too.
    YAML: ['application/yaml', lines.map((line) => `- ${line}\n`).join('')],
    CSV: ['text/csv', `name,restapi,websocket,username,password,objects,enabled\n${connections.map(csvRow).join('')}`],
  };
  const rows: BenchRow[] = [];
  for (const [format, [type, text]] of Object.entries(files)) {
    const body = Buffer.from(text);
    const tries = [await goodFile(type, body), await goodFile(type, body), await goodFile(type, body)];
    const [duration, lag, memory] = [0, 1, 2].map((at) => median(tries.map((each) => each.figures[at] ?? NaN)));
    const isQuick = duration <= GOOD_FILE.targetMs && lag <= LAG_MS;
    const ok = tries.every(({ status }) => status === 200) && isQuick && memory <= MORE_MEMORY.small;
    const figures = `${(duration / 1_000).toFixed(1)} s, lag ${milliseconds(lag)}, memory +${memory.toFixed(0)} MiB`;
    rows.push(row(`a good file of 10,000 connections, ${format}`, figures, '≤ 10 s, same lag and memory', ok));
  }
  return rows;
}

/** @returns duration and lag in ms, memory in MiB */
async function goodFile(type: string, body: Buffer) {
  const exporter = await Exporter.start({ environment: { LOGGING: 'ERROR' } });
  try {
    const idle = await idleMiB(exporter);
    let status = 0;
    const footprint = await watch(exporter, async () => void ({ status } = await send(exporter, type, body, '')));
    return { status, figures: [footprint.duration, worstLag(footprint), footprint.memory - idle] };
  } finally {
    await exporter.stop();
  }
}

function numbered(count: number) {
  return Array.from({ length: count }, (_, at) => unreachable(`device ${at}`));
}

function csvRow({ name, restapi, websocket, username, password }: ReturnType<typeof unreachable>): string {
  return `${[name, restapi, websocket, username, password, 'ptp', 'false'].join()}\n`;
}
