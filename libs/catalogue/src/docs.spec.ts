import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsPage } from './docs';
import { EXPORTER_FAMILIES, FAMILIES, GROUPS } from './index';

describe('the reference of the metrics', () => {
  const page = metricsPage();

  it('is what docs/metrics.md holds; run `npm run docs` when it is not', () => {
    expect(readFileSync(join(__dirname, '../../../docs/metrics.md'), 'utf8')).toBe(page);
  });

  it('has a row for every family and a chapter for every group', () => {
    for (const { name } of [...FAMILIES, ...Object.values(EXPORTER_FAMILIES)])
      expect(page).toContain(`\n| \`${name}\` | `);
    for (const group of GROUPS) expect(page).toContain(`\n## \`${group}\`\n`);
  });

  it('names the labels that come with LEGACY_TIME_LABELS', () => {
    expect(page).toMatch(/`ic_snp_ptp_info_info` .*`master_present`, \(`utc_time`\), \(`rtc_time`\)/);
  });
});
