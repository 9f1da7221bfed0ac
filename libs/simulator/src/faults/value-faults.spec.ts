import { startFleet, type Fleet } from '../fleet/fleet';
import { Client } from '../testing/client';

describe('a device whose statuses are well-formed and wrong', () => {
  let fleet: Fleet;
  const device = () => fleet.devices[0];

  beforeAll(async () => {
    fleet = await startFleet({ updatesPerSecond: 0 });
  });

  afterEach(() => device().behave());
  afterAll(() => fleet.close());

  async function texts(client: Client): Promise<string[]> {
    return (await client.next('allStatuses')).statuses ?? [];
  }

  it('has unreadable values, and readable ones again when it behaves', async () => {
    const client = await Client.subscribe(device(), ['ptp', 'system']);
    const [before] = await texts(client);
    device().misbehave({ kind: 'unreadable-values' });
    const [ptp, system] = await texts(client);
    expect(JSON.parse(ptp)).toMatchObject({
      type: 'ptp',
      object_ID: 'ptp',
      ptpStatus: { biggestSysTimeUpdate: 'N/A', clockIdentity: {} },
    });
    expect(JSON.parse(ptp)).not.toHaveProperty('ptpStatus.numSysTimeUpdates');
    expect(system).toContain('1e400');
    await device().behave();
    expect((await texts(client))[0]).toBe(before);
  });

  it('has the first index of a table twice, its own values last', async () => {
    device().misbehave({ kind: 'duplicate-index' });
    const client = await Client.subscribe(device(), ['system']);
    const { Front_Fan_Stats: fans } = JSON.parse((await texts(client))[0]) as {
      Front_Fan_Stats: { idx: number; RotationalSpeed: string }[];
    };
    expect(fans.map(({ idx }) => idx)).toEqual([1, 1, 2, 3, 4]);
    expect(fans[0].RotationalSpeed).toBe(fans[2].RotationalSpeed);
    expect(fans[0].RotationalSpeed).not.toBe(fans[1].RotationalSpeed);
  });

  it('has ever more rows with indexes that were never there', async () => {
    device().misbehave({ kind: 'growing-index', rows: 100 });
    const client = await Client.subscribe(device(), ['ipVidRx']);
    const indexes = (statuses: string[] = []): number[] =>
      (JSON.parse(statuses[0]) as { ipVidRxStatus: { idx: number }[] }).ipVidRxStatus.map(({ idx }) => idx);
    const first = indexes(await texts(client));
    device().update();
    const second = indexes((await client.next('statusState')).statuses);
    expect([first.length, second.length]).toEqual([136, 236]);
    expect(first.slice(36).some((idx) => second.includes(idx))).toBe(false);
  });

  it('writes labels of 10,000 characters', async () => {
    device().misbehave({ kind: 'long-labels' });
    const client = await Client.subscribe(device(), ['ipVidRx']);
    expect((await texts(client))[0]).toMatch(/"VidRxSwitchErrMsg":"[long ]{10000}"/);
  });

  it('writes labels with everything that needs escaping', async () => {
    device().misbehave({ kind: 'hostile-labels' });
    const client = await Client.subscribe(device(), ['system']);
    expect(JSON.parse((await texts(client))[0])).toMatchObject({
      Front_Fan_Stats: { 0: { Status: expect.stringMatching(/"quoted" back\\slash,\nnewline .*😀/) as unknown } },
    });
  });

  it('uses keys and types that are traps', async () => {
    device().misbehave({ kind: 'hostile-keys' });
    const client = await Client.subscribe(device(), ['ptp']);
    const statuses = await texts(client);
    expect(statuses[0]).toMatch(/^\{"__proto__":\{"polluted":"yes"\},"constructor"/);
    expect(statuses.map((text) => (JSON.parse(text) as { type: string }).type)).toEqual([
      'ptp',
      '__proto__',
      'constructor',
    ]);
  });

  it('nests 10,000 deep', async () => {
    device().misbehave({ kind: 'deep-nesting' });
    const client = await Client.subscribe(device(), ['ptp']);
    expect((await texts(client))[0]).toContain('['.repeat(10_000));
  });
});
