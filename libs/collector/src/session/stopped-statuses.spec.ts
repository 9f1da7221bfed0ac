import { TalkingDevice } from '../testing/talking-device';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const STALLED = 'connected statuses_stopped';
const LAST_STATUS = 'ic_snp_session_last_status_timestamp_seconds';
const LAST_MESSAGE = 'ic_snp_session_last_message_timestamp_seconds';

describe('a device whose statuses stop while heartbeats go on', () => {
  let device: TalkingDevice;

  beforeEach(() => {
    device = new TalkingDevice().connect();
    device.updateAfter(...Array<number>(60).fill(SECOND));
  });
  afterEach(() => device.stop());

  const stop = (answers: TalkingDevice['answers']): number => {
    device.answers = answers;
    return device.clock.monotonic();
  };
  /** What users see of the session. */
  const shown = () => {
    const { state, code, reason } = device.bench.session;
    return { state, code, reason };
  };
  const temperature = () => device.bench.value('ic_snp_mainboard_temperature');

  it('is subscribed to again after 15 s, degraded 5 s later, and lost after another 15 s', () => {
    const { bench, clock } = device;
    const lastAt = stop('none');
    clock.advance(14_999);
    expect(device.probedAt).toEqual([]);
    clock.advance(1);
    expect(device.probedAt).toEqual([lastAt + 15 * SECOND]);
    clock.advance(4_999);
    expect(bench.session.code).toBe('connected');
    clock.advance(1);
    const reason = 'no status for 20 s; heartbeats arrive';
    expect(shown()).toMatchObject({ state: 'connected', code: 'statuses_stopped', reason });
    expect([temperature(), bench.value('ic_snp_up')]).toEqual([44.5, 1]);
    clock.advance(14_999);
    expect(bench.session.state).toBe('connected');
    clock.advance(1);
    expect(shown()).toMatchObject({ state: 'disconnected', code: 'statuses_stopped' });
    expect([temperature(), bench.value('ic_snp_up')]).toEqual([undefined, 0]);
  });

  it('is in error when another session gets no status either', () => {
    stop('none');
    device.clock.advance(MINUTE);
    const reason = 'subscribed in a new session, but still no status for 15 s: restart the device';
    expect(shown()).toMatchObject({ state: 'error', code: 'no_status', reason });
  });

  it('is in error when another session gets the first picture alone, without its values having come back', () => {
    stop('first');
    const temperatures = new Set<number | undefined>();
    for (let second = 0; second < 36; second++) device.clock.advance(SECOND);
    for (let second = 0; second < 10 * 60; second++) {
      device.clock.advance(SECOND);
      temperatures.add(temperature());
    }
    expect([...temperatures]).toEqual([undefined]);
    const reason = 'heartbeats arrive, but statuses stop after subscribing: restart the device';
    expect(shown()).toMatchObject({ state: 'error', code: 'statuses_stopped', reason });
    expect(device.course.slice(1)).toEqual([
      STALLED,
      'disconnected statuses_stopped',
      'connecting starting',
      'error statuses_stopped',
    ]);
    // Slowly: about once a minute.
    expect(device.bench.links.length).toBeLessThan(13);
  });

  it.each<[string, () => void]>([
    ['statuses come by themselves', () => device.updateAfter(SECOND)],
    ['it answers another subscription', () => (device.answers = 'all')],
  ])('is back, whole, when after that error %s', (_what, mend) => {
    stop('first');
    device.clock.advance(2 * MINUTE);
    expect(device.bench.session.state).toBe('error');
    for (let second = 0; second < 90 && device.bench.session.state !== 'connected'; second++) {
      mend();
      device.clock.advance(SECOND);
    }
    expect(device.bench.session.state).toBe('connected');
    expect(temperature()).toBe(44.5);
  });

  it('is in error when its statuses stop again soon after another session', () => {
    stop('none');
    device.clock.advance(36 * SECOND);
    device.answers = 'all';
    while (device.bench.session.state !== 'connected') device.updateAfter(SECOND);
    device.updateAfter(...Array<number>(100).fill(SECOND));
    stop('none');
    device.clock.advance(40 * SECOND);
    expect(shown()).toMatchObject({ state: 'error', code: 'statuses_stopped' });
  });

  it('does not flap for ever when each session has statuses for a while', () => {
    stop('first');
    device.lingersMs = Array.from({ length: 12 }, (_, second) => second * SECOND);
    device.clock.advance(60 * MINUTE);
    const lives = device.course.filter((state) => state === 'connected connected').length;
    // The first one, two that were taken for well after 5 and 10 s, and none after 20 s.
    expect([lives, device.course.at(-1)]).toEqual([3, 'error statuses_stopped']);
  });

  it('is said to be silent when a session that is not yet taken for well has no heartbeats either', () => {
    stop('first');
    device.lingersMs = Array.from({ length: 12 }, (_, second) => second * SECOND);
    const isSettling = () => device.bench.session.state === 'error' && device.bench.links.at(-1)?.isOpen;
    const livesBefore = 3;
    const lives = () => device.course.filter((state) => state === 'connected connected').length;
    while (lives() < livesBefore || !isSettling()) device.clock.advance(SECOND);
    Object.assign(device, { hasHeartbeats: false, lingersMs: [] });
    device.clock.advance(30 * SECOND);
    expect(device.course.at(-1)).toBe('disconnected silent');
  });

  it('is well as soon as a status comes by itself', () => {
    stop('none');
    device.clock.advance(21 * SECOND);
    expect(device.course.at(-1)).toBe(STALLED);
    device.update();
    expect(device.course.at(-1)).toBe('connected connected');
    expect(shown()).toMatchObject({ state: 'connected', reason: 'receiving statuses' });
    expect(device.bench.links).toHaveLength(1);
  });

  it('shows nothing when it answers another subscription, which is then asked for less and less often', () => {
    const lastAt = stop('all');
    const before = device.course;
    device.clock.advance(20 * MINUTE);
    expect(device.course).toEqual(before);
    const answered = device.probedAt.map((at) => at + device.answerMs);
    const waits = device.probedAt.map((at, probe) => (at - (answered[probe - 1] ?? lastAt)) / SECOND);
    expect(waits).toEqual([15, 30, 60, 120, 240, 480]);
    expect(temperature()).toBe(44.5);
  });

  it('ends fewer and fewer sessions when it takes another subscription for an error', () => {
    stop('all');
    device.closesWhenAskedAgain = true;
    device.clock.advance(60 * MINUTE);
    // After 15, 30, 60, 120, 240 and 480 s, and every ten minutes from then on.
    expect(device.course.filter((state) => state === 'disconnected closed')).toHaveLength(10);
  });

  it('is back when it is well again after an error, though it takes another subscription for one', () => {
    stop('first');
    device.clock.advance(2.5 * MINUTE);
    expect(device.bench.session.state).toBe('error');
    Object.assign(device, { closesWhenAskedAgain: true, answerMs: 1 });
    for (let second = 0; second < 120; second++) device.updateAfter(SECOND);
    expect([device.bench.session.state, temperature()]).toEqual(['connected', 44.5]);
  });

  it('has the age of its last status, while its messages go on', () => {
    const { bench, clock } = device;
    const lastAt = stop('none');
    clock.advance(31 * SECOND);
    const now = clock.now() / SECOND;
    const age = (name: string) => now - (bench.value(name) ?? 0);
    expect([age(LAST_STATUS), bench.session.lastStatusAt]).toEqual([31, lastAt]);
    expect(age(LAST_MESSAGE)).toBeLessThanOrEqual(6);
    clock.advance(10 * SECOND);
    expect(bench.session.state).not.toBe('connected');
    expect(now + 10 - (bench.value(LAST_STATUS) ?? 0)).toBe(41);
  });

  it('is lost by the rule of silence when the heartbeats stop too, whatever it was asked', () => {
    stop('none');
    device.clock.advance(14 * SECOND);
    device.hasHeartbeats = false;
    device.clock.advance(11 * SECOND);
    expect(device.course).toContain('disconnected silent');
  });

  it('counts what arrives, also while it waits to be applied', () => {
    const late = new TalkingDevice();
    Object.assign(late.bench.dependencies.loop, { isLate: () => true });
    late.connect();
    late.updateAfter(...Array<number>(60).fill(SECOND));
    expect(late.probedAt).toEqual([]);
    return late.stop();
  });

  it.each([3_600_000, -3_600_000, 10, -10])('is judged as ever when the wall clock is set by %d ms', (step) => {
    stop('none');
    const lengths = Array.from({ length: 40 }, () => {
      device.clock.step(step);
      device.clock.advance(SECOND);
      return device.course.length;
    });
    expect([lengths.indexOf(2), lengths.indexOf(3)]).toEqual([19, 34]);
  });

  it('is not degraded for a pause of the process, which is not learned as its cadence either', () => {
    const { clock, bench } = device;
    stop('none');
    clock.advance(15 * SECOND);
    expect(device.probedAt).toHaveLength(1);
    clock.standStill(MINUTE);
    // A timer is late now, but the heartbeats that came meanwhile are read first, and the answer a little later.
    bench.link.say({ msgType: 'fmmStatus' });
    clock.advance(2 * SECOND);
    expect(bench.session.code).toBe('connected');
    device.update();
    device.updateAfter(...Array<number>(20).fill(SECOND));
    const lastAt = clock.monotonic();
    clock.advance(16 * SECOND);
    expect(device.probedAt.at(-1)).toBe(lastAt + 15 * SECOND);
  });
});
