import { expect, test } from '@playwright/test';
import type { Fleet } from '@snp/simulator';
import { open } from './support/dashboard';
import { eventually } from './support/eventually';
import { Exporter } from './support/exporter';
import { connectedFleet } from './support/fleet';
import { chromiumPath } from './support/programs';

interface NamedRow {
  readonly essence: string;
  readonly index: number;
  readonly channel: string | null;
  readonly program_name: string | null;
}

test.describe('what people call a channel', () => {
  let exporter: Exporter;
  let fleet: Fleet;

  test.beforeAll(async () => {
    exporter = await Exporter.start();
    fleet = await connectedFleet(exporter, { devices: 3, kinds: ['hd', 'gateway', 'uhd'] });
    fleet.devices[0].configure('A-HD-6', { ProgramName: { name: 'STUDIO "A" 3' } });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
  });

  const infoOf = (exposition: string, device: number): string[] =>
    exposition
      .split('\n')
      .filter((line) => line.startsWith(`ic_snp_receiver_info{target="${fleet.devices[device].name}"`));

  test('is on its receivers in the metrics, within seconds of connecting', async () => {
    let info: string[] = [];
    const named = ',essence="video",index="6",channel="A-HD-6",program_name="STUDIO \\"A\\" 3",primary_source="';
    await eventually(
      async () => (info = infoOf(await exporter.scrape(), 0)).some((line) => line.includes(named)),
      () => `the name of a channel:\n${info.join('\n')}`,
    );
    let exposition = '';
    await eventually(
      async () => {
        exposition = await exporter.scrape();
        return fleet.devices.every(({ name }) => exposition.includes(`\nic_snp_ptp_config_info{target="${name}",`));
      },
      () => `the PTP settings of all devices:\n${exposition}`,
    );
    expect(exposition).toContain(
      `ic_snp_section_info{target="${fleet.devices[2].name}",processor="processorA",section="1",operation_mode="UHD"`,
    );
    expect(fleet.devices.map(({ mostRequestsAtOnce }) => mostRequestsAtOnce)).toEqual([1, 1, 1]);
  });

  test('is on channels only in UHD mode, where rows belong to none', async () => {
    let channels: readonly Pick<NamedRow, 'channel' | 'program_name'>[] = [];
    await eventually(
      async () => {
        const path = '/api/connections/3/status?sections=channels';
        channels = (await exporter.api<{ channels: typeof channels }>('GET', path)).body.channels;
        return channels.some(({ channel, program_name }) => channel === 'A-UHD-1' && program_name === 'CAM 1');
      },
      () => `the names of channels:\n${JSON.stringify(channels)}`,
    );
    const info = infoOf(await exporter.scrape(), 2);
    expect(info.length).toBeGreaterThan(0);
    expect(info.filter((line) => !line.includes(',channel="",program_name="",'))).toEqual([]);
  });

  test('is that of the other direction on the senders of a gateway', async () => {
    let senders: readonly NamedRow[] = [];
    await eventually(
      async () => {
        const { body } = await exporter.api<{ senders: NamedRow[] }>(
          'GET',
          '/api/connections/2/status?sections=senders',
        );
        senders = body.senders;
        return senders.some(({ program_name }) => program_name === 'CAM 1 GW');
      },
      () => `the names of senders:\n${JSON.stringify(senders)}`,
    );
    expect(senders.filter(({ essence, channel }) => essence === 'video_proxy' && channel !== null)).toEqual([]);
    expect(senders.filter(({ program_name }) => program_name === 'CAM 1')).toEqual([]);
  });

  test('is in the tables of the dashboard, and finds and sorts their rows', async ({ page }) => {
    test.skip(!chromiumPath, 'chromium is not installed');
    await open(page, exporter, '/devices/1/receivers?essence=video');
    await expect(page.getByRole('cell', { name: 'Video 6 · A-HD-6 · STUDIO "A" 3' })).toBeVisible();
    await page.getByRole('searchbox', { name: 'Filter' }).fill('studio "a" 3');
    await expect(page.getByRole('cell', { name: /^Video/ })).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Filter' }).fill('a-hd-2');
    await expect(page.getByRole('cell', { name: /^Video/ })).toHaveText(['Video 2 · A-HD-2 · CAM 2']);
    await open(page, exporter, '/devices/1/receivers?essence=video&sort=-program');
    await expect(page.getByRole('cell', { name: /^Video/ }).first()).toContainText(/VT|STUDIO/);
    await open(page, exporter, '/devices/1/channels?text=studio');
    await expect(page.getByRole('cell', { name: 'STUDIO "A" 3' })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'A-HD-6' })).toBeVisible();
    await open(page, exporter, '/devices/2/senders?text=cam+1+gw&essence=video');
    await expect(page.getByRole('cell', { name: 'Video 1 · A-HD-1 · CAM 1 GW' })).toBeVisible();
    await open(page, exporter, '/devices/1/ptp');
    await expect(page.getByText('SMPTE ST 2059-2')).toBeVisible();
  });
});
