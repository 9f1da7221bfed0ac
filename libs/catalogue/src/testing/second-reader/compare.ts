import { seriesName, type Labels } from './reading/expectation';

/** What is not the same in the product and in the second reader. */
export interface Differences {
  /** Series that the product lacks. */
  readonly missing: readonly string[];
  /** Series that it should not have. */
  readonly extra: readonly string[];
  /** `name: expected, got` */
  readonly different: readonly string[];
}

export const NO_DIFFERENCES: Differences = { missing: [], extra: [], different: [] };

/** One series of the product. */
export interface ProductSeries {
  readonly family: { readonly name: string };
  readonly labels: Labels;
  readonly value: number;
}

/** Values may differ by the rounding of a double. */
const TOLERANCE = 1e-9;

/** Compares series by series; sorted, so that a family's are together. */
export function compare(expected: ReadonlyMap<string, number>, product: Iterable<ProductSeries>): Differences {
  const got = new Map(Array.from(product, ({ family, labels, value }) => [seriesName(family.name, labels), value]));
  const different: string[] = [];
  for (const [name, value] of expected) {
    const found = got.get(name);
    if (found !== undefined && !isSame(value, found)) different.push(`${name}: expected ${value}, got ${found}`);
  }
  return {
    missing: [...expected.keys()].filter((name) => !got.has(name)).sort(),
    extra: [...got.keys()].filter((name) => !expected.has(name)).sort(),
    different: different.sort(),
  };
}

function isSame(expected: number, got: number): boolean {
  return Math.abs(expected - got) <= TOLERANCE * Math.max(1e-300, Math.abs(expected));
}
