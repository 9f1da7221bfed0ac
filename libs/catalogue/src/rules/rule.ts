/** How bad an alert is, worst first. */
export const SEVERITIES = ['critical', 'warning'] as const;

/** An alert as Prometheus evaluates it. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long the expression must be true. Two scrapes of 60 s fit into `1m`. */
  readonly for: string;
  readonly severity: (typeof SEVERITIES)[number];
  /** What it is about; by default the device. */
  readonly subject?: string;
  /** What is wrong, in a few words, without its subject. */
  readonly summary: string;
  /** What it means and what to do. */
  readonly description: string;
}

/** A series that Prometheus computes, for alerts or for dashboards. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Rules that belong together; a group is evaluated in its order. */
export interface RuleGroup {
  /** Name of the group in the rule file. */
  readonly name: string;
  /** Name of the group on the dashboard. */
  readonly title: string;
  readonly records?: readonly RecordingRule[];
  readonly rules: readonly AlertRule[];
}

/** Limits that the alerts share with the health rules of the dashboard. */
export const ALERT_LIMITS = { ptpOffsetSeconds: 1e-6, certificateDays: 14 } as const;

/** One condition a line. */
export const lines = (...texts: readonly string[]): string => texts.join('\n');

/**
 * Excludes devices that were connected less than `minutes` ago: their counters may have grown meanwhile, or begun anew.
 * Counters are judged over less than that.
 */
export const connectedFor = (minutes: number): string =>
  `unless on (target) time() - ic_snp_session_connected_timestamp_seconds < ${minutes * 60}`;

/** Whether a counter rose; not of devices that are gone, whose last values are within the range still. */
export const rose = (counter: string, range: string, condition = '> 0'): string =>
  `increase(${counter}[${range}]) ${condition} and ${counter}`;

/** When the last status of a device came. */
export const LAST_STATUS = 'ic_snp_session_last_status_timestamp_seconds';

/** Media interfaces without an address: the device is connected by one leg only. */
const NO_ADDRESS = 'address=~"|0.0.0.0"';

/** Excludes legs that are not in use. */
export const LEG_IN_USE = `unless on (target, element, leg) ic_snp_network_interface_info{${NO_ADDRESS}}`;

/** Excludes QSFP 2 where the secondary leg, which it is the port of, is not in use. */
export const QSFP_IN_USE = lines(
  'unless on (target, element, index) label_replace(',
  `  ic_snp_network_interface_info{leg="secondary",${NO_ADDRESS}}, "index", "2", "", ""`,
  ')',
);
