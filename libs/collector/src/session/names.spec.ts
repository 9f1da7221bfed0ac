import { FakeBench } from '../testing/fake-bench';
import { allStatuses } from '../testing/fake-link';

const row = (idx: number) => ({ idx, VidRxPriIPsourceRO: `239.0.0.${idx}`, VidRxPriPortRO: '20000' });
const RECEIVERS = { type: 'ipVidRx', ipVidRxStatus: [row(6), row(9)] };
const channel = (id: string, active: boolean) => ({ type: 'procChannelHD', object_ID: id, active });
const HD = { general: { personality: 'Sync' }, sections: [1, 2, 3].map((idx) => ({ idx, opMode: 'HD' })) };
const called = (name: string) => ({ ProgramName: { name } });

describe('the rows of a session', () => {
  let bench: FakeBench;

  /** Lets time pass, and everything happen that it brings about; the device is heard of meanwhile. */
  const pass = async (ms: number): Promise<void> => {
    for (const end = bench.clock.monotonic() + ms; bench.clock.monotonic() < end;) {
      for (let turn = 0; turn < 30; turn++) await Promise.resolve();
      bench.clock.advance(50);
      if (bench.clock.monotonic() % 5_000 === 0) bench.link.say({ msgType: 'fmmStatus' });
    }
  };
  const rows = () =>
    [...(bench.store.target('SNP')?.list('ic_snp_receiver_info{') ?? [])].map(({ labels }) =>
      [labels['index'], labels['channel'], labels['program_name']].join(' '),
    );
  const live = (...statuses: object[]): void => {
    bench = new FakeBench();
    Object.assign(bench.configurations, { processorA: HD, 'A-HD-6': called('CAM 3') });
    bench.begin().link.deliver(...statuses);
  };

  afterEach(() => bench.session.stop('the test is over'));

  it('are called by what is read, also when their statuses do not come again', async () => {
    live(RECEIVERS);
    expect(rows()).toEqual(['6  ', '9  ']);
    const writes: string[][] = [];
    for (let second = 0; second < 10; second++) {
      writes.push(rows());
      await pass(1_000);
    }
    expect(rows()).toEqual(['6 A-HD-6 CAM 3', '9  ']);
    // Never without series.
    expect(writes.every(({ length }) => length === 2)).toBe(true);
  });

  it('are called otherwise when the name is another one an hour later', async () => {
    live(RECEIVERS);
    await pass(10_000);
    bench.configurations['A-HD-6'] = called('CAM 4');
    await pass(3_600_000);
    expect(rows()).toEqual(['6 A-HD-6 CAM 4', '9  ']);
  });

  it('are called by a channel that is active where its processor cannot be read, as long as it is there', async () => {
    live(RECEIVERS, channel('B-HD-1', true));
    await pass(10_000);
    expect(rows()[1]).toBe('9 B-HD-1 ');
    bench.link.say({ msgType: 'statusState', statuses: [JSON.stringify(channel('B-HD-1', false))] });
    await pass(2_000);
    expect(rows()[1]).toBe('9  ');
    bench.link.say({ msgType: 'statusState', statuses: [JSON.stringify(channel('B-HD-1', true))] });
    await pass(2_000);
    expect(rows()[1]).toBe('9 B-HD-1 ');
    bench.link.say(allStatuses(RECEIVERS));
    await pass(10_000);
    expect(rows()[1]).toBe('9  ');
  });

  it('are called nothing any more when the session is lost', async () => {
    live(RECEIVERS);
    await pass(10_000);
    bench.link.disappear();
    bench.link.listener.closed(1006, { code: 'closed', reason: 'closed', retry: 'soon' });
    expect([rows(), bench.session.names.ofReceiver('video', 6)]).toEqual([[], {}]);
  });
});
