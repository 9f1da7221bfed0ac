import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsOf } from './1770000000000-adopt-connections';

const COLUMNS = { tags: `TEXT NOT NULL DEFAULT '{}'`, revision: 'INTEGER NOT NULL DEFAULT 1' };

/** Tags, and a counter of changes for `If-Match`. Their defaults let the earlier exporter go on inserting rows. */
export class TagConnections1770000000001 implements MigrationInterface {
  readonly name = 'TagConnections1770000000001';

  async up(runner: QueryRunner): Promise<void> {
    const columns = await columnsOf(runner, 'snp_connections');
    for (const [column, type] of Object.entries(COLUMNS)) {
      if (!columns.has(column)) await runner.query(`ALTER TABLE snp_connections ADD COLUMN ${column} ${type}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of Object.keys(COLUMNS)) await runner.query(`ALTER TABLE snp_connections DROP COLUMN ${column}`);
  }
}
