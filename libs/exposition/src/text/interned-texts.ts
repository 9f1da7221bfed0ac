import { compact } from './compact';

/**
 * Gives equal texts one string, so that the labels of a thousand devices of a kind are kept once.
 *
 * Bounded without counting references: texts that were not asked for during a whole generation are forgotten. Forgetting
 * costs memory at the most, since a text that comes back is merely a second copy.
 */
export class InternedTexts {
  private young = new Map<string, string>();
  private old = new Map<string, string>();

  /** @param generation texts that are remembered before the older half is forgotten */
  constructor(private readonly generation: number) {}

  /** The string to use for this text. */
  of(text: string): string {
    const known = this.young.get(text);
    if (known !== undefined) return known;
    const interned = this.old.get(text) ?? compact(text);
    if (this.young.size >= this.generation) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(interned, interned);
    return interned;
  }
}
