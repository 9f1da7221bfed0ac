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

  equals(other: Page): boolean {
    return (
      this.length === other.length &&
      areEqual(this.labels, other.labels) &&
      areEqual(this.offsets, other.offsets) &&
      areEqual(this.values, other.values)
    );
  }
}

/** @param left as long as `right` */
function areEqual<T>(left: ArrayLike<T>, right: ArrayLike<T>): boolean {
  for (let i = 0; i < left.length; i++) {
    if (left[i] !== right[i]) return false;
  }
  return true;
}
