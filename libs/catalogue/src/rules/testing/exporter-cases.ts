import type { Scene } from './scene';

const UP = 'up{job="snp",instance="exporter:8000"}';
const device = (name: string): string => `up{job="snp-devices",instance="${name}"}`;
const BUILD = 'ic_snp_exporter_build_info{job="snp",instance="exporter:8000",version="1"}';
const DATABASE = 'ic_snp_exporter_database_usable{job="snp",instance="exporter:8000"}';
const IS_UP = 'ic_snp_up{job="snp-devices",instance="MCR 1",target="MCR 1"}';

const DOWN = 'SNP Exporter: Prometheus cannot scrape it';

/** Whole scenes, as these alerts are about what is not there. */
export const exporterScenes: readonly Scene[] = [
  {
    title: 'all is well',
    minutes: 12,
    series: { [UP]: '1', [BUILD]: '1', [DATABASE]: '1' },
    alerts: {},
  },
  {
    title: 'the exporter is down',
    minutes: 12,
    series: { [UP]: '1 for 5m, 0', [BUILD]: '1 for 5m, none', [DATABASE]: '1 for 5m, none' },
    alerts: { SnpExporterDown: [{ labels: { job: 'snp' }, summary: `${DOWN} (job snp)` }] },
  },
  {
    title: 'the exporter is restarted',
    minutes: 12,
    series: {
      [UP]: '1 for 12m, 0',
      [BUILD]: '1 for 12m, none',
      [DATABASE]: '1 for 12m, none',
    },
    alerts: {},
  },
  {
    title: 'the exporter of one target per device is down',
    minutes: 12,
    series: { [device('MCR 1')]: '1 for 5m, 0', [device('MCR 2')]: '1 for 5m, 0', [IS_UP]: '1 for 5m, none' },
    alerts: { SnpExporterDown: [{ labels: { job: 'snp-devices' }, summary: `${DOWN} (job snp-devices)` }] },
  },
  {
    title: 'one device of two cannot be scraped',
    minutes: 12,
    series: { [device('MCR 1')]: '1', [device('MCR 2')]: '1 for 5m, 0', [IS_UP]: '1' },
    alerts: {
      SnpScrapeFailed: [{ labels: { job: 'snp-devices', instance: 'MCR 2' }, summary: 'MCR 2: the scrape fails' }],
    },
  },
  {
    title: 'one target per device, one scrape fails',
    minutes: 12,
    series: { [device('MCR 1')]: '1', [device('MCR 2')]: '0 for 5m, 1 for 7m, 0', [IS_UP]: '1' },
    alerts: {},
  },
  {
    title: 'the exporter is not a target any more',
    minutes: 12,
    series: { [UP]: '1 for 5m, none', [BUILD]: '1 for 5m, none', [IS_UP]: '1 for 5m, none' },
    alerts: { SnpExporterMissing: [{ summary: 'SNP Exporter: Prometheus has no metrics of it' }] },
  },
  {
    title: 'the database is not usable',
    minutes: 12,
    series: { [UP]: '1', [BUILD]: '1', [DATABASE]: '1 for 8m, 0' },
    alerts: {
      SnpExporterDatabase: [
        { labels: { job: 'snp', instance: 'exporter:8000' }, summary: 'SNP Exporter: the database is not usable' },
      ],
    },
  },
  {
    title: 'the database is locked for a moment, all targets are gone for a moment',
    minutes: 12,
    series: { [UP]: '1 for 9m, none for 1m, 1', [BUILD]: '1 for 9m, none for 1m, 1', [DATABASE]: '1 for 12m, 0' },
    alerts: {},
  },
  {
    title: 'the targets are gone since now',
    minutes: 12,
    series: { [UP]: '1 for 12m, none', [BUILD]: '1 for 12m, none', [DATABASE]: '1 for 12m, none' },
    alerts: {},
  },
];
