import type { OnApplicationShutdown } from '@nestjs/common';
import { stat } from 'node:fs/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { Database, type DatabaseState } from '../database';
import { DatabaseUnavailable } from '../database-errors';
import type { FileGuard } from '../file/file-guard';
import type { Checkpoints } from './checkpoints';
import type { ContentMark } from './content-mark';
import { databaseError } from './sqlite-errors';
import type { WriteQueue } from './write-queue';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** How long a write may wait for the ones before it, in ms. */
const MAX_QUEUED_MS = 10_000;

export interface SqliteParts {
  readonly writing: DataSource;
  readonly reading: DataSource;
  /** Runs all writes, and the checkpoints between them. */
  readonly queue: WriteQueue;
  readonly checkpoints: Checkpoints;
  readonly content: ContentMark;
  readonly guard: FileGuard;
  /** The file as it was chosen. */
  readonly location: string;
  /** The file itself where the location is a link. */
  readonly realPath: string;
}

/**
 * The database in an SQLite file, over two connections. The driver has one transaction per connection, so that writes
 * which overlap would end up in each other's transaction: they are queued here. Reads have a connection of their own:
 * they wait neither for a long write nor for a lock of another program.
 */
export class SqliteDatabase extends Database implements OnApplicationShutdown {
  private readonly reads = new Set<Promise<unknown>>();
  private isClosed = false;

  constructor(private readonly parts: SqliteParts) {
    super();
  }

  get location(): string {
    return this.parts.location;
  }

  get fault(): string | null {
    return this.parts.guard.fault;
  }

  /** Only {@link write} may write through it. */
  get writing(): DataSource {
    return this.parts.writing;
  }

  async read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.refuseWhenClosed();
    const result = work(this.parts.reading.manager);
    this.reads.add(result);
    try {
      return await result;
    } catch (error) {
      throw databaseError(error);
    } finally {
      this.reads.delete(result);
    }
  }

  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.refuseWhenClosed();
    const queuedAt = performance.now();
    return this.parts.queue.run(async () => {
      if (performance.now() - queuedAt > MAX_QUEUED_MS) {
        throw new DatabaseUnavailable('The database is busy with earlier changes; try again. Nothing was changed.');
      }
      await this.refuseWithoutFile('Nothing was changed.');
      const result = await this.transaction(work).catch((error: unknown) => {
        throw databaseError(error);
      });
      this.parts.checkpoints.request();
      await this.refuseWithoutFile('The change may be lost.');
      return result;
    });
  }

  async state(): Promise<DatabaseState> {
    const [file, log, logMode] = await Promise.all([
      sizeOf(this.location),
      sizeOf(`${this.parts.realPath}-wal`),
      this.journalMode(),
    ]);
    return { sizeBytes: file === null ? null : file + (log ?? 0), logMode };
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const { reading, writing, queue, checkpoints, guard } = this.parts;
    await Promise.allSettled([queue.idle(), ...this.reads]);
    await checkpoints.close();
    guard.close();
    await reading.destroy();
    await writing.destroy();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private async journalMode(): Promise<string | null> {
    try {
      const rows = await this.read((manager) => manager.query<{ journal_mode: string }[]>('PRAGMA journal_mode'));
      return rows[0]?.journal_mode ?? null;
    } catch {
      // Whoever asks wants to see that something is wrong, not to fail.
      return null;
    }
  }

  private refuseWhenClosed(): void {
    if (this.isClosed) throw new DatabaseUnavailable('The exporter is shutting down. Nothing was changed.');
  }

  private async refuseWithoutFile(outcome: string): Promise<void> {
    const fault = await this.parts.guard.look();
    if (fault !== null) throw new DatabaseUnavailable(`The database is not available: ${fault}. ${outcome}`);
  }

  private async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner: Mutable<QueryRunner> = this.writing.createQueryRunner();
    // IMMEDIATE takes the lock at once, waiting for it if need be; a deferred transaction that reads first cannot wait.
    await runner.query('BEGIN IMMEDIATE');
    // So that TypeORM's own operations join this transaction.
    runner.isTransactionActive = true;
    try {
      const result = await work(runner.manager);
      const committed = await this.parts.content.stamp((sql) => runner.query(sql));
      await runner.query('COMMIT');
      committed();
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors (a full disk): then there is nothing left to undo.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      runner.isTransactionActive = false;
    }
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    // Not there, or not to be seen: there is no size then.
    return null;
  }
}
