export interface ModelSample {
  readonly family: number;
  readonly labels: string;
  readonly value: number;
}

/** A series by its family and labels. */
const keyOf = ({ family, labels }: ModelSample): string => `${family} ${labels}`;

/** The series of one target, kept in the plainest way that there is. */
export class ModelTarget {
  private readonly sources = new Map<string, Map<string, ModelSample>>();
  droppedTotal = 0;

  constructor(
    public name: string,
    private readonly limit: number,
  ) {}

  write(source: string, samples: readonly ModelSample[]): number {
    const old = this.sources.get(source) ?? new Map<string, ModelSample>();
    const written = new Map<string, ModelSample>();
    for (const sample of samples.filter(({ value }) => Number.isFinite(value))) {
      written.delete(keyOf(sample)); // so that a repeated series stands where it came last
      written.set(keyOf(sample), sample);
    }
    const isKnown = (key: string) => old.has(key) || this.others(source).some((series) => series.has(key));
    const known = [...written.keys()].filter(isKnown);
    const fresh = [...written.keys()].filter((key) => !isKnown(key));
    for (const series of this.others(source)) known.forEach((key) => series.delete(key));
    const kept = this.others(source).reduce((count, series) => count + series.size, 0);
    for (const key of fresh.slice(Math.max(0, this.limit - kept - known.length))) {
      written.delete(key);
      this.droppedTotal++;
    }
    this.sources.set(source, written);
    return written.size;
  }

  dropExcept(keep: (source: string) => boolean): void {
    for (const source of [...this.sources.keys()]) if (!keep(source)) this.sources.delete(source);
  }

  seriesCount(source: string): number {
    return this.sources.get(source)?.size ?? 0;
  }

  series(): ModelSample[] {
    return [...this.sources.values()].flatMap((series) => [...series.values()]);
  }

  private others(source: string): Map<string, ModelSample>[] {
    return [...this.sources].filter(([name]) => name !== source).map(([, series]) => series);
  }
}
