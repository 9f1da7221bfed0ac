import { expect, test } from '@playwright/test';
import { startFleet } from '@snp/simulator';
import { open } from './support/dashboard';
import { eventually } from './support/eventually';
import { Exporter } from './support/exporter';
import { chromiumPath } from './support/programs';

const FURTHER = '10.0.0.2';

test('objects of a second element have series, API entries and raw data of their own', async ({ page }) => {
  test.skip(!chromiumPath, 'chromium is not installed');
  const exporter = await Exporter.start();
  const fleet = await startFleet({ devices: 1 });
  try {
    const [device] = fleet.devices;
    device.set('ptp', { fme_ip: FURTHER });
    const objects = [
      { elementIP: '127.0.0.1', objectType: 'system' },
      { elementIP: '127.0.0.1', objectType: 'ptp' },
      { elementIP: FURTHER, objectType: 'ptp' },
    ];
    const { name, restapi, websocket, settings } = device;
    const { username, password } = settings;
    const connection = { name, restapi, websocket, username, password, objects_ids: objects, enabled: true };
    expect((await exporter.api('POST', '/api/connections', connection)).status).toBe(201);

    let exposition = '';
    await eventually(
      async () => /^ic_snp_ptp_locked/m.test((exposition = await exporter.scrape())),
      () => `series of PTP:\n${exposition}`,
    );
    expect(exposition).toContain(`ic_snp_ptp_locked{target="${name}",element="${FURTHER}"} 1\n`);
    expect(exposition).toMatch(new RegExp(`^ic_snp_mainboard_temperature\\{target="${name}"\\} `, 'm'));

    const { body } = await exporter.api<{ type: string; element: string | null }[]>(
      'GET',
      '/api/connections/1/objects',
    );
    expect(body.map(({ type, element }) => [type, element])).toEqual([
      ['ptp', FURTHER],
      ['system', null],
    ]);
    const ptpOf = async (query: string) =>
      (await exporter.api<{ ptp: object | null }>('GET', `/api/connections/1/status?sections=ptp${query}`)).body.ptp;
    expect([await ptpOf(''), await ptpOf(`&element=${FURTHER}`)]).toEqual([null, expect.anything()]);

    await open(page, exporter, '/devices/1/raw');
    await page.getByRole('button', { name: `ptp (${FURTHER})` }).click();
    await expect(page.getByRole('heading', { name: `ptp (${FURTHER})` })).toBeVisible();
    await expect(page.getByText('ptpStatus').first()).toBeVisible();
  } finally {
    await exporter.stop();
    await fleet.close();
  }
});
