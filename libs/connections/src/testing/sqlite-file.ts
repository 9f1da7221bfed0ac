import { spawn } from 'node:child_process';
import { once } from 'node:events';
import sqlite3 from 'sqlite3';

/** The tables as the earlier exporter makes them. */
export const LEGACY_SCHEMA = `
  CREATE TABLE snp_connections (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE NOT NULL, restapi TEXT NOT NULL, websocket TEXT NOT NULL,
    username TEXT NOT NULL, password TEXT NOT NULL, objects_ids TEXT NOT NULL, enabled INTEGER DEFAULT 1,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
  CREATE TABLE connection_status (
    connection_id INTEGER PRIMARY KEY, status TEXT NOT NULL, last_update TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    FOREIGN KEY (connection_id) REFERENCES snp_connections(id) ON DELETE CASCADE);`;

type Row = Readonly<Record<string, unknown>>;

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

/** A row as the earlier exporter makes it, with what the test is about. */
export async function addLegacyRow(path: string, different: Row = {}): Promise<void> {
  const row: Row = {
    name: 'MCR-SNP-01',
    restapi: 'https://192.168.90.23:9089/api/auth',
    websocket: 'wss://192.168.90.23/smm',
    username: 'admin',
    password: 'secret',
    objects_ids: '[{"elementIP": "127.0.0.1", "objectType": "ptp"}]',
    ...different,
  };
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  await inFile(path, `INSERT INTO snp_connections (${columns.join(', ')}) VALUES (${places})`, Object.values(row));
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
