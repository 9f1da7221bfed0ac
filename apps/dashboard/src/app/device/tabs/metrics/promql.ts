import type { Series } from '../../../core/api/models';
import { decimal } from '../../../core/format/units';

type Labels = Series['labels'];

/** The PromQL selector of a series. */
export function selectorOf({ name, labels }: Pick<Series, 'name' | 'labels'>): string {
  return `${name}${braces(Object.entries(labels))}`;
}

/** The labels of a series except `target`. */
export function labelsText({ labels }: { labels: Labels }): string {
  const others = Object.entries(labels).filter(([name]) => name !== 'target');
  return others.length === 0 ? '' : braces(others);
}

/** The exact value: integers with all digits, others as Prometheus writes them. */
export function valueText({ value }: Pick<Series, 'value'>): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? decimal(value) : String(value);
}

function braces(labels: readonly [string, string][]): string {
  return `{${labels.map(([name, value]) => `${name}="${escaped(value)}"`).join(', ')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
