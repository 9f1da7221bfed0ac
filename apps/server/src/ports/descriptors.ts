import { readdirSync, readFileSync } from 'node:fs';

/** What the system says of this process' file descriptors. */
export interface DescriptorSource {
  /** How many there may be; undefined where the system does not say. */
  limit(): number | undefined;
  /** How many are open. @throws when none is left to look with */
  count(): number;
}

/** Linux. Node.js raises the soft limit to the hard one at its start. */
const PROC: DescriptorSource = {
  limit: () => {
    try {
      return limitIn(readFileSync('/proc/self/limits', 'utf8'));
    } catch {
      return undefined; // no /proc
    }
  },
  // The folder is open itself while it is read.
  count: () => readdirSync('/proc/self/fd').length - 1,
};

/** @param limits what is in `/proc/self/limits` */
function limitIn(limits: string): number | undefined {
  const limit = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
  return limit === undefined ? undefined : Number(limit);
}

/** The system is asked at most this often, in milliseconds. */
const COUNT_MS = 100;

/** The file descriptors of this process: how many there may be, and how many are open. */
export class Descriptors {
  /** Undefined: not known, and so never short. */
  readonly limit: number | undefined;
  private counted = 0;
  private countedAt = -Infinity;

  constructor(
    private readonly source: DescriptorSource = PROC,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.limit = source.limit();
  }

  /** Open now: counted a moment ago, and what has been noted since. */
  get open(): number {
    if (this.limit === undefined) return 0;
    if (this.now() - this.countedAt < COUNT_MS) return this.counted;
    this.countedAt = this.now();
    try {
      this.counted = this.source.count();
    } catch {
      this.counted = this.limit;
    }
    return this.counted;
  }

  /** Infinite where the limit is not known. */
  get free(): number {
    return this.limit === undefined ? Infinity : this.limit - this.open;
  }

  /** @param change of their number since they were counted */
  note(change: number): void {
    this.counted += change;
  }
}
