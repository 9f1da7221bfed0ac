import { spawn } from 'node:child_process';
import { once } from 'node:events';
import sqlite3 from 'sqlite3';

export type Row = Readonly<Record<string, unknown>>;

/** Runs SQL in a file as any other program would. */
export async function inFile(path: string, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const file = new sqlite3.Database(path);
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      const done = (error: Error | null, rows: Row[] = []): void => (error ? reject(error) : resolve(rows));
      if (values.length === 0 && sql.trimEnd().endsWith(';')) file.exec(sql, done);
      else file.all(sql, values, done);
    });
  } finally {
    await new Promise((resolve) => file.close(resolve));
  }
}

const LOCKER = `
  const sqlite3 = require('sqlite3');
  const file = new sqlite3.Database(process.argv[1]);
  file.exec('BEGIN EXCLUSIVE', (error) => process.stdout.write(error ? String(error) : 'locked'));
  process.stdin.resume().on('end', () => file.close(() => process.exit()));`;

const lockers = new Set<() => Promise<void>>();

/** Ends the processes that a failed test has left holding a file. */
export async function releaseLocks(): Promise<void> {
  for (const release of lockers) await release();
}

/** Another process that holds the file for itself, until it is told to let go. */
export async function lockedByAnother(path: string): Promise<{ release: () => Promise<void> }> {
  const child = spawn(process.execPath, ['-e', LOCKER, path], { cwd: __dirname, stdio: ['pipe', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  if (said.toString() !== 'locked') throw new Error(`the file could not be locked: ${said.toString()}`);
  const release = async (): Promise<void> => {
    lockers.delete(release);
    const exit = once(child, 'exit');
    child.stdin.end();
    await exit;
  };
  lockers.add(release);
  return { release };
}
