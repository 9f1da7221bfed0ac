// Drawn from a thousand times a second and device; where globals are looked up in a sandbox, as in tests, that is what costs.
const { floor, imul } = Math;

/** A small repeatable source of chance (mulberry32): the same seed gives the same sequence on every machine. */
export class Random {
  private state: number;

  constructor(seed: string) {
    this.state = hash(seed);
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + floor((high - low + 1) * this.next());
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[floor(choices.length * this.next())];
  }

  /** Around 0, nearly always within ±3: a cheap bell curve. */
  bell(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * 1.73;
  }
}

/** FNV-1a with a final mix, so that neighbouring seeds are far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = imul(value ^ text.charCodeAt(at), 0x01000193);
  value = imul(value ^ (value >>> 16), 0x85ebca6b);
  return value ^ (value >>> 13);
}
