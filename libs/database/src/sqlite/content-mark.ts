import { randomInt } from 'node:crypto';
import { stat } from 'node:fs/promises';
import sqlite3 from 'sqlite3';
import type { DataSource } from 'typeorm';

/** SQLite's place for a number of the program that a file belongs to, in its header. */
const PLACE = 'PRAGMA application_id';

const MAX_MARK = 0x7fff_ffff;

/**
 * Notices that another program has overwritten the file where it is, as `cp` does: SQLite would go on with the pages
 * that it remembers, and mix both. Each change leaves a mark in the file; writes of other programs that go through
 * SQLite keep it, or are known to SQLite.
 *
 * To be used between writes only.
 */
export class ContentMark {
  private mark = 0;
  private lastSeen = '';
  private lastVersion = 0;

  constructor(
    private readonly source: DataSource,
    private readonly path: string,
  ) {}

  /** Marks a change, as the last statement of its transaction. @returns what to call when it is committed */
  async stamp(query: (sql: string) => Promise<unknown>): Promise<() => void> {
    const mark = randomInt(1, MAX_MARK);
    await query(`${PLACE} = ${mark}`);
    return () => (this.mark = mark);
  }

  /** Remembers the file as it is now: all changes are in it. */
  async remember(): Promise<void> {
    this.mark = await this.numberOf(PLACE);
    this.lastVersion = await this.numberOf('PRAGMA data_version');
    this.lastSeen = await this.seen();
  }

  /** Whether the file is not what was remembered, and not by a change that SQLite knows of. Never rejects. */
  async isOverwritten(): Promise<boolean> {
    try {
      return await this.hasOtherContent();
    } catch {
      // It cannot be told now; if that lasts, reads and writes fail too, and say why.
      return false;
    }
  }

  private async hasOtherContent(): Promise<boolean> {
    const seen = await this.seen();
    if (seen === this.lastSeen || seen === '') return false;
    if ((await this.numberOf('PRAGMA data_version')) === this.lastVersion) {
      const mark = await this.markInFile();
      if (mark === undefined) return false;
      if (mark !== this.mark) return true;
    }
    await this.remember();
    return false;
  }

  private async seen(): Promise<string> {
    try {
      const { mtimeNs, size } = await stat(this.path, { bigint: true });
      return `${mtimeNs}:${size}`;
    } catch {
      // Away: unlike anything that is seen later.
      return '';
    }
  }

  private async numberOf(pragma: string): Promise<number> {
    const [row] = await this.source.query<Record<string, number>[]>(pragma);
    return Object.values(row ?? {})[0] ?? 0;
  }

  /** Through a connection that remembers nothing: -1 if it is no database any more, undefined if it cannot be read now. */
  private markInFile(): Promise<number | undefined> {
    return new Promise((resolve) => {
      const file = new sqlite3.Database(this.path, sqlite3.OPEN_READONLY, (cannotOpen) => {
        if (cannotOpen) return resolve(undefined);
        file.get<{ application_id: number }>(PLACE, (error, row) => {
          file.close(() => resolve(error === null ? row?.application_id : isSpoilt(error) ? -1 : undefined));
        });
      });
    });
  }
}

function isSpoilt(error: Error): boolean {
  return /SQLITE_(NOTADB|CORRUPT)/.test(error.message);
}
