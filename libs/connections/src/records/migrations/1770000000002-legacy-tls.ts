import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsOf } from './1770000000000-adopt-connections';

/** Whether a device may use TLS that is no longer secure. Its default lets the earlier exporter go on inserting rows. */
export class LegacyTls1770000000002 implements MigrationInterface {
  readonly name = 'LegacyTls1770000000002';

  async up(runner: QueryRunner): Promise<void> {
    const columns = await columnsOf(runner, 'snp_connections');
    if (columns.has('legacy_tls')) return;
    await runner.query('ALTER TABLE snp_connections ADD COLUMN legacy_tls INTEGER NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE snp_connections DROP COLUMN legacy_tls');
  }
}
