/**
 * The series of one target at one instant, sorted by family: those of family `f` have the slots from `offsets[f]` to
 * `offsets[f + 1]`.
 *
 * A snapshot takes pages by reference. `offsets` and `labels` never change; `values` do, until a snapshot has taken the page:
 * from then on the target writes to a copy.
 */
export class Page {
  /** A snapshot holds this page: its values must not change any more. */
  isShared = false;

  constructor(
    readonly offsets: Uint32Array,
    readonly labels: readonly string[],
    readonly values: Float64Array,
  ) {}

  static empty(familyCount: number): Page {
    return new Page(new Uint32Array(familyCount + 1), [], new Float64Array(0));
  }

  get length(): number {
    return this.labels.length;
  }

  /** A page with the same series, whose values may change. */
  copy(): Page {
    return new Page(this.offsets, this.labels, this.values.slice());
  }

  /** Whether the series of the families from one to before another are the same; by default of all. */
  equals(other: Page, from = 0, to = this.offsets.length - 1): boolean {
    if (this === other) return true;
    const shift = other.offsets[from] - this.offsets[from];
    for (let family = from; family <= to; family++) {
      if (other.offsets[family] - this.offsets[family] !== shift) return false;
    }
    const { labels, values } = other;
    for (let slot = this.offsets[from]; slot < this.offsets[to]; slot++) {
      if (this.values[slot] !== values[slot + shift] || this.labels[slot] !== labels[slot + shift]) return false;
    }
    return true;
  }
}
