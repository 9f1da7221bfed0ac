/** Endings of the samples of a family, by its type; a family of another type has samples of its own name only. */
const STRIPPED: Readonly<Record<string, string>> = { counter: '_total', info: '_info' };

/** What is needed to know of a family. */
export interface Named {
  readonly name: string;
  readonly type: string;
}

/**
 * The names that a scrape chooses with `name[]`, as the client library of Python has it: a name of a sample chooses that
 * sample, the name of a family all of its samples.
 */
export class ChosenNames {
  /** For comparing questions. */
  readonly key: string;
  private readonly names: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.names = new Set(names);
    this.key = [...this.names].sort().join(' ');
  }

  /**
   * Whether all of a family is chosen. It may be called what it is called in OpenMetrics: a counter without `_total`.
   * @param isTaken whether another family has a name; that family is meant then
   */
  includesFamily({ name, type }: Named, isTaken: (name: string) => boolean): boolean {
    if (this.names.has(name)) return true;
    const ending = STRIPPED[type];
    if (ending === undefined || !name.endsWith(ending)) return false;
    const stem = name.slice(0, -ending.length);
    return this.names.has(stem) && !isTaken(stem);
  }

  includesSample(name: string): boolean {
    return this.names.has(name);
  }
}
