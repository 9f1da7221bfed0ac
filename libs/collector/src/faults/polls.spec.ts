import { startFleet, type Fleet, type Misbehaviour, type SimulatedDevice } from '@snp/simulator';
import { pollOffset } from '../session/polling/poll-schedule';
import type { SnpSession } from '../session/session';
import { Bench, connectionTo } from '../testing/bench';
import { ManualClock } from '../testing/manual-clock';

/** Of connections whose turn comes soonest. */
const IDS = Array.from({ length: 1_000 }, (_, at) => 10_000 + at).filter((id) => pollOffset(id) < 0.02);

describe('the polls of a connected device', () => {
  let fleet: Fleet;
  let free: SimulatedDevice[];
  const clock = new ManualClock();
  const bench = new Bench({}, clock);

  const connect = async (): Promise<{ snp: SimulatedDevice; session: SnpSession }> => {
    const snp = free.pop();
    if (snp === undefined) throw new Error('There are no more devices');
    return { snp, session: await bench.connect(connectionTo(snp, { id: IDS.pop() })) };
  };
  const successes = ({ name }: SimulatedDevice) =>
    ['processor', 'system', 'console'].map((endpoint) => bench.value(name, 'ic_snp_poll_success', { endpoint }));

  beforeAll(async () => {
    fleet = await startFleet({ devices: 10, updatesPerSecond: 4, frequencyMs: 50 });
    free = [...fleet.devices];
  });

  afterEach(() => bench.stop());

  afterAll(() => fleet.close());

  it('bring its configuration within seconds, with the session’s own token', async () => {
    const { snp, session } = await connect();
    await clock.passUntil(() => successes(snp).every((success) => success === 1), 'polled');
    expect([...session.polls.keys()].sort()).toEqual([
      ...['console', 'processorA', 'processorB', 'processorC', 'processorD', 'system'],
    ]);
    expect(snp.counters.authentications).toBe(1);
  });

  it('are without the console where it has none', async () => {
    const { snp, session } = await connect();
    snp.misbehave({ kind: 'no-console' });
    await clock.passUntil(() => successes(snp)[0] === 1, 'polled');
    expect([successes(snp), session.polls.has('console')]).toEqual([[1, 1, undefined], false]);
  });

  it.each<[string, Misbehaviour]>([
    ['answers with errors', { kind: 'rest-error' }],
    ['does not answer', { kind: 'silence', at: 'rest' }],
    ['drips its answers', { kind: 'drip', at: 'rest', every_ms: 20 }],
    ['refuses connections', { kind: 'refuse' }],
    ['accepts connections and is silent', { kind: 'silence', at: 'tcp' }],
  ])('fail, and do not touch the session, when its REST service %s', async (_what, misbehaviour) => {
    const { snp, session } = await connect();
    snp.misbehave(misbehaviour);
    await clock.passUntil(() => successes(snp).every((success) => success === 0), 'failed');
    expect(session.polls.size).toBe(0);
    expect(bench.states(session)).toEqual(['connected connected']);
    expect(bench.value(snp.name, 'ic_snp_mainboard_temperature')).toBeDefined();
  });
});
