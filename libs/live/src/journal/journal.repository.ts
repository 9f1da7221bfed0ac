import { Injectable } from '@nestjs/common';
import { Database } from '@snp/database';
import { ConnectionEventEntity, type JournalEntry } from './connection-event.entity';

/** Stores all entries in one statement, except those of connections that were deleted. */
const INSERT = `
  INSERT INTO connection_events
    (connection_id, at, kind, state, previous, code, reason, location, object_id, alarm_id)
  SELECT value ->> 'connectionId', value ->> 'at', value ->> 'kind', value ->> 'state', value ->> 'previous',
         value ->> 'code', value ->> 'reason', value ->> 'location', value ->> 'objectId', value ->> 'alarmId'
  FROM json_each(?)
  WHERE value ->> 'connectionId' IN (SELECT id FROM snp_connections)
  ORDER BY key`;

const PRUNE = `
  DELETE FROM connection_events
  WHERE id IN (
    SELECT id FROM (
      SELECT id, row_number() OVER (PARTITION BY connection_id ORDER BY id DESC) AS place
      FROM connection_events
      WHERE connection_id IN (SELECT value FROM json_each(?))
    )
    WHERE place > ?
  )`;

const RAISED = `
  SELECT event.connection_id AS connectionId, event.at, event.reason, event.location,
         event.object_id AS objectId, event.alarm_id AS alarmId
  FROM connection_events event
  JOIN (
    SELECT max(id) AS id
    FROM connection_events
    WHERE kind IN ('alarm_raised', 'alarm_cleared')
    GROUP BY connection_id, alarm_id, object_id, location, reason
  ) latest ON latest.id = event.id
  WHERE event.kind = 'alarm_raised'
  ORDER BY event.id`;

/** An alarm that the journal knows as raised and not cleared. */
export type JournaledAlarm = Pick<
  ConnectionEventEntity,
  'connectionId' | 'at' | 'reason' | 'location' | 'objectId' | 'alarmId'
>;

/** The rows of the journal. */
@Injectable()
export class JournalRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores all entries, and leaves the newest `keep` events of the connections in `pruned`: all or nothing.
   * @throws ProblemError 503 when the database is unavailable
   */
  async store(entries: readonly JournalEntry[], pruned: readonly number[], keep: number): Promise<void> {
    await this.database.write(async (manager) => {
      await manager.query(INSERT, [JSON.stringify(entries)]);
      if (pruned.length > 0) await manager.query(PRUNE, [JSON.stringify(pruned), keep]);
    });
  }

  /** The newest events of a connection, the newest first. */
  newest(connectionId: number, limit: number, before: number | undefined): Promise<ConnectionEventEntity[]> {
    return this.database.read((manager) => {
      const query = manager
        .createQueryBuilder(ConnectionEventEntity, 'event')
        .where('event.connectionId = :connectionId', { connectionId })
        .orderBy('event.id', 'DESC')
        .limit(limit);
      if (before !== undefined) query.andWhere('event.id < :before', { before });
      return query.getMany();
    });
  }

  /** The alarms that were active when the exporter last wrote. */
  raisedAlarms(): Promise<JournaledAlarm[]> {
    return this.database.read((manager) => manager.query<JournaledAlarm[]>(RAISED));
  }
}
