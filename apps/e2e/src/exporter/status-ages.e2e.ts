import { expect, test } from '@playwright/test';
import { startFleet, type Fleet, type SimulatedDevice } from '@snp/simulator';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';

interface Shown {
  readonly name: string;
  readonly status: string;
  readonly last_update: string | null;
}

interface Ages {
  readonly name: string;
  readonly last_message_at: string | null;
  readonly last_status_at: string | null;
}

const OBJECTS = ['ptp', 'system'].map((objectType) => ({ elementIP: '127.0.0.1', objectType }));
const ages = /^ic_snp_session_last_(message|status)_timestamp_seconds\{target="([^"]+)"\} (\S+)$/gm;

test.describe('the age of what devices say', () => {
  let folder: string;
  let exporter: Exporter;
  let fleet: Fleet;
  let delivers: SimulatedDevice;
  let heartbeatsOnly: SimulatedDevice;

  const start = () => Exporter.start({ databasePath: join(folder, 'connections.db') });
  const connection = async ({ name }: SimulatedDevice): Promise<Shown> => {
    const { body } = await exporter.api<Shown[]>('GET', '/api/connections');
    const found = body.find((each) => each.name === name);
    if (found === undefined) throw new Error(`there is no connection ${name}`);
    return found;
  };
  const live = async ({ name }: SimulatedDevice): Promise<Ages | undefined> =>
    (await exporter.api<{ devices: Ages[] }>('GET', '/api/fleet')).body.devices.find((each) => each.name === name);
  /** Seconds since the epoch, by kind. */
  const scraped = async ({ name }: SimulatedDevice): Promise<Record<string, number>> => {
    const found = [...(await exporter.scrape()).matchAll(ages)].filter(([, , target]) => target === name);
    return Object.fromEntries(found.map(([, kind, , value]) => [kind, Number(value)]));
  };

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snp-ages-'));
    fleet = await startFleet({ devices: 2, updatesPerSecond: 10, frequencyMs: 50 });
    [delivers, heartbeatsOnly] = fleet.devices;
    heartbeatsOnly.misbehave({ kind: 'no-statuses' });
    exporter = await start();
    for (const device of fleet.devices)
      await exporter.api('POST', '/api/connections', { ...device.settings, objects_ids: OBJECTS });
    await eventually(
      async () => (await connection(delivers)).status === 'connected' && 'message' in (await scraped(heartbeatsOnly)),
      () => `both devices to be heard:\n${exporter.log}`,
    );
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('is that of the last status, whatever else comes; unknown of one that has sent none, also after a restart', async () => {
    expect(await live(heartbeatsOnly)).toMatchObject({ last_message_at: expect.any(String), last_status_at: null });
    expect((await connection(heartbeatsOnly)).last_update).toBeNull();

    delivers.misbehave({ kind: 'no-statuses' });
    const isOlder = async (): Promise<boolean> => {
      delivers.raiseAlarm({ reason: 'A message that is no status', location: 'Test', objectId: 'system' });
      const { message = 0, status = 0 } = await scraped(delivers);
      return status > 0 && message - status > 1;
    };
    await eventually(isOlder, () => 'messages without statuses to have come for a second');
    const { status } = await scraped(delivers);
    const { last_message_at: message, last_status_at: shown } = (await live(delivers)) ?? {};
    expect(Math.abs(Date.parse(shown ?? '') - status * 1_000)).toBeLessThan(100);
    expect(Date.parse(message ?? '')).toBeGreaterThan(Date.parse(shown ?? '') + 1_000);
    const isThatOfStatus = async () => {
      const { last_update } = await connection(delivers);
      expect(Math.abs(Date.parse(`${last_update}Z`) - status * 1_000)).toBeLessThan(1_500);
    };
    await isThatOfStatus();
    expect(Object.keys(await scraped(heartbeatsOnly))).toEqual(['message']);

    await exporter.stop();
    exporter = await start();
    await isThatOfStatus();
    expect((await connection(heartbeatsOnly)).last_update).toBeNull();
  });
});
