import type { MigrationInterface, QueryRunner } from 'typeorm';

const REQUIRED = ['id', 'name', 'restapi', 'websocket', 'username', 'password', 'objects_ids'];
const OPTIONAL = { enabled: 'INTEGER DEFAULT 1', created_at: 'TIMESTAMP', updated_at: 'TIMESTAMP' };

/** The tables as the earlier exporter makes them, so that its files are taken over in place and can go back to it. */
export class AdoptConnections1770000000000 implements MigrationInterface {
  readonly name = 'AdoptConnections1770000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS snp_connections (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT UNIQUE NOT NULL,
        restapi TEXT NOT NULL,
        websocket TEXT NOT NULL,
        username TEXT NOT NULL,
        password TEXT NOT NULL,
        objects_ids TEXT NOT NULL,
        enabled INTEGER DEFAULT 1,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
        updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
      )`);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS connection_status (
        connection_id INTEGER PRIMARY KEY,
        status TEXT NOT NULL,
        last_update TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
        FOREIGN KEY (connection_id) REFERENCES snp_connections(id) ON DELETE CASCADE
      )`);
    await complete(runner);
  }

  async down(): Promise<void> {
    // The tables are the earlier exporter's own: they stay.
  }
}

async function complete(runner: QueryRunner): Promise<void> {
  const columns = await columnsOf(runner, 'snp_connections');
  const missing = REQUIRED.filter((column) => !columns.has(column));
  if (missing.length > 0) {
    throw new Error(
      `table snp_connections has no column ${missing.join(', ')}: this is not a database of the exporter`,
    );
  }
  for (const [column, type] of Object.entries(OPTIONAL)) {
    if (!columns.has(column)) await runner.query(`ALTER TABLE snp_connections ADD COLUMN ${column} ${type}`);
  }
}

export async function columnsOf(runner: QueryRunner, table: string): Promise<Set<string>> {
  const columns = (await runner.query(`PRAGMA table_info(${table})`)) as { name: string }[];
  return new Set(columns.map(({ name }) => name.toLowerCase()));
}
