import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DatabaseUnavailable } from './database-unavailable';
import { asUnavailable } from './sqlite-errors';
import { WriteQueue } from './write-queue';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** How long a write may wait for the ones before it, in ms. */
const MAX_QUEUED_MS = 10_000;

/**
 * The one way to the SQLite file, for every room that keeps something in it.
 *
 * There are two connections to the file. The driver has one transaction per connection, so that writes which overlap
 * would end up in each other's transaction: they are queued here. Reads have a connection of their own: they see what
 * is committed, and neither wait for a long write nor for a lock of another program.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly queue = new WriteQueue();
  private isClosed = false;

  constructor(
    readonly writing: DataSource,
    private readonly reading: DataSource,
    /** The absolute path of the file. */
    readonly path: string,
  ) {}

  /**
   * Reads what is committed.
   * @throws DatabaseUnavailable when the file refuses
   */
  async read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.refuseWhenClosed();
    try {
      return await work(this.reading.manager);
    } catch (error) {
      throw asUnavailable(error) ?? error;
    }
  }

  /**
   * Runs `work` in one transaction: all of it is stored when the promise resolves, nothing when it rejects.
   * Nothing else may write through {@link writing}, and `work` must not call `write` again.
   * @throws DatabaseUnavailable when the file refuses
   */
  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.refuseWhenClosed();
    const queuedAt = performance.now();
    return this.queue.run(async () => {
      if (performance.now() - queuedAt > MAX_QUEUED_MS) {
        throw new DatabaseUnavailable('The database is busy with earlier changes; try again. Nothing was changed.');
      }
      try {
        return await this.transaction(work);
      } catch (error) {
        throw asUnavailable(error) ?? error;
      }
    });
  }

  /** Finishes the writes that are queued, then closes the file. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.queue.idle();
    await this.reading.destroy();
    await this.writing.destroy();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private refuseWhenClosed(): void {
    if (this.isClosed) throw new DatabaseUnavailable('The exporter is shutting down. Nothing was changed.');
  }

  private async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner: Mutable<QueryRunner> = this.writing.createQueryRunner();
    // IMMEDIATE takes the lock at once, waiting for it if need be; a deferred transaction that reads first cannot wait.
    await runner.query('BEGIN IMMEDIATE');
    // So that TypeORM's own operations join this transaction.
    runner.isTransactionActive = true;
    try {
      const result = await work(runner.manager);
      await runner.query('COMMIT');
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
