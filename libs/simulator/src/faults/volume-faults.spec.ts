import { constants, inflateRawSync } from 'node:zlib';
import { ManualClock } from '../clock';
import { startFleet, type Fleet } from '../fleet/fleet';
import { Client } from '../testing/client';
import { bomb } from './volume-faults';

const MEGABYTE = 1024 * 1024;

describe('a device that sends too much', () => {
  let fleet: Fleet;
  const clock = new ManualClock();
  const device = () => fleet.devices[0];

  beforeAll(async () => {
    fleet = await startFleet({ updatesPerSecond: 0, clock });
  });

  afterEach(() => device().behave());
  afterAll(() => fleet.close());

  it('sends one huge message', async () => {
    const client = await Client.subscribe(device(), ['ptp']);
    await client.next('allStatuses');
    device().misbehave({ kind: 'huge-message', megabytes: 20 });
    expect((await client.next('statusState')).statuses?.[0].length).toBe(20 * MEGABYTE);
  });

  it('sends a compressed bomb, agreed upon or not', async () => {
    const client = await Client.connect(device());
    await client.next('permissionsMsg');
    device().misbehave({ kind: 'compression-bomb', megabytes: 32 });
    expect((await client.until(() => client.error)).message).toMatch(/RSV1 must be clear/);
  });

  it('has bombs that are a thousand times as big inside', () => {
    const frame = bomb(16);
    expect(frame.length).toBeLessThan(32_000);
    const flushed = Buffer.concat([frame.subarray(10), Buffer.from([0, 0, 0xff, 0xff])]);
    expect(inflateRawSync(flushed, { finishFlush: constants.Z_SYNC_FLUSH })).toHaveLength(16 * MEGABYTE);
  });

  it('floods with numbered status messages of the wanted size until it behaves', async () => {
    const client = await Client.subscribe(device(), ['ptp', 'system', 'ipVidRx'], 1000);
    await client.next('allStatuses');
    device().misbehave({ kind: 'flood', per_second: 500, bytes: 20_000 });
    clock.advance(200);
    await client.until(
      () => client.messages.filter(({ msgType }) => msgType === 'statusState').length >= 100 || undefined,
    );
    const floods = client.messages.filter(({ msgType }) => msgType === 'statusState');
    const counts = floods.map(
      ({ statuses = [] }) =>
        (JSON.parse(statuses[0]) as { ptpStatus: { numSysTimeUpdates: string } }).ptpStatus.numSysTimeUpdates,
    );
    expect(counts).toEqual(Array.from({ length: 100 }, (_, at) => String(at + 1)));
    expect(JSON.stringify(floods[0]).length).toBeGreaterThan(20_000);
    await device().behave();
    clock.advance(1000);
    await client.roundTrip();
    expect(client.messages.filter(({ msgType }) => msgType === 'statusState')).toHaveLength(100);
  });
});
