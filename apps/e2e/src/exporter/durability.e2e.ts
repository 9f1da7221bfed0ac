import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unreachable } from '../support/connections';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';
import { connectedFleet } from '../support/fleet';
import { series } from '../support/series';
import { inFile } from '../support/sqlite';

const KILLS = series(10, 50);

/** The acknowledged connections that are not in the file. */
async function lost(path: string, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const rows = await inFile<{ name: string }>(path, 'SELECT name FROM snp_connections');
  const stored = new Set(rows.map(({ name }) => name));
  return [...acknowledged].filter((name) => !stored.has(name));
}

async function scrapeUntilGone(exporter: Exporter): Promise<void> {
  while ((await exporter.scrape().catch(() => '')) !== '');
}

/** Adds connections one after the other until the exporter is gone; remembers the acknowledged ones. */
async function writeUntilGone(exporter: Exporter, round: number, acknowledged: Set<string>): Promise<void> {
  for (let at = 0; ; at += 1) {
    const name = `round ${round} write ${at}`;
    const answer = await exporter.api('POST', '/api/connections', unreachable(name)).catch(() => undefined);
    // What is told that the exporter is shutting down is not acknowledged.
    if (answer === undefined || answer.status === 503) return;
    expect(answer.status).toBe(201);
    acknowledged.add(name);
  }
}

test('SIGTERM under load closes the sessions, ends in time and loses no acknowledged write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snp-term-'));
  const databasePath = join(folder, 'connections.db');
  const exporter = await Exporter.start({ databasePath });
  const fleet = await connectedFleet(exporter, { devices: 3, updatesPerSecond: 20 });
  try {
    const acknowledged = new Set<string>();
    const writers = [1, 2, 3].map((writer) => writeUntilGone(exporter, writer, acknowledged));
    const scrapers = [1, 2, 3].map(() => scrapeUntilGone(exporter));
    await eventually(
      () => acknowledged.size >= 20,
      () => `20 writes: ${acknowledged.size}`,
    );
    const told = performance.now();
    expect(await exporter.stop('SIGTERM')).toBe(0);
    // Ten times the five seconds that it may take.
    expect(performance.now() - told).toBeLessThan(50_000);
    await Promise.all([...writers, ...scrapers]);
    expect(fleet.devices.map(({ counters }) => counters.goingAway)).toEqual([1, 1, 1]);
    expect(await lost(databasePath, acknowledged)).toEqual([]);
  } finally {
    await fleet.close();
    await exporter.stop('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

test('no acknowledged write is lost when the process is killed at any moment', async () => {
  // It starts the exporter up to fifty times.
  test.setTimeout(1_800_000);
  const folder = mkdtempSync(join(tmpdir(), 'snp-kill-'));
  const databasePath = join(folder, 'connections.db');
  const acknowledged = new Set<string>();
  try {
    for (let round = 0; round < KILLS; round += 1) {
      const exporter = await Exporter.start({ databasePath });
      const writing = writeUntilGone(exporter, round, acknowledged);
      // The moments are spread over the first writes, some in the middle of a transaction.
      const before = acknowledged.size;
      await eventually(
        () => acknowledged.size >= before + (round % 5),
        () => `writes in round ${round}: ${acknowledged.size - before}`,
      );
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 60));
      await exporter.stop('SIGKILL');
      await writing;
      expect(await inFile(databasePath, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    }
    expect(await lost(databasePath, acknowledged)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(KILLS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
