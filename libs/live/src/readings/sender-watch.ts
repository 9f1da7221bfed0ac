import {
  index,
  isObject,
  isResolved,
  SENDER_TABLES,
  type JsonObject,
  type SenderEssence,
  type SenderTable,
} from '@snp/protocol';
import { MAX_ROWS } from '../sections/values';

/** Remembers which senders of one device had a destination in this session; the others are not in use. */
export class SenderWatch {
  private readonly resolved = new Map<SenderEssence, Set<number>>();

  /** Reads a status; does nothing where it is not about senders. */
  read(type: string, body: JsonObject): void {
    for (const table of SENDER_TABLES) {
      if (table.type !== type) continue;
      const rows = body[table.rows];
      if (Array.isArray(rows)) this.readRows(table, rows);
    }
  }

  clear(): void {
    this.resolved.clear();
  }

  /** Whether a sender has, or had, a destination. */
  isInUse(essence: SenderEssence, number: number): boolean {
    return this.resolved.get(essence)?.has(number) ?? false;
  }

  private readRows(table: SenderTable, rows: readonly unknown[]): void {
    const resolved = this.resolved.get(table.essence) ?? new Set();
    this.resolved.set(table.essence, resolved);
    const { primaryMac, secondaryMac } = table;
    for (let place = 0; place < rows.length && place < MAX_ROWS; place++) {
      const row = rows[place];
      if (!isObject(row) || (isResolved(row[primaryMac]) !== 1 && isResolved(row[secondaryMac]) !== 1)) continue;
      const number = index(row.idx);
      if (number !== undefined && resolved.size < MAX_ROWS) resolved.add(number);
    }
  }
}
