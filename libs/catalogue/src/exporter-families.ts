import type { Group } from './table/groups';

/** A family about the exporter itself: kept by prom-client, described here beside those of the devices. */
export interface ExporterFamily {
  readonly name: string;
  readonly type: 'gauge' | 'counter' | 'histogram' | 'info';
  readonly labels: readonly string[];
  readonly help: string;
}

export const EXPORTER_GROUP: Group = 'exporter';

/** What the exporter says of itself beside the process and Node.js metrics of prom-client. */
export const EXPORTER_FAMILIES = {
  build: {
    name: 'ic_snp_exporter_build_info',
    type: 'info',
    labels: ['version', 'node'],
    help: 'Version of the exporter and of Node.js.',
  },
  sessions: {
    name: 'ic_snp_exporter_sessions',
    type: 'gauge',
    labels: ['state'],
    help: 'Number of sessions by state.',
  },
  series: {
    name: 'ic_snp_exporter_series',
    type: 'gauge',
    labels: [],
    help: 'Number of series held for all devices.',
  },
  databaseUsable: {
    name: 'ic_snp_exporter_database_usable',
    type: 'gauge',
    labels: [],
    help: 'Whether the last database access succeeded and the database file is in place.',
  },
  lastReconciliation: {
    name: 'ic_snp_exporter_last_reconciliation_timestamp_seconds',
    type: 'gauge',
    labels: [],
    help: 'Time the running sessions were last reconciled with the database.',
  },
  logLinesDropped: {
    name: 'ic_snp_exporter_log_lines_dropped_total',
    type: 'counter',
    labels: [],
    help: 'Log lines that could not be written: standard output was closed, full or not read.',
  },
  decodeDuration: {
    name: 'ic_snp_exporter_decode_duration_seconds',
    type: 'histogram',
    labels: [],
    help: 'Time spent decoding one status message.',
  },
  renderDuration: {
    name: 'ic_snp_exporter_render_duration_seconds',
    type: 'histogram',
    labels: [],
    help: 'Time to render the series of one scrape, including pauses.',
  },
} as const satisfies Readonly<Record<string, ExporterFamily>>;
