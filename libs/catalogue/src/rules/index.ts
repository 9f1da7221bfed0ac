import { exporterAlerts } from './alerts/exporter';
import { hardwareAlerts } from './alerts/hardware';
import { networkAlerts } from './alerts/network';
import { processingAlerts } from './alerts/processing';
import { ptpAlerts } from './alerts/ptp';
import { receiverAlerts } from './alerts/receivers';
import { sessionAlerts } from './alerts/sessions';
import { OLD_NAMES } from './old-names';
import { ruleFile } from './rule-file';
import type { RuleGroup } from './rule';

export { ALERT_LIMITS, SEVERITIES, type AlertRule } from './rule';

/** All alert rules. */
export const ALERT_GROUPS: readonly RuleGroup[] = [
  exporterAlerts,
  sessionAlerts,
  ptpAlerts,
  hardwareAlerts,
  networkAlerts,
  receiverAlerts,
  processingAlerts,
];

const ALERTS = `# Alert rules for SNP Exporter, for scrape intervals up to 60 s.
# List this file under rule_files in prometheus.yml. The names of the scrape jobs must begin with "snp".
`;

/** The alert rules as a rule file of Prometheus. */
export function alertFile(): string {
  return ALERTS + ruleFile(ALERT_GROUPS);
}

const RECORDINGS = `# Recording rules that keep old names of metrics alive until dashboards are changed: see docs/changes-of-metrics.md.
# List this file under rule_files in prometheus.yml, and remove it when nothing asks for the old names any more.
`;

/** The recording rules of old names as a rule file of Prometheus. */
export function oldNamesFile(): string {
  return RECORDINGS + ruleFile([{ name: 'snp-old-names', records: OLD_NAMES, rules: [] }]);
}
