import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { openSqlite } from '../sqlite/open-sqlite';
import type { SqliteDatabase } from '../sqlite/sqlite-database';

/** A room of the tests. */
@Entity('notes')
export class NoteEntity {
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'text', unique: true })
  text!: string;
}

class CreateNotes1700000000000 implements MigrationInterface {
  readonly name = 'CreateNotes1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTES_SCHEMA);
    await runner.query('ALTER TABLE notes ADD COLUMN author TEXT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notes');
  }
}

/** The table as it was before there were migrations. */
export const NOTES_SCHEMA = 'CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, text TEXT UNIQUE NOT NULL);';

/** A database with one table of notes. */
export function openNotes(path: string): Promise<SqliteDatabase> {
  return openSqlite({
    path,
    entities: [NoteEntity],
    migrations: [CreateNotes1700000000000],
    legacyTables: ['notes'],
    busyTimeoutMs: 50,
    checkpointDelayMs: 50,
  });
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'snp-database-'));
}
