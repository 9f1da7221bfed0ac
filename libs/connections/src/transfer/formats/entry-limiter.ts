import { FileRefused, tooDeep, tooLargeEntry, type FileLimits } from './file-entry';

/** How often one entry may repeat a list or an object by YAML's aliases. */
const MAX_REPETITIONS = 1_000;

/** Measures the entries of a file and refuses what is too large, too deep or made to break programs. */
export class EntryLimiter {
  private totalSize = 0;

  constructor(private readonly limits: FileLimits) {}

  /**
   * @param depth how deep the value stands in the file
   * @returns the size of the value, in characters, with everything that it refers to
   * @throws FileRefused
   */
  measure(value: unknown, depth: number): number {
    const size = new Measurement(this.limits).sizeOf(value, depth);
    this.totalSize += size;
    if (this.totalSize > this.limits.totalSize) throw tooManyReferences();
    return size;
  }
}

class Measurement {
  private readonly seen = new Set<object>();
  private repetitions = 0;
  private size = 0;

  constructor(private readonly limits: FileLimits) {}

  sizeOf(value: unknown, depth: number): number {
    this.add(value, depth);
    return this.size;
  }

  private add(value: unknown, depth: number): void {
    this.grow(typeof value === 'string' ? value.length : 1);
    if (typeof value !== 'object' || value === null) return;
    if (depth >= this.limits.nesting) throw tooDeep(this.limits);
    if (this.seen.has(value) && ++this.repetitions > MAX_REPETITIONS) throw tooManyReferences();
    this.seen.add(value);
    if (Array.isArray(value)) for (const item of value) this.add(item, depth + 1);
    else for (const key of Object.keys(value)) this.addField(key, (value as Record<string, unknown>)[key], depth);
  }

  private addField(key: string, value: unknown, depth: number): void {
    if (key === '__proto__') throw new FileRefused('unreadable', 'The file contains the key __proto__.');
    this.grow(key.length);
    this.add(value, depth + 1);
  }

  private grow(by: number): void {
    this.size += by;
    if (this.size > this.limits.entrySize) throw tooLargeEntry(this.limits);
  }
}

function tooManyReferences(): FileRefused {
  return new FileRefused('unreadable', 'The file uses too many YAML aliases.');
}
