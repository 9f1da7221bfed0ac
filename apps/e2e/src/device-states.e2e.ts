import { expect, test } from '@playwright/test';
import type { Fleet } from '@snp/simulator';
import { open, row } from './support/dashboard';
import { eventually } from './support/eventually';
import { Exporter } from './support/exporter';
import { connectedFleet } from './support/fleet';
import { chromiumPath } from './support/programs';

test.skip(!chromiumPath, 'chromium is not installed');

let exporter: Exporter;
let fleet: Fleet;

test.beforeAll(async () => {
  exporter = await Exporter.start();
  fleet = await connectedFleet(exporter, { devices: 1 });
  const [device] = fleet.devices;
  const sources = { VidRxPriIPsourceRO: '239.175.100.4', VidRxSecIPsourceRO: '239.176.100.4' };
  device.set('ipVidRx', { ipVidRxStatus: { 3: { ...sources, VidRxSeamlessStatus: 'Primary Only' } } });
  device.set('ipVidTx', {
    ipVidTxStatus: { 17: { priTxMacAddr: '01:00:5e:2f:64:12', TxChBandwidth: 'Disabled' } },
  });
  device.set('ipWan', { ipWanStatus: { registrationServer: '10.9.1.20:80', registrationServerConnected: '' } });
  const aco = { ABStatus: 'B', ACONotArmed: false, AudCh1: true };
  device.set('procChannelHD/A-HD-1', { active: true, ACO: { ...aco, PGMStatus: 'PROTECT' } });
  device.set('procChannelHD/A-HD-2', { active: true, ACO: { ...aco, PGMStatus: 'OFF' } });
});

test.afterAll(async () => {
  await exporter.stop();
  await fleet.close();
});

test('a lost leg, a sender that is switched off and a lost registration are findings of the device', async () => {
  const reasons = async () => {
    const { body } = await exporter.api<{ devices: { health: { findings: { reason: string }[] } }[] }>(
      'GET',
      '/api/fleet',
    );
    return body.devices[0].health.findings.map(({ reason }) => reason);
  };
  const expected = ['Receiver 4: secondary leg lost', 'Sender 18 switched off: bandwidth', 'Registration lost'];
  await eventually(
    async () => {
      const found = await reasons();
      return expected.every((reason) => found.includes(reason));
    },
    () => `the findings ${expected.join(', ')}`,
  );
});

test('the tabs of a device show them, and a changeover only where it is in use', async ({ page }) => {
  const errors = await open(page, exporter, '/devices/1/receivers');
  await expect(row(page, 'Video 4').getByText('Primary only')).toBeVisible();
  await page.getByRole('button', { name: 'Not fully protected 1' }).click();
  await expect(page.getByText(/^1 of \d+ receivers with a source$/)).toBeVisible();

  await open(page, exporter, '/devices/1/senders');
  await expect(row(page, 'Video 18').getByText('Switched off')).toBeVisible();

  await open(page, exporter, '/devices/1/channels?show=channels');
  const changeover = row(page, 'A-HD-1').getByText('On protect, armed');
  await expect(changeover).toBeVisible();
  await expect(changeover).toHaveAttribute('title', /^Path B · .* · Audio level: 1$/);
  await expect(row(page, 'A-HD-2').getByText('armed')).toHaveCount(0);

  await open(page, exporter, '/devices/1/network');
  await expect(page.getByRole('definition').getByText('Registration lost')).toBeVisible();
  expect(errors).toEqual([]);
});
