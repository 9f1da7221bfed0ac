import type { About } from '../core/api/models';
import { scalar } from './yaml';

type Addresses = About['scrape'];

/** How Prometheus finds its targets. */
export type ScrapeMethod = 'static' | 'sd';

const INTERVAL = '15s';
const DEFAULT_PATH = '/metrics';

/** The part of `prometheus.yml` that scrapes the exporter. */
export function scrapeConfiguration(method: ScrapeMethod, addresses: Addresses): string {
  const lines = method === 'static' ? staticJob(addresses.metrics_url) : discoveredJob(addresses.sd_url);
  return ['scrape_configs:', ...lines, ''].join('\n');
}

/** All devices in one scrape. */
function staticJob(address: string): string[] {
  const { host, pathname, protocol } = new URL(address);
  return [
    '  - job_name: snp',
    `    scrape_interval: ${INTERVAL}`,
    ...(protocol === 'https:' ? ['    scheme: https'] : []),
    ...(pathname === DEFAULT_PATH ? [] : [`    metrics_path: ${scalar(pathname)}`]),
    '    static_configs:',
    `      - targets: ['${host}']`,
  ];
}

/** One scrape per device. All have the exporter's address, so `instance` is set to the device's name. */
function discoveredJob(address: string): string[] {
  return [
    '  - job_name: snp-devices',
    `    scrape_interval: ${INTERVAL}`,
    '    http_sd_configs:',
    `      - url: ${address}`,
    '    relabel_configs:',
    '      - source_labels: [__param_target]',
    '        target_label: instance',
  ];
}
