import type { Family } from '../family';

/** How a family is named and typed in the metadata of a format. */
export interface Metadata {
  readonly name: string;
  readonly type: 'gauge' | 'counter' | 'info' | 'unknown';
  readonly unit?: string;
}

export function textMetadata({ name, type }: Family): Metadata {
  return { name, type: type === 'counter' ? 'counter' : 'gauge' };
}

/** The metadata of OpenMetrics strips these; the names of the samples keep them. */
const SUFFIXES = { counter: '_total', info: '_info' } as const;

/**
 * The metadata of families in OpenMetrics, by index. No name of a family or of one of its possible samples may be one of
 * another family: where stripping a suffix would make it so, the family stays under its full name, as a gauge or of unknown
 * type.
 */
export function openMetricsMetadata(families: readonly Family[]): Metadata[] {
  const taken = new Set(families.map(({ name }) => name));
  return families.map((family) => {
    const stripped = strip(family, taken);
    if (stripped !== undefined) return stripped;
    const { name, type, unit } = family;
    if (type === 'counter') return { name, type: 'unknown' };
    return { name, type: 'gauge', unit: type === 'gauge' && unit && name.endsWith(`_${unit}`) ? unit : undefined };
  });
}

function strip({ name, type, unit }: Family, taken: Set<string>): Metadata | undefined {
  if (type !== 'counter' && type !== 'info') return undefined;
  const suffix = SUFFIXES[type];
  const stem = name.slice(0, -suffix.length);
  const reserved = type === 'counter' ? [stem, `${stem}_created`] : [stem];
  if (!name.endsWith(suffix) || stem === '' || reserved.some((each) => taken.has(each))) return undefined;
  for (const each of reserved) taken.add(each);
  return { name: stem, type, unit: type === 'counter' && unit && stem.endsWith(`_${unit}`) ? unit : undefined };
}
