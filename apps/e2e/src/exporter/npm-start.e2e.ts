import { expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { freePort } from '../support/exporter';
import { ROOT } from '../support/workspace';

let folder: string;
let npm: ChildProcess;
let output: string;
let url: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snp-start-'));
  const [uiPort, metricsPort] = [await freePort(), await freePort()];
  url = `http://127.0.0.1:${metricsPort}`;
  output = '';
  npm = spawn('npm', ['start'], {
    cwd: ROOT,
    detached: true,
    env: {
      ...process.env,
      UI_PORT: String(uiPort),
      METRICS_PORT: String(metricsPort),
      DB_PATH: join(folder, 'connections.db'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [npm.stdout, npm.stderr]) stream?.on('data', (piece: Buffer) => (output += piece.toString()));
  await eventually(isUp, () => `the exporter to be up:\n${output}`);
});

test.afterEach(async () => {
  for (const pid of await group()) process.kill(pid, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const isUp = () =>
  fetch(`${url}/-/ready`).then(
    (answer) => answer.ok,
    () => false,
  );

/** The processes of this `npm start` that still run: npm, its shell, the wrapper, the exporter. */
async function group(): Promise<number[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(processes.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return stats
    .map((stat) => ({ pid: parseInt(stat, 10), fields: stat.slice(stat.lastIndexOf(')') + 2).split(' ') }))
    .filter(({ fields: [state, , pgrp] }) => state !== 'Z' && Number(pgrp) === npm.pid)
    .map(({ pid }) => pid);
}

async function wrapper(): Promise<number> {
  const pids = await group();
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids[commands.findIndex((command) => /^[^\0]*node\0tools\/start\.mjs/.test(command))] ?? NaN;
}

async function everythingIsGone(): Promise<void> {
  await eventually(
    async () => (await group()).length === 0,
    () => `everything to be gone:\n${output}`,
  );
  expect(await isUp()).toBe(false);
}

test('npm start ends the exporter cleanly when npm alone is interrupted', async () => {
  npm.kill('SIGINT');
  await everythingIsGone();
  expect(output).toContain('exporter stopped');
});

test('npm start passes SIGHUP on, survives SIGUSR1 and SIGUSR2, and leaves nothing behind when npm is killed', async () => {
  const pid = await wrapper();
  for (const signal of ['SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const) process.kill(pid, signal);
  await eventually(
    () => output.includes('SIGHUP'),
    () => `the exporter to look at its connections:\n${output}`,
  );
  expect(await isUp()).toBe(true);
  npm.kill('SIGKILL');
  await everythingIsGone();
  expect(output).toContain('exporter stopped');
});

test('npm start leaves nothing behind when its wrapper is killed', async () => {
  process.kill(await wrapper(), 'SIGKILL');
  await everythingIsGone();
  expect(output).toContain('exporter stopped');
});
