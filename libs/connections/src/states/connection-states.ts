import { Injectable, Logger } from '@nestjs/common';
import type { ConnectionState, ConnectionStatus } from '../connection';
import { timeText } from '../time';
import { messageOf } from '../message-of';
import { StatusRepository, type StatusRow } from './status.repository';

/** The states of all sessions: the collector writes them, the API reads them. */
@Injectable()
export class ConnectionStates {
  private readonly logger = new Logger('ConnectionStates');
  private readonly sources = new Map<number, ConnectionState>();
  private readonly pending = new Map<number, StatusRow>();
  private storing: Promise<void> | undefined;
  private isFailing = false;

  constructor(private readonly repository: StatusRepository) {}

  /** From now on `source` speaks for the connection. */
  attach(id: number, source: ConnectionState): void {
    this.sources.set(id, source);
  }

  detach(id: number): void {
    this.sources.delete(id);
  }

  /** The state of a connection that has a session. */
  of(id: number): ConnectionState | undefined {
    return this.sources.get(id);
  }

  /**
   * Keeps the state that a connection went into in the database. Never rejects: a database that refuses is logged
   * once, and the state is stored with the next one. Transitions that come together are stored together.
   * @param lastStatusAt when the device last sent a status, ms since the epoch; null: not since the exporter started
   */
  record(id: number, status: ConnectionStatus, lastStatusAt: number | null): Promise<void> {
    const lastUpdate = lastStatusAt === null ? null : timeText(lastStatusAt);
    this.pending.set(id, followed({ connectionId: id, status, lastUpdate }, this.pending.get(id)));
    this.storing ??= this.storePending().finally(() => (this.storing = undefined));
    return this.storing;
  }

  private async storePending(): Promise<void> {
    while (this.pending.size > 0) {
      // Those that come together wait for each other.
      await Promise.resolve();
      const rows = [...this.pending.values()];
      this.pending.clear();
      if (!(await this.store(rows))) return;
    }
  }

  private async store(rows: readonly StatusRow[]): Promise<boolean> {
    try {
      await this.repository.store(rows);
      if (this.isFailing) this.logger.log('connection states are stored again');
      this.isFailing = false;
      return true;
    } catch (error) {
      for (const row of rows)
        this.pending.set(row.connectionId, followed(this.pending.get(row.connectionId) ?? row, row));
      if (!this.isFailing) this.logger.warn('connection states cannot be stored', { reason: messageOf(error) });
      this.isFailing = true;
      return false;
    }
  }
}

/** The row that is to be stored when one was to be stored before it. */
function followed(row: StatusRow, before: StatusRow | undefined): StatusRow {
  return { ...row, lastUpdate: row.lastUpdate ?? before?.lastUpdate ?? null };
}
