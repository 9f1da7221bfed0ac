import {
  counter,
  index,
  isConfiguredAddress,
  isObject,
  protectionState,
  RECEIVER_TABLES,
  type JsonObject,
  type ReceiverEssence,
  type ReceiverTable,
} from '@snp/protocol';
import { MAX_ROWS } from '../sections/values';

/** What identifies a receiver. */
export interface ReceiverName {
  readonly essence: ReceiverEssence;
  readonly index: number;
}

interface Losses {
  readonly missing: number;
  /** When `missing` was read, monotonic ms. */
  readonly at: number;
  /** Missing packets per second between the last two statuses. */
  readonly perSecond: number | null;
  /** When `missing` last rose, monotonic ms; {@link NEVER} if it did not. */
  readonly roseAt: number;
}

/** What the rows of one status say, by the number of the receiver. */
interface Found {
  readonly configured: Set<number>;
  readonly unprotected: Set<number>;
  readonly losses: Map<number, Losses>;
}

/** Before every time that the monotonic clock shows. */
const NEVER = -Infinity;

/** A counter that was not sent for this long has not risen, since devices send what changes. */
const RATE_LASTS_MS = 10_000;

const TABLES: ReadonlyMap<string, ReceiverTable> = new Map(RECEIVER_TABLES.map((table) => [table.type, table]));

/** Watches the protection and the missing packets of the receivers that have a source. */
export class ReceiverWatch {
  private readonly unprotectedByEssence = new Map<ReceiverEssence, ReceiverName[]>();
  private readonly losses = new Map<ReceiverEssence, Map<number, Losses>>();
  private readonly counts = new Map<ReceiverEssence, number>();
  private lastRise = NEVER;

  /** Reads a status; false where it is not about receivers. */
  read(type: string, body: JsonObject, at: number): boolean {
    const table = TABLES.get(type);
    if (table === undefined) return false;
    const rows = body[table.rows];
    this.readRows(table, Array.isArray(rows) ? rows : [], at);
    return true;
  }

  clear(): void {
    this.unprotectedByEssence.clear();
    this.losses.clear();
    this.counts.clear();
    this.lastRise = NEVER;
  }

  /** How many receivers have a source; null where no receivers are subscribed. */
  get count(): number | null {
    if (this.counts.size === 0) return null;
    let total = 0;
    for (const count of this.counts.values()) total += count;
    return total;
  }

  /** Receivers with two sources and no protection. */
  unprotected(): ReceiverName[] {
    return [...this.unprotectedByEssence.values()].flat();
  }

  /** Receivers whose count of missing packets rose after `since` (monotonic ms). */
  losingSince(since: number): ReceiverName[] {
    if (this.lastRise < since) return [];
    return [...this.losses].flatMap(([essence, rows]) =>
      [...rows].flatMap(([index, { roseAt }]) => (roseAt >= since ? [{ essence, index }] : [])),
    );
  }

  /** Missing packets per second; null until two statuses were read. */
  lossRate(essence: ReceiverEssence, index: number, now: number): number | null {
    const row = this.losses.get(essence)?.get(index);
    if (row === undefined || row.perSecond === null) return null;
    return now - row.at > RATE_LASTS_MS ? 0 : row.perSecond;
  }

  private readRows(table: ReceiverTable, rows: readonly unknown[], at: number): void {
    const { essence } = table;
    const found: Found = { configured: new Set(), unprotected: new Set(), losses: new Map() };
    const before = this.losses.get(essence);
    for (let place = 0; place < rows.length && place < MAX_ROWS; place++) {
      const row = rows[place];
      if (isObject(row)) this.readRow(table, row, before, found, at);
    }
    this.losses.set(essence, found.losses);
    this.counts.set(essence, found.configured.size);
    const names = [...found.unprotected].map((index) => ({ essence, index }));
    this.unprotectedByEssence.set(essence, names);
  }

  private readRow(
    table: ReceiverTable,
    row: JsonObject,
    before: ReadonlyMap<number, Losses> | undefined,
    found: Found,
    at: number,
  ): void {
    const hasPrimary = isConfiguredAddress(row[table.primaryAddress]);
    const hasSecondary = isConfiguredAddress(row[table.secondaryAddress]);
    const number = hasPrimary || hasSecondary ? index(row.idx) : undefined;
    if (number === undefined) return;
    found.configured.add(number);
    const isBare = hasPrimary && hasSecondary && protectionState(row[table.protection]) === 'not_present';
    // Of two rows with the same number the last one counts.
    if (isBare) found.unprotected.add(number);
    else found.unprotected.delete(number);
    const missing = counter(row[table.missingPackets]);
    if (missing !== undefined) found.losses.set(number, this.lossesOf(missing, before?.get(number), at));
  }

  private lossesOf(missing: number, before: Losses | undefined, at: number): Losses {
    if (before === undefined || missing < before.missing) return { missing, at, perSecond: null, roseAt: NEVER };
    const more = missing - before.missing;
    if (more > 0) this.lastRise = at;
    const seconds = (at - before.at) / 1000;
    return {
      missing,
      at,
      perSecond: seconds > 0 ? more / seconds : before.perSecond,
      roseAt: more > 0 ? at : before.roseAt,
    };
  }
}
