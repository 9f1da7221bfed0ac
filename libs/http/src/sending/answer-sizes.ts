/** Sizes of answers to so many questions are remembered. */
const MOST_SIZES = 100;

/** How long the last answers to some questions were. */
export class AnswerSizes {
  private readonly sizes = new Map<string, number>();

  /** In bytes; undefined where it is not known. */
  of(key: string): number | undefined {
    return this.sizes.get(key);
  }

  note(key: string, bytes: number): void {
    this.sizes.delete(key);
    this.sizes.set(key, bytes);
    const [oldest] = this.sizes.keys();
    if (this.sizes.size > MOST_SIZES) this.sizes.delete(oldest);
  }
}
