import type { ChannelNames } from '@snp/protocol';

/**
 * What the facts of a reader were when they were last read, row by row in one array: the key of the row, its label text
 * (undefined where the facts give no series) and the raw fields that it was made of.
 */
export type FactMemory = unknown[];

/** Identifies a row for the whole session: its index, or its name. */
export type RowKey = number | string;

/** A device has some hundred rows of a kind; one that keeps sending new ones must not fill the memory. */
const MOST_REMEMBERED_ROWS = 4096;

/** What is remembered of one object of one device for as long as its session lasts. */
export class ObjectMemory {
  /** By the number of the reader. */
  readonly facts: (FactMemory | undefined)[];
  private epoch = 0;
  private namesVersion: number;
  private everTrue: Map<object, Set<RowKey>> | undefined;

  constructor(
    /** The name of the object in the series store. */
    readonly source: string,
    /** How many readers remember facts of it. */
    factReaders: number,
    /** What the rows are called, where facts tell it. */
    readonly names?: ChannelNames,
  ) {
    this.namesVersion = names?.version ?? 0;
    this.facts = new Array<FactMemory | undefined>(factReaders).fill(undefined);
  }

  /** Whether rows may be called something else since the object was written. */
  get isRenamed(): boolean {
    return this.names !== undefined && this.names.version !== this.namesVersion;
  }

  /** Forgets facts whose keys are of another epoch of ordinals, and those of rows that may be called something else. */
  enter(epoch: number): void {
    if (epoch === this.epoch && !this.isRenamed) return;
    this.epoch = epoch;
    this.namesVersion = this.names?.version ?? 0;
    this.facts.fill(undefined);
  }

  /**
   * Whether something is true of a row, or was before in this session.
   * @param what identifies the condition
   */
  once(what: object, row: RowKey, isTrueNow: boolean): boolean {
    const rows = this.everTrue?.get(what);
    if (!isTrueNow) return rows?.has(row) ?? false;
    if (rows === undefined) (this.everTrue ??= new Map()).set(what, new Set([row]));
    else if (rows.size < MOST_REMEMBERED_ROWS) rows.add(row);
    return true;
  }
}
