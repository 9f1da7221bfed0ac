import {
  index,
  isBandwidthOk,
  isObject,
  isResolved,
  SENDER_TABLES,
  type JsonObject,
  type SenderEssence,
  type SenderTable,
} from '@snp/protocol';
import { MAX_ROWS } from '../sections/values';

/** What identifies a sender. */
export interface SenderName {
  readonly essence: SenderEssence;
  readonly index: number;
}

/**
 * Remembers which senders of one device had a destination in this session (the others are not in use), and which of
 * them the device has switched off because bandwidth is short.
 */
export class SenderWatch {
  private readonly resolved = new Map<SenderEssence, Set<number>>();
  private readonly off = new Map<SenderEssence, ReadonlySet<number>>();

  /** Reads a status; false where it is not about senders. */
  read(type: string, body: JsonObject): boolean {
    let isOfSenders = false;
    for (const table of SENDER_TABLES) {
      if (table.type !== type) continue;
      isOfSenders = true;
      const rows = body[table.rows];
      this.readRows(table, Array.isArray(rows) ? rows : []);
    }
    return isOfSenders;
  }

  clear(): void {
    this.resolved.clear();
    this.off.clear();
  }

  /** Senders in use that the device has switched off because bandwidth is short. */
  switchedOff(): SenderName[] {
    return [...this.off].flatMap(([essence, numbers]) => [...numbers].map((index) => ({ essence, index })));
  }

  /** Whether a sender has, or had, a destination. */
  isInUse(essence: SenderEssence, number: number): boolean {
    return this.resolved.get(essence)?.has(number) ?? false;
  }

  private readRows(table: SenderTable, rows: readonly unknown[]): void {
    const resolved = this.resolved.get(table.essence) ?? new Set();
    this.resolved.set(table.essence, resolved);
    const off = new Set<number>();
    for (let place = 0; place < rows.length && place < MAX_ROWS; place++) {
      const row: unknown = rows[place];
      if (isObject(row)) readRow(table, row, resolved, off);
    }
    this.off.set(table.essence, off);
  }
}

function readRow(table: SenderTable, row: JsonObject, resolved: Set<number>, off: Set<number>): void {
  const hasDestination = isResolved(row[table.primaryMac]) === 1 || isResolved(row[table.secondaryMac]) === 1;
  const isOff = table.bandwidth !== undefined && isBandwidthOk(row[table.bandwidth]) === 0;
  if (!hasDestination && !isOff && off.size === 0) return;
  const number = index(row.idx);
  if (number === undefined) return;
  if (hasDestination && resolved.size < MAX_ROWS) resolved.add(number);
  // Of two rows with the same number the last one counts.
  if (isOff && resolved.has(number)) off.add(number);
  else off.delete(number);
}
