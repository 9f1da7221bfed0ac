import {
  counter,
  index,
  isConfiguredAddress,
  isObject,
  protectionState,
  RECEIVER_TABLES,
  type JsonObject,
  type Leg,
  type ProtectionState,
  type ReceiverEssence,
  type ReceiverTable,
} from '@snp/protocol';
import { MAX_ROWS } from '../sections/values';

/** What identifies a receiver. */
export interface ReceiverName {
  readonly essence: ReceiverEssence;
  readonly index: number;
}

/** A receiver with two sources that gets only one of its legs. */
export interface LostLeg extends ReceiverName {
  readonly leg: Leg;
}

interface Losses {
  readonly missing: number;
  /** How often the receiver has switched; undefined where the device does not say. */
  readonly switches: number | undefined;
  /** When it last switched, monotonic ms; {@link NEVER} if it did not. */
  readonly switchedAt: number;
  /** When `missing` was read, monotonic ms. */
  readonly at: number;
  /** Missing packets per second between the last two statuses. */
  readonly perSecond: number | null;
  /** When `missing` last rose without a switch, monotonic ms; {@link NEVER} if it did not. */
  readonly roseAt: number;
}

/** What the rows of one status say, by the number of the receiver. */
interface Found {
  readonly configured: Set<number>;
  /** What is wrong with the protection of those with two sources. */
  readonly unprotected: Map<number, ProtectionFault>;
  readonly losses: Map<number, Losses>;
}

/** No protection at all, or the leg that is lost. */
type ProtectionFault = 'none' | Leg;

const FAULTS: Readonly<Partial<Record<ProtectionState, ProtectionFault>>> = {
  not_present: 'none',
  primary_only: 'secondary',
  secondary_only: 'primary',
};

/** Before every time that the monotonic clock shows. */
const NEVER = -Infinity;

/** A counter that was not sent for this long has not risen, since devices send what changes. */
const RATE_LASTS_MS = 10_000;

/** How long a rise of missing packets counts, and how long after a switch none does. */
export const LOSS_LASTS_MS = 10_000;

const TABLES: ReadonlyMap<string, ReceiverTable> = new Map(RECEIVER_TABLES.map((table) => [table.type, table]));

/** Watches the protection and the missing packets of the receivers that have a source. */
export class ReceiverWatch {
  private readonly unprotectedByEssence = new Map<ReceiverEssence, ReadonlyMap<number, ProtectionFault>>();
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
    return this.withProtection((fault, name) => (fault === 'none' ? [name] : []));
  }

  /** Receivers with two sources of which one leg does not arrive. */
  lostLegs(): LostLeg[] {
    return this.withProtection((fault, name) => (fault === 'none' ? [] : [{ ...name, leg: fault }]));
  }

  /**
   * Receivers whose count of missing packets rose after `since` (monotonic ms). What is missing at a switch, and for
   * {@link LOSS_LASTS_MS} after it, is no loss.
   */
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

  private withProtection<Found>(read: (fault: ProtectionFault, name: ReceiverName) => Found[]): Found[] {
    return [...this.unprotectedByEssence].flatMap(([essence, faults]) =>
      [...faults].flatMap(([index, fault]) => read(fault, { essence, index })),
    );
  }

  private readRows(table: ReceiverTable, rows: readonly unknown[], at: number): void {
    const { essence } = table;
    const found: Found = { configured: new Set(), unprotected: new Map(), losses: new Map() };
    const before = this.losses.get(essence);
    for (let place = 0; place < rows.length && place < MAX_ROWS; place++) {
      const row = rows[place];
      if (isObject(row)) this.readRow(table, row, before, found, at);
    }
    this.losses.set(essence, found.losses);
    this.counts.set(essence, found.configured.size);
    this.unprotectedByEssence.set(essence, found.unprotected);
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
    const fault = hasPrimary && hasSecondary ? protectionFault(row[table.protection]) : undefined;
    // Of two rows with the same number the last one counts.
    if (fault === undefined) found.unprotected.delete(number);
    else found.unprotected.set(number, fault);
    const missing = counter(row[table.missingPackets]);
    if (missing === undefined) return;
    const earlier = before?.get(number);
    const switches = counter(row[table.switches]) ?? earlier?.switches;
    found.losses.set(number, this.lossesOf(missing, switches, earlier, at));
  }

  private lossesOf(missing: number, switches: number | undefined, before: Losses | undefined, at: number): Losses {
    const switchedAt = hasSwitched(switches, before) ? at : (before?.switchedAt ?? NEVER);
    if (before === undefined || missing < before.missing) {
      return { missing, switches, switchedAt, at, perSecond: null, roseAt: NEVER };
    }
    const more = missing - before.missing;
    const seconds = (at - before.at) / 1000;
    const isSwitching = at - switchedAt <= LOSS_LASTS_MS;
    const isLoss = more > 0 && !isSwitching;
    if (isLoss) this.lastRise = at;
    return {
      missing,
      switches,
      switchedAt,
      at,
      perSecond: seconds > 0 ? more / seconds : before.perSecond,
      roseAt: isLoss ? at : isSwitching ? NEVER : before.roseAt,
    };
  }
}

function hasSwitched(switches: number | undefined, before: Losses | undefined): boolean {
  return switches !== undefined && before?.switches !== undefined && switches !== before.switches;
}

function protectionFault(raw: unknown): ProtectionFault | undefined {
  const state = protectionState(raw);
  return state === undefined ? undefined : FAULTS[state];
}
