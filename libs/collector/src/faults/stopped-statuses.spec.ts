import { ManualClock as FleetClock, startFleet, type Fleet, type SimulatedDevice } from '@snp/simulator';
import { timing } from '../device/timing';
import type { SnpSession } from '../session/session';
import { Bench, connectionTo } from '../testing/bench';
import { ManualClock } from '../testing/manual-clock';
import { until } from '../testing/until';

/** Both ends of the sockets live by clocks that the test moves together. */
describe('8a: a device that sends heartbeats, but no statuses', () => {
  const clock = new ManualClock();
  const fleetClock = new FleetClock();
  const bench = new Bench({}, clock);
  // A tenth of what it is elsewhere, and of the heartbeats' time.
  const short = { statusWaitMs: 1_500, answerMs: 1_000, stalledMs: 1_500, firstStatusMs: 3_000, slowMs: 3_000 };
  Object.assign(bench.dependencies, { timing: { ...timing(5), ...short } });
  let fleet: Fleet;
  let free: SimulatedDevice[];

  const passUntil = (condition: () => unknown, what: string): Promise<void> =>
    until(() => {
      if (condition()) return true;
      clock.advance(50);
      fleetClock.advance(50);
      return false;
    }, what);
  const pass = (ms: number): Promise<void> => {
    const end = clock.monotonic() + ms;
    return passUntil(() => clock.monotonic() >= end, `${ms} ms`);
  };
  const connected = async (): Promise<{ snp: SimulatedDevice; session: SnpSession }> => {
    const snp = free.pop();
    if (snp === undefined) throw new Error('There are no more devices');
    const session = bench.start(connectionTo(snp));
    await passUntil(() => session.state === 'connected', 'connected');
    return { snp, session };
  };
  const temperature = ({ name }: SimulatedDevice) => bench.value(name, 'ic_snp_mainboard_temperature');

  beforeAll(async () => {
    fleet = await startFleet({ devices: 3, updatesPerSecond: 4, frequencyMs: 100, clock: fleetClock });
    free = [...fleet.devices];
  });

  afterAll(async () => {
    await bench.stop();
    await fleet.close();
  });

  it('is degraded, lost, and in error without its values; and back when it sends statuses again', async () => {
    const { snp, session } = await connected();
    snp.misbehave({ kind: 'no-statuses' });
    await passUntil(() => session.code === 'statuses_stopped', 'statuses have stopped');
    expect([session.state, temperature(snp)]).toEqual(['connected', expect.any(Number)]);
    await passUntil(() => session.state === 'error', 'error');
    expect([session.code, temperature(snp)]).toEqual(['no_status', undefined]);
    expect(bench.value(snp.name, 'ic_snp_session_disconnects_total', { reason: 'statuses_stopped' })).toBe(1);
    await snp.behave();
    await passUntil(() => session.state === 'connected', 'connected again');
    expect(temperature(snp)).toEqual(expect.any(Number));
    await session.stop('the test is over');
  });

  it('is well, and keeps its whole picture, while it answers subscriptions', async () => {
    const { snp, session } = await connected();
    const before = bench.states(session);
    const values = () => bench.series(snp.name).filter((series) => !/^ic_snp_(session|poll)_/.test(series));
    const names = () =>
      values()
        .map((series) => series.replace(/ \S+$/, ''))
        .sort();
    await pass(4_000);
    const whole = names();
    snp.misbehave({ kind: 'no-statuses', answers: 'subscriptions' });
    await pass(12_000);
    expect(snp.counters.subscriptions).toBeGreaterThan(2);
    expect(snp.counters.subscriptions).toBeLessThan(5);
    expect(bench.states(session)).toEqual(before);
    expect(names()).toEqual(whole);
    await session.stop('the test is over');
  });

  it('is in error, without flapping, when it sends the first picture of each session and no more', async () => {
    const { snp, session } = await connected();
    snp.misbehave({ kind: 'no-statuses', answers: 'first-subscription' });
    await passUntil(() => session.state === 'error', 'error');
    expect([session.code, temperature(snp)]).toEqual(['statuses_stopped', undefined]);
    const sessions = snp.counters.sessions;
    await passUntil(() => snp.counters.sessions > sessions, 'another session');
    await pass(2_500);
    expect([session.state, temperature(snp)]).toEqual(['error', undefined]);
    await snp.behave();
    await passUntil(() => session.state === 'connected', 'connected again');
    expect(temperature(snp)).toEqual(expect.any(Number));
    await session.stop('the test is over');
  });
});
