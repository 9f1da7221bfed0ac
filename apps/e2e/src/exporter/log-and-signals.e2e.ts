import { expect, test } from '@playwright/test';
import { execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unreachable } from '../support/connections';
import { eventually } from '../support/eventually';
import { Exporter, freePort } from '../support/exporter';
import { inFile } from '../support/sqlite';
import { ROOT } from '../support/workspace';

let folder: string;
test.beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'snp-log-'))));
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function droppedLines(exporter: Exporter): Promise<number> {
  return Number(/^ic_snp_exporter_log_lines_dropped_total (\d+)$/m.exec(await exporter.scrape())?.[1]);
}

/** SIGHUP has a line logged each time. */
async function dropsMore(exporter: Exporter, than: number): Promise<void> {
  const isMore = async () => {
    exporter.process.kill('SIGHUP');
    return (await droppedLines(exporter)) > than;
  };
  await eventually(isMore, () => `more than ${than} dropped lines`);
}

/** Everything that waits in a pipe now. */
function drain(pipe: number): string {
  const bytes = Buffer.alloc(65_536);
  let text = '';
  try {
    for (let count = 1; count > 0;) text += bytes.toString('utf8', 0, (count = readSync(pipe, bytes)));
  } catch {
    // EAGAIN: it is empty.
  }
  return text;
}

/** How many sockets a process listens on. */
function listeners(pid: number): number {
  const listening = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === '0A')
      .map((columns) => `socket:[${columns[9]}]`),
  );
  const open = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`)));
  return listening.filter((socket) => open.has(socket)).length;
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // Closed since it was listed.
    return '';
  }
}

/** Waits until a process has a listener of its own for a signal. */
async function catches(pid: number, signal: number): Promise<void> {
  const caught = () => BigInt(`0x${/^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]}`);
  await eventually(
    () => ((caught() >> BigInt(signal - 1)) & 1n) === 1n,
    () => `signal ${signal} to be caught`,
  );
}

test('26: a reader of the log that does not read, goes or comes back disturbs nothing; lines are dropped and counted', async () => {
  const fifo = join(folder, 'log');
  execFileSync('mkfifo', [fifo]);
  let reader = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(fifo, constants.O_WRONLY);
  const exporter = await Exporter.start({ stdout: writer });
  closeSync(writer);
  try {
    expect(drain(reader)).toMatch('exporter started');
    const connections = Array.from({ length: 1_000 }, (_, n) => ({
      ...unreachable(`${n} ${'📺'.repeat(60)}`),
      enabled: false,
    }));
    await exporter.api('POST', '/api/import', { version: '1.0', connections });
    const ids = connections.map((_, n) => n + 1);
    // Sessions that begin and end write a line each: more than what is kept for a reader.
    for (let enabled = true; (await droppedLines(exporter)) === 0; enabled = !enabled) {
      expect(
        (await exporter.api('POST', '/api/connections/bulk', { ids, action: enabled ? 'enable' : 'disable' })).status,
      ).toBe(200);
    }
    const isThere = () => {
      const text = drain(reader);
      return text.includes('log lines could not be written and were dropped');
    };
    await eventually(isThere, () => 'the number of dropped lines in the log');

    closeSync(reader);
    await dropsMore(exporter, await droppedLines(exporter));
    expect((await exporter.api('POST', '/api/connections', unreachable('without a log'))).status).toBe(201);
    reader = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
    exporter.process.kill('SIGHUP');
    await eventually(isThere, () => 'the log to go on');
  } finally {
    await exporter.stop();
    closeSync(reader);
  }
});

test('26: a log on a full disk disturbs nothing; lines are dropped and counted', async () => {
  const full = openSync('/dev/full', 'w');
  const exporter = await Exporter.start({ stdout: full });
  closeSync(full);
  try {
    await dropsMore(exporter, 0);
    expect((await exporter.api('POST', '/api/connections', unreachable('without a log'))).status).toBe(201);
    expect(await exporter.stop()).toBe(0);
  } finally {
    await exporter.stop();
  }
});

test('27: SIGHUP re-reads the connections; no other signal kills or opens the inspector; two to end are one', async () => {
  const databasePath = join(folder, 'connections.db');
  const exporter = await Exporter.start({ databasePath, environment: { POLL_INTERVAL: '3600' } });
  try {
    await exporter.api('POST', '/api/connections', unreachable('another program enables it'));
    await inFile(databasePath, 'UPDATE snp_connections SET enabled = 1');
    const pid = exporter.process.pid ?? 0;
    for (const signal of ['SIGUSR1', 'SIGUSR2', 'SIGPIPE', 'SIGHUP', 'SIGUSR1'] as const) exporter.process.kill(signal);
    await eventually(
      async () => (await exporter.scrape()).includes('ic_snp_up{target="another program enables it"}'),
      () => exporter.log,
    );
    expect(listeners(pid)).toBe(2);
    const gone = once(exporter.process, 'exit');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) exporter.process.kill(signal);
    expect(await gone).toEqual([0, null]);
    expect(exporter.log).toMatch('exporter stopped');
    expect(exporter.log).not.toMatch('Debugger');
  } finally {
    await exporter.stop('SIGKILL');
  }
});

test('27: a SIGUSR1 while the exporter starts leaves no inspector behind', async () => {
  const [uiPort, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['dist/apps/server/main.js'], {
    cwd: ROOT,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      UI_PORT: String(uiPort),
      METRICS_PORT: String(metricsPort),
      DB_PATH: join(folder, 'connections.db'),
    },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const pid = child.pid ?? 0;
  try {
    // By Node.js itself: its own code, before that of the exporter.
    await catches(pid, 10);
    child.kill('SIGUSR1');
    const isReady = () =>
      fetch(`http://127.0.0.1:${metricsPort}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await eventually(isReady, () => 'the exporter to be ready');
    await eventually(
      () => listeners(pid) === 2,
      () => `two ports: ${listeners(pid)}`,
    );
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
});

test('27: the process that reads an import is killed by no signal meant for the exporter', async () => {
  const worker = fork('dist/apps/server/import-worker.js', ['application/json'], {
    cwd: ROOT,
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
  try {
    await catches(worker.pid ?? 0, 12);
    for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2'] as const) worker.kill(signal);
    worker.stdin?.end('[{"name":"A"}]');
    worker.send('next');
    expect(await once(worker, 'message')).toMatchObject([{ kind: 'entries', total: 1 }, undefined]);
    expect(listeners(worker.pid ?? 0)).toBe(0);
    const gone = once(worker, 'exit');
    // As when the exporter is killed.
    worker.disconnect();
    expect(await gone).toEqual([0, null]);
  } finally {
    worker.kill('SIGKILL');
  }
});
