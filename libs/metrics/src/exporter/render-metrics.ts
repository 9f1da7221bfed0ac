import { labelText, type Format } from '@snp/exposition';
import type { MetricObjectWithValues, MetricValue, MetricValueWithName } from 'prom-client';
import type { ChosenNames } from '../scrape/chosen-names';

type Metric = MetricObjectWithValues<MetricValue<string>>;

/** prom-client's enumeration of types has names in one version and words in another. */
const TYPES: Readonly<Record<string, string>> = { '0': 'counter', '1': 'gauge', '2': 'histogram', '3': 'summary' };

/**
 * Renders prom-client's metrics. Its own OpenMetrics output renames counters for good, so that the text format would
 * lose their `_total` from then on.
 */
export function renderMetrics(metrics: readonly Metric[], format: Format): string {
  return metrics
    .filter(({ values }) => values.length > 0)
    .map((metric) => renderMetric(metric, format))
    .join('');
}

/** The metrics of some names: all samples of a family, or those that are named. */
export function chosenOf(metrics: readonly Metric[], names: ChosenNames): Metric[] {
  const all = new Set(metrics.map(({ name }) => name));
  return metrics.map((metric) => {
    const { name } = metric;
    if (names.includesFamily({ name, type: typeOf(metric) }, (other) => all.has(other))) return metric;
    const values = metric.values.filter((value) => names.includesSample(sampleName(name, value)));
    return { ...metric, values };
  });
}

/** prom-client knows no infos: a gauge by the name of one is one. */
function typeOf({ name, type }: Metric): string {
  const known = TYPES[String(type)] ?? String(type);
  return known === 'gauge' && name.endsWith('_info') ? 'info' : known;
}

function sampleName(name: string, value: MetricValue<string> | MetricValueWithName<string>): string {
  return 'metricName' in value && value.metricName ? value.metricName : name;
}

function renderMetric(metric: Metric, format: Format): string {
  const { family, type } = metadata(metric, format);
  const help = escapeHelp(metric.help, format);
  const head = `# HELP ${family} ${help}\n# TYPE ${family} ${type}\n`;
  return head + metric.values.map((value) => renderValue(metric.name, value, format)).join('');
}

/** OpenMetrics has infos, and leaves the ending of counters and infos out of the name of the family. */
function metadata(metric: Metric, format: Format): { family: string; type: string } {
  const { name } = metric;
  const type = typeOf(metric);
  if (format !== 'openmetrics') return { family: name, type: type === 'info' ? 'gauge' : type };
  return { family: type === 'counter' || type === 'info' ? name.replace(/_(total|info)$/, '') : name, type };
}

function escapeHelp(help: string, format: Format): string {
  const escaped = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return format === 'openmetrics' ? escaped.replaceAll('"', '\\"') : escaped;
}

function renderValue(name: string, value: MetricValue<string> | MetricValueWithName<string>, format: Format): string {
  const sample = sampleName(name, value);
  const texts = Object.entries(value.labels).map(([label, text]) => labelValue(label, String(text), format));
  const labels = labelText(Object.keys(value.labels), texts).slice(1);
  const braces = labels === '' ? '' : `{${labels}}`;
  return `${sample}${braces} ${numberText(value.value)}\n`;
}

/** In OpenMetrics the bound of a bucket is always written as a floating-point number. */
function labelValue(label: string, text: string, format: Format): string {
  return format === 'openmetrics' && label === 'le' && /^\d+$/.test(text) ? `${text}.0` : text;
}

function numberText(value: number): string {
  if (value === Infinity) return '+Inf';
  if (value === -Infinity) return '-Inf';
  return String(value);
}
