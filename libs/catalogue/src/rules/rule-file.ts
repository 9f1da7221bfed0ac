import { dump } from 'js-yaml';
import type { AlertRule, RecordingRule, RuleGroup } from './rule';

/** The name of the device, which most alerts are about. */
const DEVICE = '{{ $labels.target }}';

/** A rule file for Prometheus. */
export function ruleFile(groups: readonly Pick<RuleGroup, 'name' | 'records' | 'rules'>[]): string {
  const written = groups.map(({ name, records = [], rules }) => ({
    name,
    rules: [...records.map(recording), ...rules.map(alerting)],
  }));
  return dump({ groups: written }, { lineWidth: -1 });
}

function alerting({ alert, expr, for: duration, severity, subject = DEVICE, summary, description }: AlertRule): object {
  return {
    alert,
    expr,
    for: duration,
    labels: { severity },
    annotations: { summary: `${subject}: ${summary}`, description },
  };
}

function recording({ record, expr, labels }: RecordingRule): object {
  return { record, expr, ...(labels === undefined ? {} : { labels }) };
}
