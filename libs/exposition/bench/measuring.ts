/** One row of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly what: string;
  readonly against: string;
  readonly ratio: number;
  /** The ratio in words, where it is none. */
  readonly measured?: string;
  readonly target: string;
  readonly ok: boolean;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** What a piece of work takes, in milliseconds. */
export async function time(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Lets garbage that others made be collected before something is measured. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

/** Two works by turns, so that both meet the same weather; the medians of what each took, in milliseconds. */
export async function compare(
  { runs, warmUps }: { runs: number; warmUps: number },
  one: (run: number) => Promise<number>,
  other: (run: number) => Promise<number>,
): Promise<[one: number, other: number]> {
  const took: [number[], number[]] = [[], []];
  for (let run = 0; run < warmUps + runs; run++) {
    const times = [await one(run), await other(run)];
    if (run >= warmUps) times.forEach((each, i) => took[i].push(each));
  }
  return [median(took[0]), median(took[1])];
}
