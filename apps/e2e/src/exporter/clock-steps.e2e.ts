import { expect, test } from '@playwright/test';
import type { Fleet } from '@snp/simulator';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';
import { connectedFleet } from '../support/fleet';
import { chromiumPath } from '../support/programs';
import { WallClock } from '../support/wall-clock';

const HOUR = 3_600_000;
const YEARS = 10 * 365 * 24 * HOUR;
/** PTP counts as lost after this long. */
const PENDING_MS = 10_000;
const LOOKS = 6;

interface Device {
  readonly id: number;
  readonly name: string;
  readonly last_message_at: string;
  readonly health: {
    readonly level: string;
    readonly reason: string;
    readonly findings: readonly { readonly rule: string; readonly since: string }[];
  };
}

interface FleetAnswer {
  readonly generated_at: string;
  readonly counts: { readonly healthy: number; readonly failed: number; readonly no_data: number };
  readonly devices: readonly Device[];
}

test.describe('an exporter whose wall clock is set while devices are connected', () => {
  const clock = new WallClock();
  let exporter: Exporter;
  let fleet: Fleet;

  test.beforeAll(async () => {
    exporter = await Exporter.start({ environment: clock.environment });
    fleet = await connectedFleet(exporter, { devices: 3 });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
    clock.remove();
  });

  const look = async () => (await exporter.api<FleetAnswer>('GET', '/api/fleet')).body;
  const ptpLoss = ({ devices, generated_at }: FleetAnswer) => {
    const since = devices[0].health.findings.find(({ rule }) => rule === 'ptp_unlocked')?.since;
    return since === undefined ? null : Date.parse(generated_at) - Date.parse(since);
  };
  const whileLost = async (began: number, steps: readonly number[]) => {
    for (const step of steps) {
      await clock.step(step, exporter);
      for (let times = 0; times < LOOKS; times += 1) {
        const asked = performance.now();
        const answer = await look();
        const elapsed = performance.now() - began;
        expect(answer.counts.no_data, 'no device is taken for silent').toBe(0);
        for (const { last_message_at } of answer.devices)
          expect(Math.abs(Date.parse(answer.generated_at) - Date.parse(last_message_at))).toBeLessThan(60_000);
        const lasted = ptpLoss(answer);
        if (lasted !== null) {
          expect(elapsed, 'not before its time').toBeGreaterThan(PENDING_MS);
          expect(lasted).toBeLessThan(elapsed + 1_000);
          expect(lasted).toBeGreaterThan(asked - began - 30_000);
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };

  test('shows a PTP loss after ten seconds, for as long as it lasts, and no device as silent', async () => {
    expect((await look()).counts).toMatchObject({ healthy: 3, no_data: 0 });
    const [device] = fleet.devices;
    const began = performance.now();
    device.set('ptp', { ptpStatus: { ptpCtlrState: 'Unlocked-Free Run' } });
    await whileLost(began, [-HOUR, HOUR, HOUR]);
    const isFound = async () => ptpLoss(await look()) !== null;
    await eventually(isFound, () => 'the PTP loss to be shown');
    expect(performance.now() - began).toBeGreaterThan(PENDING_MS);
    expect(performance.now() - began).toBeLessThan(10 * PENDING_MS);
    await whileLost(began, [-HOUR, YEARS, -YEARS, -YEARS, YEARS]);
    expect(await isFound(), 'still shown').toBe(true);
    device.unset('ptp');
    await clock.step(-HOUR, exporter);
    await eventually(
      async () => (await look()).counts.healthy === 3,
      () => 'the PTP loss to be gone',
    );
  });

  test('keeps its events, in the order in which they happened, and goes on with history and metrics', async () => {
    const [, device] = fleet.devices;
    const { devices } = await look();
    const { id, name } = devices[1];
    type Event = { readonly id: number; readonly kind: string; readonly alarm_id: string | null; readonly at: string };
    const events = async () => (await exporter.api<Event[]>('GET', `/api/connections/${id}/events`)).body;
    const before = await events();
    expect(before.length).toBeGreaterThan(0);
    const steps = [-YEARS, HOUR, YEARS, YEARS, -HOUR];
    const dates: number[] = [];
    for (const [number, step] of steps.entries()) {
      await clock.step(step, exporter);
      dates.unshift(clock.now());
      device.raiseAlarm({ id: 900 + number, reason: `alarm ${number}`, location: 'here' });
      await eventually(
        async () => (await events()).length > before.length + number,
        () => `event ${number}`,
      );
    }
    const after = await events();
    expect(after.slice(0, 5).map(({ alarm_id }) => alarm_id)).toEqual(['904', '903', '902', '901', '900']);
    for (const [place, { at }] of after.slice(0, 5).entries())
      expect(Math.abs(Date.parse(at) - dates[place])).toBeLessThan(60_000);
    expect(after.slice(5)).toEqual(before);

    const { body: history } = await exporter.api<{ from: string; series: Record<string, (number | null)[]> }>(
      'GET',
      `/api/connections/${id}/history`,
    );
    const offsets = history.series['ptp_offset_seconds'];
    expect(offsets.filter((value) => value !== null).length).toBeGreaterThan(0);
    expect(offsets.slice(0, 300).every((value) => value === null)).toBe(true);
    expect(Math.abs(Date.parse(history.from) + HOUR - clock.now())).toBeLessThan(60_000);

    const lastMessage = new RegExp(`ic_snp_session_last_message_timestamp_seconds\\{target="${name}"\\} (\\S+)`);
    const heardAt = async () => Number(lastMessage.exec(await exporter.scrape())?.[1]) * 1_000;
    await eventually(
      async () => Math.abs((await heardAt()) - clock.now()) < 60_000,
      () => 'the time of the last message by the new clock',
    );
    expect((await exporter.scrape()).match(/^ic_snp_up\{.*\} 1$/gm)).toHaveLength(3);
    const { body: about } = await exporter.api<{ uptime_seconds: number }>('GET', '/api/about');
    expect(about.uptime_seconds).toBeLessThan(3_600);
    expect(exporter.log).toContain('system clock changed');
  });

  test('is shown rightly by a browser whose own clock is wrong, and is set', async ({ page }) => {
    test.skip(!chromiumPath, 'chromium is not installed');
    await page.addInitScript((years) => {
      const RealDate = Date;
      const clock = { setBy: -years };
      Object.assign(globalThis, { wallClock: clock });
      globalThis.Date = class extends RealDate {
        constructor(...parts: unknown[]) {
          if (parts.length === 0) super(RealDate.now() + clock.setBy);
          else super(...(parts as []));
        }
        static override now(): number {
          return RealDate.now() + clock.setBy;
        }
      } as DateConstructor;
    }, YEARS);
    await page.goto(exporter.dashboardUrl);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    const areFresh = async () => {
      await expect(page.locator('snp-device-tile a')).toHaveCount(3);
      for (let times = 0; times < LOOKS / 2; times += 1) {
        expect(await page.locator('snp-device-tile a.is-stale').count()).toBe(0);
        await page.waitForTimeout(200);
      }
    };
    await areFresh();
    for (const step of [HOUR, -YEARS]) {
      await clock.step(step, exporter);
      await areFresh();
      await page.evaluate((by) => {
        (globalThis as unknown as { wallClock: { setBy: number } }).wallClock.setBy += by;
      }, step);
      await areFresh();
    }
  });
});
