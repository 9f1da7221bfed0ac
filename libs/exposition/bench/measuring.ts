/** One row of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly what: string;
  readonly against: string;
  readonly ratio: number;
  /** The result as text, where it is not a ratio. */
  readonly measured?: string;
  readonly target: string;
  readonly ok: boolean;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Duration of a piece of work, in milliseconds. */
export async function time(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Lets garbage that others made be collected before something is measured. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

/** Runs two pieces of work alternately, so that load on the machine affects both alike. @returns the median time of each, in milliseconds */
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
