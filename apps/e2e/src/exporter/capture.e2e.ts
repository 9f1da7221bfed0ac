import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CAPTURE_ABSENT, CAPTURE_VALUES } from './capture-values';
import { Exporter } from '../support/exporter';
import { eventually } from '../support/eventually';
import { FleetProcess } from '../support/fleet-process';
import { Prometheus } from '../support/prometheus';
import { prometheusPath } from '../support/programs';
import { ROOT } from '../support/workspace';

const CAPTURE = join(ROOT, '../shared/device/all-statuses.json');

test.describe('a captured device', () => {
  test.skip(!existsSync(CAPTURE), 'the capture is not on this machine');
  test.skip(!prometheusPath, 'prometheus is not installed');

  test('has the same values in Prometheus', async () => {
    const exporter = await Exporter.start();
    const fleet = await FleetProcess.start(exporter, 1, '--capture', CAPTURE);
    const prometheus = await Prometheus.start(
      `  - job_name: snp\n    static_configs:\n      - targets: ['${new URL(exporter.metricsUrl).host}']\n`,
    );
    try {
      const isPolled = async () => (await prometheus.value('min(ic_snp_poll_success)')) === 1;
      await eventually(isPolled, () => 'the first polls to be scraped');
      const isThere = async () => (await prometheus.value('count(ic_snp_aco_abstatus)')) === 36;
      await eventually(isThere, () => 'the channels to be scraped');

      const scraped = new Map<string, number>();
      for (const { metric, value } of await prometheus.query('{job="snp", target!=""}'))
        scraped.set(key(metric), value);
      const target = (await exporter.api<{ name: string }[]>('GET', '/api/connections')).body[0].name;
      const missed = CAPTURE_VALUES.filter(
        ([name, labels, value]) => scraped.get(key({ ...labels, __name__: name, target })) !== value,
      );
      expect(missed).toEqual([]);
      expect(CAPTURE_VALUES.length).toBeGreaterThan(100);
      for (const name of CAPTURE_ABSENT) expect(await prometheus.query(name)).toEqual([]);
    } finally {
      await prometheus.stop();
      await fleet.stop();
      await exporter.stop();
    }
  });
});

/** Name and labels of a series in one spelling, without what Prometheus itself adds. */
function key({ job, instance, ...labels }: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
