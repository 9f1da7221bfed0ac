import { startFleet, type Fleet, type SimulatedDevice } from '@snp/simulator';
import { pollOffset } from '../session/polling/poll-schedule';
import type { SnpSession } from '../session/session';
import { Bench, connectionTo, objects } from '../testing/bench';
import { ManualClock } from '../testing/manual-clock';

/** Of connections whose turn comes soonest. */
const IDS = Array.from({ length: 1_000 }, (_, at) => 20_000 + at).filter((id) => pollOffset(id) < 0.02);
const RECEIVERS = objects('ptp', 'ipVidRx', 'ipAudRx', 'ipAncRx');

describe('what the rows of a connected device are called', () => {
  let fleet: Fleet;
  let free: SimulatedDevice[];
  const clock = new ManualClock();
  const bench = new Bench({ configPollSeconds: 5 }, clock);

  const connect = async (wanted = RECEIVERS): Promise<{ snp: SimulatedDevice; session: SnpSession }> => {
    const snp = free.pop();
    if (snp === undefined) throw new Error('There are no more devices');
    return { snp, session: await bench.connect(connectionTo(snp, { id: IDS.pop(), objects: wanted })) };
  };
  const rows = ({ name }: SimulatedDevice) => bench.series(name, 'ic_snp_receiver_info{');
  const called = (snp: SimulatedDevice, channel: string, program: string): number =>
    rows(snp).filter((row) => row.includes(`channel="${channel}",program_name="${program}"`)).length;
  const reads = (snp: SimulatedDevice, id: string): number =>
    snp.requests.filter(({ path }) => path.endsWith(`/config/${id}`)).length;

  beforeAll(async () => {
    fleet = await startFleet({ devices: 5, kinds: ['hd'], updatesPerSecond: 4, frequencyMs: 50 });
    free = [...fleet.devices];
  });

  afterEach(() => bench.stop());

  afterAll(() => fleet.close());

  it('is read after the polls, of receivers too whose channels are not subscribed, one request at a time', async () => {
    const { snp, session } = await connect();
    const before = rows(snp);
    expect(before.every((row) => row.includes('channel="",program_name=""'))).toBe(true);
    await clock.passUntil(() => called(snp, 'A-HD-1', 'CAM 1') > 0 && session.ptpConfig, 'named');
    expect(rows(snp)).toHaveLength(before.length);
    expect(session.names.ofReceiver('video', 2)).toEqual({ channel: 'A-HD-2', programName: 'CAM 2' });
    expect(bench.series(snp.name, 'ic_snp_ptp_config_info')).toHaveLength(1);
    expect(bench.series(snp.name, 'ic_snp_section_info')).toHaveLength(12);
    expect(snp.mostRequestsAtOnce).toBe(1);
  });

  it('is read again when the personality of a processor changes, and when its sections do', async () => {
    const { snp } = await connect();
    await clock.passUntil(() => called(snp, 'A-HD-1', 'CAM 1') > 0, 'named');
    snp.configure('A-HD-1', { ProgramName: { name: 'GUEST "1"' } });
    snp.configure('processorB', { general: { personality: 'Remap, really' } });
    const before = called(snp, 'A-HD-1', 'CAM 1');
    await clock.passUntil(() => called(snp, 'A-HD-1', 'GUEST "1"') === before, 'all renamed');
    expect(called(snp, 'A-HD-1', 'CAM 1')).toBe(0);
    snp.configure('processorA', { sections: { 0: { opMode: 'UHD' } } });
    await clock.passUntil(() => rows(snp).every((row) => !row.includes('channel="A-HD-1"')), 'in UHD mode');
    expect(snp.mostRequestsAtOnce).toBe(1);
  });

  it('is only the channel where the device has no such configuration, and polls are as good as ever', async () => {
    const { snp } = await connect();
    snp.configurations = 'basic';
    await clock.passUntil(() => reads(snp, 'A-HD-2') > 0 && called(snp, 'A-HD-2', '') > 0, 'asked');
    const polls = async (count: number): Promise<void> => {
      const polled = reads(snp, 'system');
      await clock.passUntil(() => reads(snp, 'system') >= polled + count, 'polled');
    };
    // What polls had interrupted is read after them.
    await polls(2);
    const asked = reads(snp, 'A-HD-2');
    await polls(2);
    expect(reads(snp, 'A-HD-2')).toBe(asked);
    const successes = ['processor', 'system', 'console'].map((endpoint) =>
      bench.value(snp.name, 'ic_snp_poll_success', { endpoint }),
    );
    expect([successes, bench.series(snp.name, 'ic_snp_ptp_config_info')]).toEqual([[1, 1, 1], []]);
  });

  it('stays while it cannot be read, and is gone with the session', async () => {
    const { snp, session } = await connect();
    await clock.passUntil(() => called(snp, 'A-HD-1', 'CAM 1') > 0, 'named');
    snp.misbehave({ kind: 'rest-error' });
    await clock.passUntil(() => bench.value(snp.name, 'ic_snp_poll_success', { endpoint: 'system' }) === 0, 'failed');
    expect([called(snp, 'A-HD-1', 'CAM 1') > 0, session.state]).toEqual([true, 'connected']);
    const lost = bench.at(session, 'disconnected', () => session.names.ofReceiver('video', 1));
    snp.misbehave({ kind: 'close' });
    expect(await clock.passWhile(lost)).toEqual({});
    expect(rows(snp)).toEqual([]);
  });

  it('is read of a channel that comes into use later', async () => {
    const { snp, session } = await connect(objects('ptp', 'procChannelHD/C-HD-5'));
    snp.set('procChannelHD/C-HD-5', { active: false });
    await clock.passUntil(() => session.ptpConfig, 'read');
    expect(reads(snp, 'C-HD-5')).toBe(0);
    snp.set('procChannelHD/C-HD-5', { active: true });
    await clock.passUntil(() => session.names.program('C-HD-5') === 'PGM 5', 'read too');
  });
});
