import type { Series } from '../../../core/api/models';
import { decimal } from '../../../core/format/units';

type Labels = Series['labels'];

/** A series as PromQL selects it. */
export function selectorOf({ name, labels }: Pick<Series, 'name' | 'labels'>): string {
  return `${name}${braces(Object.entries(labels))}`;
}

/** The labels of a series, but for the device that one is looking at. */
export function labelsText({ labels }: { labels: Labels }): string {
  const others = Object.entries(labels).filter(([name]) => name !== 'target');
  return others.length === 0 ? '' : braces(others);
}

/** A value, exact: with all its digits where they are few, else as Prometheus writes it. */
export function valueText({ value }: Pick<Series, 'value'>): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? decimal(value) : String(value);
}

function braces(labels: readonly [string, string][]): string {
  return `{${labels.map(([name, value]) => `${name}="${escaped(value)}"`).join(', ')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
