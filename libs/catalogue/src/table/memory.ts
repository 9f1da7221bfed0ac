import type { Place } from './place';

/** The label text of one row of facts, and the raw values that it was made of. */
export interface FactMemory {
  key: number;
  readonly raws: unknown[];
  /** Undefined where the facts give no series. */
  labels: string | undefined;
}

/** What is remembered of one object of one device for as long as its session lasts. */
export class ObjectMemory {
  /** By the number of the reading, then by the position of the row. */
  readonly facts: FactMemory[][] = [];
  private epoch = 0;
  private readonly keysSeen = new Map<Place, Set<number>>();

  constructor(
    /** The name of the object in the series store. */
    readonly source: string,
  ) {}

  /** Forgets facts whose keys are of another epoch of names. */
  enter(epoch: number): void {
    if (epoch === this.epoch) return;
    this.epoch = epoch;
    this.facts.length = 0;
  }

  /** The keys of a place that something has been true of. */
  seen(place: Place): Set<number> {
    const known = this.keysSeen.get(place);
    if (known !== undefined) return known;
    const seen = new Set<number>();
    this.keysSeen.set(place, seen);
    return seen;
  }
}
