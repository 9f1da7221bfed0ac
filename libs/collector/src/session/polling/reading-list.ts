/**
 * What came of a read: `absent`, the device has none; `failed`, this one could not be read; `again`, over another connection;
 * `broken`, there is no use in reading others now.
 */
export type Outcome = 'read' | 'absent' | 'failed' | 'again' | 'broken';

/** After a failure; it doubles with each, up to an hour. */
const RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;

/** The names of a device's configurations that are to be read, and those that could not be. */
export class ReadingList {
  private readonly due = new Set<string>();
  private readonly failed = new Set<string>();
  private wanted: ReadonlySet<string> = new Set();
  private failures = 0;
  private retriesAt = Infinity;

  /** What is to be read next; undefined for nothing. */
  get next(): string | undefined {
    const [name] = this.due;
    return name;
  }

  /** When what failed is tried again, monotonic ms. */
  get retryAt(): number {
    return this.retriesAt;
  }

  isWanted(name: string): boolean {
    return this.wanted.has(name);
  }

  /**
   * These are wanted, and no others; new ones are to be read.
   * @returns those that are no longer wanted
   */
  want(names: ReadonlySet<string>): string[] {
    for (const name of names) if (!this.wanted.has(name)) this.due.add(name);
    const gone = [...this.wanted].filter((name) => !names.has(name));
    for (const name of gone) {
      this.due.delete(name);
      this.failed.delete(name);
    }
    this.wanted = names;
    return gone;
  }

  /** All that is wanted is to be read. */
  addAll(): void {
    this.retriesAt = Infinity;
    this.failed.clear();
    this.wanted.forEach((name) => this.due.add(name));
  }

  /** What failed is to be read. */
  retry(): void {
    this.retriesAt = Infinity;
    this.failed.forEach((name) => this.due.add(name));
    this.failed.clear();
  }

  /** This is read after all others. */
  postpone(name: string): void {
    if (this.due.delete(name)) this.due.add(name);
  }

  /** @param now monotonic ms */
  conclude(name: string, outcome: Outcome, now: number): void {
    if (outcome === 'again') return;
    this.due.delete(name);
    this.failed.delete(name);
    if (outcome === 'broken') {
      // The others are read before it the next time.
      this.due.forEach((each) => this.failed.add(each));
      this.due.clear();
    }
    if ((outcome === 'broken' || outcome === 'failed') && this.wanted.has(name)) this.failed.add(name);
    if (this.due.size > 0) return;
    this.failures = this.failed.size > 0 ? this.failures + 1 : 0;
    this.retriesAt =
      this.failures === 0 ? Infinity : now + Math.min(RETRY_MS * 2 ** (this.failures - 1), LONGEST_RETRY_MS);
  }

  clear(): void {
    this.due.clear();
    this.failed.clear();
    this.wanted = new Set();
    this.failures = 0;
    this.retriesAt = Infinity;
  }
}
