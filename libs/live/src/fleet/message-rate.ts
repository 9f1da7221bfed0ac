const WINDOW_SECONDS = 5;

/** Messages per second over the last seconds, from a count that is looked at once a second. */
export class MessageRate {
  private readonly looks: { at: number; count: number }[] = [];

  /** Messages per second, to one decimal. */
  get perSecond(): number {
    const first = this.looks[0];
    const last = this.looks[this.looks.length - 1];
    if (first === undefined || last === undefined || last.at <= first.at) return 0;
    return Math.round((10_000 * (last.count - first.count)) / (last.at - first.at)) / 10;
  }

  /** @param at ms */
  look(at: number, count: number): void {
    const last = this.looks[this.looks.length - 1];
    if (last !== undefined && (count < last.count || at <= last.at)) this.clear();
    this.looks.push({ at, count });
    if (this.looks.length > WINDOW_SECONDS + 1) this.looks.shift();
  }

  clear(): void {
    this.looks.length = 0;
  }
}
