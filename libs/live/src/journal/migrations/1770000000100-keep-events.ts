import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal of what happened to each device. */
export class KeepEvents1770000000100 implements MigrationInterface {
  readonly name = 'KeepEvents1770000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE connection_events (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        connection_id INTEGER NOT NULL REFERENCES snp_connections(id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        state TEXT,
        previous TEXT,
        code TEXT,
        reason TEXT NOT NULL,
        location TEXT,
        object_id TEXT,
        alarm_id TEXT
      )`);
    await runner.query('CREATE INDEX connection_events_by_connection ON connection_events (connection_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE connection_events');
  }
}
