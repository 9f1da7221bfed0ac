import { Injectable } from '@nestjs/common';
import { Database } from '@snp/database';
import { stat } from 'node:fs/promises';

/** The state of the database file. */
@Injectable()
export class DatabaseState {
  constructor(private readonly database: Database) {}

  get path(): string {
    return this.database.path;
  }

  /** Size of the file and its write-ahead log in bytes; null where the file cannot be seen. */
  async size(): Promise<number | null> {
    const [file, log] = await Promise.all([sizeOf(this.path), sizeOf(`${this.path}-wal`)]);
    return file === null ? null : file + (log ?? 0);
  }

  /** How SQLite keeps its journal; null where it does not answer. */
  async journalMode(): Promise<string | null> {
    try {
      const rows = await this.database.read((manager) =>
        manager.query<{ journal_mode: string }[]>('PRAGMA journal_mode'),
      );
      return rows[0]?.journal_mode ?? null;
    } catch {
      // The page that shows this is there to tell that something is wrong.
      return null;
    }
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    // Not there, or not to be seen: there is no size then.
    return null;
  }
}
