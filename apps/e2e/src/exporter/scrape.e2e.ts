import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unreachable } from '../support/connections';
import { Exporter } from '../support/exporter';
import { eventually } from '../support/eventually';
import { FleetProcess } from '../support/fleet-process';
import { prometheusPath, promtoolPath } from '../support/programs';
import { Prometheus } from '../support/prometheus';
import { ROOT } from '../support/workspace';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const HOSTILE_NAMES = ['quote " backslash \\ brace }', 'émoji 👩‍🚀 🎬 and שלום', '{__name__="up"} 1', "o'Brien, 100 %"];
const DEVICES = 3;

/** The scrape configurations of the README, in their order, with the exporter's address in place of the printed one. */
function printedConfiguration(which: number, exporter: Exporter): string {
  const blocks = [...README.matchAll(/```yaml\nscrape_configs:\n([\s\S]*?)```/g)].map(([, block]) => block);
  return blocks[which].replaceAll('localhost:8000', new URL(exporter.metricsUrl).host).replace('15s', '1s');
}

test.describe('a real Prometheus', () => {
  test.skip(!prometheusPath || !promtoolPath, 'prometheus is not installed');
  let exporter: Exporter;
  let fleet: FleetProcess;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    fleet = await FleetProcess.start(exporter, DEVICES);
    for (const name of HOSTILE_NAMES) {
      const { status } = await exporter.api('POST', '/api/connections', unreachable(name, { enabled: true }));
      expect(status).toBe(201);
    }
  });

  test.afterAll(async () => {
    await fleet.stop();
    await exporter.stop();
  });

  test('scrapes all devices with the first configuration of the README', async () => {
    const prometheus = await Prometheus.start(printedConfiguration(0, exporter));
    try {
      await eventually(
        async () => (await prometheus.value('up{job="snp"}')) === 1,
        () => 'the target to be up',
      );
      expect(await prometheus.value('count(ic_snp_up == 1)')).toBe(DEVICES);
      expect(await prometheus.value('count(ic_snp_ptp_locked)')).toBe(DEVICES);
    } finally {
      await prometheus.stop();
    }
  });

  test('scrapes each device on its own with the second configuration of the README', async () => {
    const prometheus = await Prometheus.start(printedConfiguration(1, exporter));
    try {
      const all = DEVICES + HOSTILE_NAMES.length;
      const areUp = async () => (await prometheus.value('sum(up{job="snp-devices"})')) === all;
      await eventually(areUp, () => 'every device to be a target');
      expect(await prometheus.value('count(ic_snp_up == 1)')).toBe(DEVICES);
      expect(await prometheus.query('ic_snp_exporter_build_info')).toEqual([]);
    } finally {
      await prometheus.stop();
    }
  });

  test('returns device names unchanged', async () => {
    const prometheus = await Prometheus.start(printedConfiguration(0, exporter));
    try {
      const targets = async () => (await prometheus.query('ic_snp_up')).map(({ metric }) => metric['target']);
      await eventually(
        async () => (await targets()).length > 0,
        () => 'a scrape',
      );
      expect(await targets()).toEqual(expect.arrayContaining(HOSTILE_NAMES));
    } finally {
      await prometheus.stop();
    }
  });

  test('promtool reports no problem in any group but the legacy one', async () => {
    const exposition = await exporter.scrape('/metrics?exclude[]=legacy');
    expect(exposition).toContain('ic_snp_session_state{');
    expect(exposition).toMatch(/^ic_snp_exporter_decode_duration_seconds_count [1-9]/m);
    expect(execFileSync(promtoolPath!, ['check', 'metrics'], { input: exposition, encoding: 'utf8' })).toBe('');
  });
});
