import { ALERT_GROUPS, alertFile } from '@snp/catalogue';
import { startLiveApp, type LiveApp } from '../testing/live-app';

describe('the alert rules of the API', () => {
  let live: LiveApp;

  beforeAll(async () => {
    live = await startLiveApp();
  });

  afterAll(() => live.close());

  it('are those of the table, by group', async () => {
    const { body } = await live.http.get('/api/alert-rules').expect(200);
    expect(body.map(({ name }: { name: string }) => name)).toEqual(ALERT_GROUPS.map(({ name }) => name));
    expect(body.find(({ name }: { name: string }) => name === 'snp-ptp').rules[0]).toEqual({
      ...{ alert: 'SnpPtpUnlocked', expr: 'ic_snp_ptp_locked == 0', for: '1m', severity: 'critical' },
      ...{ summary: 'PTP is not locked', description: expect.stringMatching(/^The clock/) },
    });
  });

  it('are a file to download', async () => {
    const { body, headers } = await live.http.get('/api/alert-rules.yml').responseType('blob').expect(200);
    expect(headers['content-type']).toMatch(/^application\/yaml/);
    expect(headers['content-disposition']).toBe('attachment; filename="snp-alerts.yml"');
    expect(String(body)).toBe(alertFile());
  });
});
