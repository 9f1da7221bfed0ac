import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Clock } from '@snp/collector';
import { messageOf } from '@snp/connections';
import { CLOCK, moment } from '../common/clock';
import type { EventDto } from '../dto/event.dto';
import { ConnectionCache } from '../fleet/connection-cache';
import type { ConnectionEventEntity, JournalEntry } from './connection-event.entity';
import { JournalBuffer } from './journal-buffer';
import { JournalRepository, type JournaledAlarm } from './journal.repository';

/** How many events of a connection are kept. */
export const KEPT_EVENTS = 500;

/** Pruning reads all events of a connection, so it is done only after this many new ones. */
const PRUNE_EVERY = 50;

/** How long a reader waits for the latest events to be written, ms. */
const PATIENCE_MS = 1_000;

/**
 * The journal: state changes, alarms raised and cleared, kept in the database. Recording never waits and never throws;
 * what is recorded is written together, about once a second. While the database refuses, the newest are kept in memory.
 */
@Injectable()
export class JournalService implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Journal');
  private readonly buffer = new JournalBuffer({ perConnection: KEPT_EVENTS, total: 20_000 });
  private readonly unpruned = new Map<number, number>();
  private writing: Promise<void> | undefined;
  private isFailing = false;

  constructor(
    private readonly repository: JournalRepository,
    private readonly cache: ConnectionCache,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  record(entry: JournalEntry): void {
    this.buffer.add(entry);
  }

  /** How many events wait to be written. */
  get pending(): number {
    return this.buffer.size;
  }

  /** Whether what is recorded reaches the database. */
  get isStoring(): boolean {
    return !this.isFailing;
  }

  /** Writes what is pending; calls that overlap share one write. Never rejects. */
  flush(): Promise<void> {
    if (this.buffer.size === 0 && this.writing === undefined) return Promise.resolve();
    this.writing ??= this.write().finally(() => (this.writing = undefined));
    return this.writing;
  }

  /**
   * The newest events of a connection, the newest first.
   * @param before only events with a lower id
   * @throws ProblemError 404, or 503 when the database does not answer
   */
  async newest(id: number, limit: number, before?: number): Promise<EventDto[]> {
    await this.cache.find(id);
    await this.flushed();
    return (await this.repository.newest(id, limit, before)).map(eventOf);
  }

  /** The alarms that were active when the exporter last wrote; none if the database is unavailable. */
  async raisedAlarms(): Promise<JournaledAlarm[]> {
    try {
      return await this.repository.raisedAlarms();
    } catch (error) {
      // Then what is raised now is journaled as raised once more, which is better than not to start.
      this.logger.warn('journal cannot be read', { reason: messageOf(error) });
      return [];
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  /** Resolves when what is pending has been written, but not later than after {@link PATIENCE_MS}. */
  private flushed(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.clock.after(PATIENCE_MS, resolve);
      void this.flushAll().finally(() => {
        cancel();
        resolve();
      });
    });
  }

  /** Writes also what was recorded while an earlier write was in progress. */
  private async flushAll(): Promise<void> {
    await this.flush();
    if (this.isStoring) await this.flush();
  }

  private async write(): Promise<void> {
    const entries = this.buffer.take();
    const counts = this.countUnpruned(entries);
    const due = [...counts].filter(([, count]) => count >= PRUNE_EVERY).map(([id]) => id);
    try {
      await this.repository.store(entries, due, KEPT_EVENTS);
      for (const [id, count] of counts) this.unpruned.set(id, count);
      for (const id of due) this.unpruned.delete(id);
      this.reportSuccess();
    } catch (error) {
      this.buffer.putBack(entries);
      this.reportFailure(error);
    }
  }

  /** How many events each of these connections will have got since it was last pruned. */
  private countUnpruned(entries: readonly JournalEntry[]): Map<number, number> {
    const counts = new Map<number, number>();
    for (const { connectionId: id } of entries) {
      counts.set(id, (counts.get(id) ?? this.unpruned.get(id) ?? 0) + 1);
    }
    return counts;
  }

  private reportSuccess(): void {
    if (!this.isFailing) return;
    this.isFailing = false;
    this.logger.log('events are stored again', { lost: this.buffer.dropped });
    this.buffer.dropped = 0;
  }

  private reportFailure(error: unknown): void {
    if (this.isFailing) return;
    this.isFailing = true;
    this.logger.warn('events cannot be stored; the newest are kept in memory', { reason: messageOf(error) });
  }
}

function eventOf(row: ConnectionEventEntity): EventDto {
  return {
    id: row.id,
    at: moment(row.at),
    kind: row.kind,
    state: row.state,
    previous: row.previous,
    code: row.code,
    reason: row.reason,
    location: row.location,
    object_id: row.objectId,
    alarm_id: row.alarmId,
  };
}
