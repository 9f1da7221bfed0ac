import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALERT_GROUPS, alertFile, oldNamesFile } from './index';
import { exporterScenes } from './testing/exporter-cases';
import { hardwareCases } from './testing/hardware-cases';
import { networkCases } from './testing/network-cases';
import { oldNamesTest } from './testing/old-names-test';
import { processingCases } from './testing/processing-cases';
import { ptpCases } from './testing/ptp-cases';
import { receiverCases } from './testing/receiver-cases';
import { promtoolTest, sceneOf } from './testing/scene';
import { sessionCases } from './testing/session-cases';

const CASES = {
  ...sessionCases,
  ...ptpCases,
  ...hardwareCases,
  ...networkCases,
  ...receiverCases,
  ...processingCases,
};
const SCENES = [sceneOf(CASES), ...exporterScenes];

it('has a case that fires and one that does not for every alert', () => {
  const firing = new Set(SCENES.flatMap(({ alerts }) => Object.keys(alerts)));
  const alerts = ALERT_GROUPS.flatMap(({ rules }) => rules.map(({ alert }) => alert));
  expect(alerts.filter((alert) => !firing.has(alert))).toEqual([]);
  expect(Object.values(CASES).filter(({ silent }) => Object.keys(silent).length === 0)).toEqual([]);
});

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
(hasPromtool ? describe : describe.skip)('promtool', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'snp-rules-'));
    write('alerts.yml', alertFile());
    write('old-names.yml', oldNamesFile());
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  }

  it('finds that each alert fires for its faults alone, scraped every 15 s or 60 s, and old names as they were', () => {
    const tests = [
      ...[15, 60].map((interval) => write(`${interval}.yml`, promtoolTest(SCENES, interval, 'alerts.yml'))),
      write('old-names-test.yml', oldNamesTest('old-names.yml')),
    ];
    const { stderr, status } = spawnSync('promtool', ['test', 'rules', ...tests], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  }, 60_000);
});
