import { Injectable } from '@nestjs/common';
import { Database } from '@snp/database';
import type { EntityManager } from 'typeorm';
import type { ConnectionStatus } from '../connection';
import { ConnectionStatusEntity } from '../records/connection-status.entity';

/** The state that a connection has gone into. */
export interface StatusRow {
  readonly connectionId: number;
  readonly status: ConnectionStatus;
  /** When the device last sent a status: UTC, `2026-02-03 20:00:00`; null: what is stored still holds. */
  readonly lastUpdate: string | null;
}

/** The rows of `connection_status`. */
@Injectable()
export class StatusRepository {
  constructor(private readonly database: Database) {}

  /** When the device of each connection last sent a status, by id. */
  async lastUpdates(): Promise<Map<number, string>> {
    const rows = await this.database.read((manager) =>
      manager.query<{ id: number; at: string }[]>(
        `SELECT connection_id AS id, last_update AS at FROM connection_status WHERE typeof(last_update) = 'text'`,
      ),
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  /** When the device of a connection last sent a status; null for never. */
  async lastUpdate(connectionId: number): Promise<string | null> {
    const row = await this.database.read((manager) => manager.findOneBy(ConnectionStatusEntity, { connectionId }));
    return typeof row?.lastUpdate === 'string' ? row.lastUpdate : null;
  }

  /** Stores all of them in one transaction; connections that are gone meanwhile are left out. */
  async store(rows: readonly StatusRow[]): Promise<void> {
    await this.database.write(async (manager) => {
      for (const row of rows) await storeOne(manager, row);
    });
  }
}

/** Files of the earlier exporter may lack the unique key that an upsert needs. */
async function storeOne(manager: EntityManager, { connectionId, status, lastUpdate }: StatusRow): Promise<void> {
  const changes = lastUpdate === null ? { status } : { status, lastUpdate };
  const { affected } = await manager.update(ConnectionStatusEntity, { connectionId }, changes);
  if (affected) return;
  await manager.query(
    `INSERT INTO connection_status (connection_id, status, last_update)
     SELECT id, ?, ? FROM snp_connections WHERE id = ?`,
    [status, lastUpdate, connectionId],
  );
}
