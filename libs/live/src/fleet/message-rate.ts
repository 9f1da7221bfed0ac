const WINDOW_SECONDS = 5;

/** Messages per second over the last few seconds, from a count that is sampled once a second. */
export class MessageRate {
  private readonly samples: { at: number; count: number }[] = [];

  /** Messages per second, to one decimal. */
  get perSecond(): number {
    const first = this.samples[0];
    const last = this.samples[this.samples.length - 1];
    if (first === undefined || last === undefined || last.at <= first.at) return 0;
    return Math.round((10_000 * (last.count - first.count)) / (last.at - first.at)) / 10;
  }

  /** @param at monotonic ms */
  record(at: number, count: number): void {
    const last = this.samples[this.samples.length - 1];
    if (last !== undefined && (count < last.count || at <= last.at)) this.clear();
    this.samples.push({ at, count });
    if (this.samples.length > WINDOW_SECONDS + 1) this.samples.shift();
  }

  clear(): void {
    this.samples.length = 0;
  }
}
