/**
 * What the facts of a reader were when they were last read, row by row in one array: the key of the row, its label text
 * (undefined where the facts give no series) and the raw fields that it was made of.
 */
export type FactMemory = unknown[];

const NO_KEYS: ReadonlySet<number> = new Set();

/** What is remembered of one object of one device for as long as its session lasts. */
export class ObjectMemory {
  /** By the number of the reader. */
  readonly facts: (FactMemory | undefined)[];
  private epoch = 0;
  private keysSeen: Map<object, Set<number>> | undefined;

  constructor(
    /** The name of the object in the series store. */
    readonly source: string,
    /** How many readers remember facts of it. */
    factReaders: number,
  ) {
    this.facts = new Array<FactMemory | undefined>(factReaders).fill(undefined);
  }

  /** Forgets facts whose keys are of another epoch of names. */
  enter(epoch: number): void {
    if (epoch === this.epoch) return;
    this.epoch = epoch;
    this.facts.fill(undefined);
  }

  /** The keys of a place that something has been true of. */
  seen(place: object): ReadonlySet<number> {
    return this.keysSeen?.get(place) ?? NO_KEYS;
  }

  /** Something has been true of a key of a place. */
  see(place: object, key: number): void {
    this.keysSeen ??= new Map();
    const seen = this.keysSeen.get(place) ?? new Set();
    this.keysSeen.set(place, seen.add(key));
  }
}
