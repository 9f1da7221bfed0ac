/** Takes the samples of one source. */
export interface SampleSink {
  /**
   * @param family index in the store's families
   * @param labels the series' `labelText`
   * @param value not finite: there is no series
   */
  sample(family: number, labels: string, value: number): void;
}

/** Samples on their way into a target; one buffer serves all writes of a store, one after the other. */
export class SampleBuffer implements SampleSink {
  readonly families: number[] = [];
  readonly labels: string[] = [];
  readonly values: number[] = [];
  length = 0;
  private isFilling = false;

  constructor(private readonly familyCount: number) {}

  /** Replaces what the buffer holds by the samples that `fill` gives. */
  collect(fill: (sink: SampleSink) => void): void {
    if (this.isFilling) throw new Error('A source cannot be written while another one is being written');
    this.length = 0;
    this.isFilling = true;
    try {
      fill(this);
    } finally {
      this.isFilling = false;
    }
  }

  sample(family: number, labels: string, value: number): void {
    if (!Number.isFinite(value)) return;
    if (!(family >= 0 && family < this.familyCount)) throw new RangeError(`There is no family ${family}`);
    const i = this.length++;
    this.families[i] = family;
    this.labels[i] = labels;
    this.values[i] = value;
  }
}
