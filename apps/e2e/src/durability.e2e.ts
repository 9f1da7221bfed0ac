import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'sqlite3';
import { unreachable } from './support/connections';
import { Exporter } from './support/exporter';

const KILLS = 50;

function all<T>(path: string, sql: string): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const database = new Database(path);
    database.all<T>(sql, (error, rows) => database.close(() => (error ? reject(error) : resolve(rows))));
  });
}

/** Adds connections one after the other until the exporter is gone; remembers the acknowledged ones. */
async function writeUntilGone(exporter: Exporter, round: number, acknowledged: Set<string>): Promise<void> {
  for (let at = 0; ; at += 1) {
    const name = `round ${round} write ${at}`;
    const answer = await exporter.api('POST', '/api/connections', unreachable(name)).catch(() => undefined);
    if (answer === undefined) return;
    expect(answer.status).toBe(201);
    acknowledged.add(name);
  }
}

test('no acknowledged write is lost when the process is killed at any moment', async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'snp-kill-'));
  const databasePath = join(folder, 'connections.db');
  const acknowledged = new Set<string>();
  try {
    for (let round = 0; round < KILLS; round += 1) {
      const exporter = await Exporter.start({ databasePath });
      const writing = writeUntilGone(exporter, round, acknowledged);
      // The moments are spread over the first writes, some in the middle of a transaction.
      await new Promise((resolve) => setTimeout(resolve, 3 + ((round * 37) % 120)));
      await exporter.stop('SIGKILL');
      await writing;
      expect(await all(databasePath, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    }
    const rows = await all<{ name: string }>(databasePath, 'SELECT name FROM snp_connections');
    const stored = new Set(rows.map(({ name }) => name));
    expect([...acknowledged].filter((name) => !stored.has(name))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(KILLS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
