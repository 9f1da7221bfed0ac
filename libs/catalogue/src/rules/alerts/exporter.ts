import { lines, type RuleGroup } from '../rule';

/** The scrape jobs, as the dashboard and the README name them. */
const UP = 'up{job=~"snp.*"}';
const ALL_DOWN = `count by (job) (${UP} == 0) == count by (job) (${UP})`;

/** The exporter itself. */
export const exporterAlerts: RuleGroup = {
  name: 'snp-exporter',
  title: 'Exporter',
  rules: [
    {
      alert: 'SnpExporterDown',
      expr: ALL_DOWN,
      for: '2m',
      severity: 'critical',
      subject: 'SNP Exporter',
      summary: 'Prometheus cannot scrape it (job {{ $labels.job }})',
      description:
        'Every scrape of the job fails, so no device is monitored: check that the exporter runs and that Prometheus reaches its metrics port.',
    },
    {
      alert: 'SnpExporterMissing',
      expr: lines('absent(ic_snp_up) and absent(ic_snp_exporter_build_info)', `unless on () (${UP} == 0)`),
      for: '5m',
      severity: 'critical',
      subject: 'SNP Exporter',
      summary: 'Prometheus has no metrics of it',
      description:
        'No scrape returns metrics of the exporter, so no device is monitored: check the scrape configuration of Prometheus and its list of targets.',
    },
    {
      alert: 'SnpScrapeFailed',
      expr: lines(`${UP} == 0`, `unless on (job) (${ALL_DOWN})`),
      for: '2m',
      severity: 'critical',
      subject: '{{ $labels.instance }}',
      summary: 'the scrape fails',
      description:
        'Other scrapes of the job succeed, but this one fails: look up its error on the targets page of Prometheus.',
    },
    {
      alert: 'SnpExporterDatabase',
      expr: 'ic_snp_exporter_database_usable == 0',
      for: '1m',
      severity: 'critical',
      subject: 'SNP Exporter',
      summary: 'the database is not usable',
      description:
        'Collection goes on, but connections cannot be changed and events are not stored: the About page of the dashboard gives the reason.',
    },
  ],
};
