import type { CatalogueEntry } from '../core/api/models';
import { hasWords } from '../core/has-words';
import type { Column } from '../ui/table/column';

export interface MetricFilter {
  readonly text: string;
  readonly groups: readonly string[];
}

/** Whether a metric is in one of the groups and every word is found in its name, labels, help or source. */
export function isWantedMetric(metric: CatalogueEntry, { text, groups }: MetricFilter): boolean {
  if (groups.length > 0 && !groups.includes(metric.group)) return false;
  const { name, type, unit, labels, help, source } = metric;
  return hasWords(text, [name, type, unit, ...labels, help, source]);
}

/** The groups in the order of the catalogue. */
export function groupsOf(metrics: readonly CatalogueEntry[]): string[] {
  return [...new Set(metrics.map(({ group }) => group))];
}

const TYPE_WORDS: Readonly<Record<CatalogueEntry['type'], string>> = {
  gauge: $localize`gauge`,
  counter: $localize`counter`,
  info: $localize`info`,
  stateset: $localize`state set`,
};

const labelsText = ({ labels }: CatalogueEntry): string => labels.join(', ');
const typeText = ({ type }: CatalogueEntry): string => TYPE_WORDS[type];

/** The columns of the table of metrics. */
export const METRIC_COLUMNS: readonly Column<CatalogueEntry>[] = [
  {
    id: 'name',
    header: $localize`Metric`,
    width: 400,
    narrowWidth: 230,
    isFixed: true,
    value: ({ name }) => name,
  },
  {
    id: 'type',
    header: $localize`Type`,
    width: 92,
    hideBelow: 640,
    value: typeText,
    text: typeText,
  },
  {
    id: 'unit',
    header: $localize`Unit`,
    width: 92,
    hideBelow: 900,
    value: ({ unit }) => unit,
    text: ({ unit }) => unit ?? '',
  },
  {
    id: 'group',
    header: $localize`Group`,
    width: 108,
    hideBelow: 760,
    value: ({ group }) => group,
    text: ({ group }) => group,
  },
  {
    id: 'labels',
    header: $localize`Labels`,
    hint: $localize`Labels in addition to target, which every device series has`,
    width: 190,
    hideBelow: 1080,
    isMono: true,
    value: labelsText,
    text: labelsText,
  },
  { id: 'help', header: $localize`Description`, width: 300, narrowWidth: 260, grows: true, value: ({ help }) => help },
  {
    id: 'source',
    header: $localize`Source`,
    width: 300,
    isExtra: true,
    value: ({ source }) => source,
    text: ({ source }) => source,
  },
];
