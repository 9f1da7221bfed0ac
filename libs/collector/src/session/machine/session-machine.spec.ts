import { closeFailure, loginFailure, networkFailure } from '../../failures/failures';
import { timing } from '../../device/timing';
import { backoffDelay, slowDelay } from './backoff';
import type { Phase } from './phases';
import { INITIAL, type Circumstances, type Effect, type MachineEvent } from './machine';
import { reduce } from './session-machine';

const TIMING = timing(5);
const REFUSED = networkFailure({ code: 'ECONNREFUSED' }, 'REST address');
const WRONG_PASSWORD = loginFailure(401, 'text/plain');

/** A machine with its effects, on a clock of its own. */
class Course {
  machine = INITIAL;
  effects: readonly Effect[] = [];
  at = 0;
  random = 0.5;

  send(event: MachineEvent): this {
    const circumstances: Circumstances = { timing: TIMING, at: this.at, random: this.random };
    ({ machine: this.machine, effects: this.effects } = reduce(this.machine, event, circumstances));
    return this;
  }

  step(...kinds: Extract<MachineEvent, { attempt: number }>['kind'][]): this {
    for (const kind of kinds) this.send({ kind, attempt: this.machine.attempt } as MachineEvent);
    return this;
  }

  start(): this {
    return this.send({ kind: 'start', fault: null });
  }

  toUpgrade(): this {
    return this.step('reached', 'admitted', 'secured', 'authenticated', 'dialled', 'encrypted');
  }

  toLive(): this {
    return this.toUpgrade().step('upgraded', 'permitted', 'delivered');
  }

  fail(failure = REFUSED): this {
    return this.send({ kind: 'failed', attempt: this.machine.attempt, failure });
  }

  close(closeCode: number): this {
    return this.send({
      kind: 'closed',
      attempt: this.machine.attempt,
      closeCode,
      failure: closeFailure(closeCode, ''),
    });
  }

  timer(silentMs = 0, isResolving = false): this {
    return this.watch({ silentMs, isResolving });
  }

  /** The timer runs out: by default in time, and with a status just now. */
  watch(facts: Partial<Extract<MachineEvent, { kind: 'timer' }>>): this {
    const fine = { silentMs: 0, isResolving: false, statusAgeMs: 0, statusWaitMs: 15_000, lateMs: 0 };
    return this.send({ kind: 'timer', ...fine, ...facts });
  }

  get delay(): number | undefined {
    return this.effects.flatMap((effect) => (effect.kind === 'arm' ? [effect.ms] : []))[0];
  }

  get kinds(): string[] {
    return this.effects.map(({ kind }) => kind);
  }
}

const started = () => new Course().start();

describe('the course of a session', () => {
  it('goes from TCP over login and WebSocket to the first status message, doing one thing at a time', () => {
    const course = started();
    const acts = [course.kinds];
    for (const kind of ['reached', 'admitted', 'secured', 'authenticated', 'dialled', 'encrypted'] as const)
      acts.push(course.step(kind).kinds);
    for (const kind of ['upgraded', 'permitted', 'delivered'] as const) acts.push(course.step(kind).kinds);
    expect(acts).toEqual([
      ['arm', 'reach'],
      ['disarm', 'queue'],
      ['arm', 'secure'],
      ['arm', 'authenticate'],
      ['arm', 'dial'],
      ['arm', 'encrypt'],
      ['arm', 'upgrade'],
      ['release', 'arm', 'sendToken'],
      ['arm', 'subscribe'],
      ['arm', 'goLive'],
    ]);
  });

  it('is connected from the first status message on, not before', () => {
    const course = started().toUpgrade().step('upgraded', 'permitted');
    expect(course.machine.status).toBe('connecting');
    expect(course.step('delivered').machine.status).toBe('connected');
  });

  it('subscribes even when the device does not answer the token', () => {
    const course = started().toUpgrade().step('upgraded');
    expect(course.delay).toBe(2000);
    expect(course.timer().kinds).toContain('subscribe');
  });

  it('subscribes even when a status comes before it has', () => {
    const course = started().toUpgrade().step('upgraded', 'delivered');
    expect(course.machine.status).toBe('connected');
    expect(course.kinds).toEqual(['arm', 'subscribe', 'arm', 'goLive']);
  });

  it.each<[Phase, number, string]>([
    ['reaching', 3000, 'no TCP connection to the REST address within 3 s'],
    ['securing', 3000, 'no TLS handshake with the REST address within 3 s'],
    ['authenticating', 8000, 'no answer to the login within 8 s'],
    ['dialling', 3000, 'no TCP connection to the WebSocket address within 3 s'],
    ['encrypting', 3000, 'no TLS handshake with the WebSocket address within 3 s'],
    ['upgrading', 5000, 'no answer to the WebSocket upgrade within 5 s'],
  ])('gives up %s after %d ms: %s', (phase, ms, reason) => {
    const course = started();
    for (const kind of ['reached', 'admitted', 'secured', 'authenticated', 'dialled', 'encrypted'] as const)
      if (course.machine.phase !== phase) course.step(kind);
    const delays = [course.delay ?? 0];
    if (course.timer().machine.phase === phase) delays.push(course.delay ?? 0);
    expect(delays).toEqual(phase === 'reaching' ? [ms] : [2000, ms - 2000]);
    if (delays.length > 1) course.timer();
    expect(course.machine).toMatchObject({ phase: 'waiting', status: 'disconnected', code: 'timeout', reason });
    expect(course.kinds).toContain('hangUp');
  });

  it('says that a host name has no address yet when its time is over', () => {
    const reason = 'host name not resolved within 3 s';
    expect(started().timer(0, true).machine).toMatchObject({ phase: 'waiting', code: 'unreachable', reason });
  });

  it('names the subscription when no status message comes', () => {
    const course = started().toUpgrade().step('upgraded', 'permitted');
    expect(course.delay).toBe(15_000);
    expect(course.timer().machine).toMatchObject({
      status: 'error',
      code: 'no_status',
      reason: 'subscribed, but no status for 15 s: check the objects',
    });
    expect(course.delay).toBeGreaterThanOrEqual(60_000);
  });

  it('does not even try a connection that cannot be run', () => {
    const course = new Course().send({ kind: 'start', fault: 'the object list is empty' });
    expect(course.machine).toMatchObject({ phase: 'barred', status: 'error', reason: 'the object list is empty' });
    expect(course.kinds).toEqual(['disarm']);
  });

  it('shows retries as what they are, not as connecting again and again', () => {
    const course = started().fail();
    expect(course.machine.status).toBe('disconnected');
    course.timer();
    expect(course.machine).toMatchObject({ phase: 'reaching', status: 'disconnected', code: 'unreachable' });
    course.toLive().close(1006).timer();
    expect(course.machine).toMatchObject({ phase: 'reaching', status: 'connecting' });
  });

  it('ignores what an earlier attempt still reports', () => {
    const course = started().fail().timer();
    const before = course.machine;
    course.send({ kind: 'reached', attempt: 1 });
    expect(course.machine).toBe(before);
  });
});

describe('a device that is slow', () => {
  const STEPS = ['reached', 'admitted', 'secured', 'authenticated', 'dialled', 'encrypted', 'upgraded'] as const;

  /** Fails at the phase again and again; how long it may take each time, in s. */
  function deadlines(course: Course, phase: Phase, tries: number): number[] {
    return Array.from({ length: tries }, () => {
      for (const kind of [...STEPS, 'permitted'] as const) if (course.machine.phase !== phase) course.step(kind);
      const begun = course.at;
      while (course.machine.phase === phase) {
        course.at += course.delay ?? Infinity;
        course.timer();
      }
      const took = course.at - begun;
      course.timer();
      return took / 1000;
    });
  }

  it.each<[Phase, number[]]>([
    ['reaching', [3, 6, 10, 10]],
    ['securing', [3, 6, 12, 24, 30, 30]],
    ['authenticating', [8, 16, 30, 30]],
    ['dialling', [3, 6, 10, 10]],
    ['encrypting', [3, 6, 12, 24, 30, 30]],
    ['upgrading', [5, 10, 20, 30, 30]],
    ['awaiting', [15, 30, 30]],
  ])('has twice as long for %s after each try that was too late, up to a limit', (phase, seconds) => {
    expect(deadlines(started(), phase, seconds.length)).toEqual(seconds);
  });

  it('is given up with the time that it had', () => {
    const course = started();
    deadlines(course, 'authenticating', 1);
    deadlines(course, 'authenticating', 1);
    expect(course.machine.reason).toBe('no answer to the login within 16 s');
  });

  it('holds a place among the handshakes no longer than any other, and needs none to go on', () => {
    const course = started();
    deadlines(course, 'securing', 2);
    course.step('reached', 'admitted');
    expect([course.delay, course.kinds]).toEqual([2000, ['arm', 'secure']]);
    expect(course.timer().effects).toEqual([{ kind: 'release' }, { kind: 'arm', ms: 10_000 }]);
    expect(course.step('secured').effects).toEqual([{ kind: 'arm', ms: 8000 }, { kind: 'authenticate' }]);
    course.step('authenticated', 'dialled', 'encrypted', 'upgraded');
    expect(course.kinds).toEqual(['arm', 'sendToken']);
    course.step('permitted', 'delivered').close(1006).timer().step('reached', 'admitted', 'secured');
    expect(course.fail().kinds).toContain('release');
  });

  it('keeps the time that it needs, and has the first deadline again once it is fast', () => {
    const course = started();
    deadlines(course, 'authenticating', 1);
    const login = (ms: number) => {
      course.step('reached', 'admitted', 'secured');
      course.at += ms;
      course.step('authenticated', 'dialled', 'encrypted', 'upgraded', 'permitted', 'delivered');
      course.at += 60_000;
      course.close(1006).timer();
      return course.machine.deadlines.authenticating;
    };
    expect([login(9_500), login(9_500), login(100)]).toEqual([19_000, 19_000, 8_000]);
  });

  it('has as long at its other address, and no longer for anything else', () => {
    const course = started();
    deadlines(course, 'securing', 1);
    course.step('reached', 'admitted');
    course.at += 3_500;
    course.timer().step('secured');
    expect(course.delay).toBe(8_000);
    course.step('authenticated');
    expect(course.delay).toBe(3_000);
    expect(course.step('dialled').delay).toBe(7_000);
  });
});

describe('coming back', () => {
  it('waits anywhere between nothing and a bound that doubles from INTERVAL/5 to 10 s', () => {
    const bounds = [1, 2, 3, 4, 5, 6, 100].map((failures) => backoffDelay(failures, 1, TIMING));
    expect(bounds).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
    expect(backoffDelay(6, 0, TIMING)).toBe(0);
    expect(backoffDelay(1, 1, timing(60))).toBe(10_000);
  });

  it('tries a refused password at most three times in any ten minutes', () => {
    const course = started();
    course.random = 0;
    const tries: number[] = [];
    while (course.at < 3_600_000) {
      tries.push(course.at);
      course.step('reached', 'admitted', 'secured').fail(WRONG_PASSWORD);
      expect(course.machine).toMatchObject({ status: 'error', reason: 'device refused the password (401)' });
      course.at += course.delay ?? Infinity;
      course.timer();
    }
    const most = Math.max(...tries.map((from) => tries.filter((at) => at >= from && at < from + 600_000).length));
    expect(most).toBeLessThanOrEqual(3);
    expect(tries.length).toBeGreaterThan(6);
  });

  it('spreads the slow lane too', () => {
    expect([slowDelay(60_000, 0), slowDelay(60_000, 0.999)]).toEqual([60_000, expect.closeTo(71_988)]);
  });

  it('renews a token that ends in mid-session at once, once', () => {
    const course = started().toLive();
    course.at += 5000;
    expect(course.close(1008).machine).toMatchObject({ status: 'disconnected', code: 'token_expired' });
    expect(course.delay).toBe(0);
    course.timer().toLive().close(1008);
    expect(course.machine).toMatchObject({ status: 'error', code: 'credentials' });
    expect(course.delay).toBeGreaterThanOrEqual(300_000);
  });

  it('renews every token that lasted for a while', () => {
    const course = started();
    for (let hour = 0; hour < 5; hour++) {
      course.toLive();
      course.at += 3_600_000;
      expect(course.close(1008).delay).toBe(0);
      course.timer();
    }
  });

  it('takes a token that is refused before the first status for a refusal', () => {
    expect(started().toUpgrade().step('upgraded').close(1008).machine).toMatchObject({ status: 'error' });
  });

  it.each([1000, 1001, 1005, 1006, 1011])('comes back within a second after the device closes with %d', (code) => {
    const course = started().toLive();
    course.at += 60_000;
    course.random = 0.999;
    expect(course.close(code).machine).toMatchObject({ status: 'disconnected', code: 'closed' });
    expect(course.delay).toBeLessThan(1000);
  });

  it('tries a device that falls off at once less often, but not seldom', () => {
    const course = started();
    course.random = 0.999;
    const delays = [1, 2, 3, 4, 5].map(() => {
      const delay = course.toLive().close(1006).delay;
      course.timer();
      return Math.round(delay ?? 0);
    });
    expect(delays).toEqual([999, 1998, 1998, 1998, 1998]);
  });

  it('loses a session after 11 s without a message of any kind', () => {
    const course = started().toLive();
    expect(course.delay).toBe(11_000);
    expect(course.timer(4000).machine.status).toBe('connected');
    expect(course.delay).toBe(7000);
    expect(course.timer(11_000).machine).toMatchObject({ status: 'disconnected', code: 'silent' });
    expect(course.kinds).toEqual(['lose', 'hangUp', 'arm']);
  });
});

describe('heartbeats without statuses', () => {
  const none = { statusAgeMs: 45_000, statusWaitMs: 45_000 };

  it('are looked for by the timer that also watches for silence', () => {
    const course = started().toLive();
    expect(course.watch({ silentMs: 1_000, statusAgeMs: 11_000 }).delay).toBe(4_000);
    expect(course.watch({ silentMs: 9_000, statusAgeMs: 11_000 }).delay).toBe(2_000);
    expect(course.machine.phase).toBe('live');
  });

  it('make the session subscribe again, and no status then makes it degraded, by as many seconds as there was none', () => {
    const course = started().toLive().watch(none);
    expect(course.machine).toMatchObject({ phase: 'probing', code: 'connected' });
    expect(course.effects).toEqual([{ kind: 'arm', ms: 5_000 }, { kind: 'subscribe' }]);
    course.at += 5_000;
    course.watch({ ...none, statusAgeMs: 50_000 });
    const reason = 'no status for 50 s; heartbeats arrive';
    expect(course.machine).toMatchObject({ phase: 'stalled', status: 'connected', code: 'statuses_stopped', reason });
    expect(course.effects).toEqual([{ kind: 'arm', ms: 11_000 }]);
    expect(course.step('delivered').machine).toMatchObject({ phase: 'live', code: 'connected' });
    expect(course.kinds).toEqual(['arm']);
  });

  it.each<[Phase, number]>([
    ['probing', 5_000],
    ['stalled', 15_000],
  ])('are waited for anew while %s when the process stood still', (phase, ms) => {
    const course = started().toLive().watch(none);
    course.at += 5_000;
    if (phase === 'stalled') course.watch(none);
    course.at += 60_000;
    course.watch({ ...none, lateMs: 55_000 });
    expect([course.machine.phase, course.delay]).toEqual([phase, Math.min(ms, 11_000)]);
    course.at += ms;
    expect(course.watch(none).machine.phase).not.toBe(phase);
  });

  it('end a session, and the next one is live when more than its first picture has come', () => {
    const course = started().toLive().watch(none);
    for (const ms of [5_000, 15_000]) {
      course.at += ms;
      course.watch(none);
    }
    expect(course.machine).toMatchObject({ phase: 'waiting', status: 'disconnected', code: 'statuses_stopped' });
    course.timer().toLive();
    expect(course.machine).toMatchObject({ phase: 'settling', status: 'connecting' });
    expect(course.step('delivered').machine.phase).toBe('settling');
    expect(course.timer().kinds).toEqual(['arm', 'subscribe']);
    expect(course.step('delivered').machine).toMatchObject({ phase: 'live', status: 'connected' });
  });

  it('do not put a device in error that refuses the token when it is asked again', () => {
    const course = started();
    for (let session = 0; session < 3; session++) {
      course.toLive().watch(none).close(1008);
      expect(course.machine).toMatchObject({ status: 'disconnected', code: 'token_expired' });
      course.timer();
    }
  });

  it('are forgotten after ten minutes of statuses', () => {
    const course = started().toLive();
    const stall = () => {
      course.watch(none);
      for (const ms of [5_000, 15_000]) {
        course.at += ms;
        course.watch(none);
      }
      return course.machine.status;
    };
    const goOn = () => course.timer().toLive().timer().step('delivered');
    expect(stall()).toBe('disconnected');
    goOn();
    course.at += 600_000;
    expect(stall()).toBe('disconnected');
    goOn();
    course.at += 579_000;
    expect(stall()).toBe('error');
  });
});

describe('the lane among the handshakes', () => {
  const lane = (course: Course) => course.effects.flatMap((effect) => (effect.kind === 'queue' ? [effect.lane] : []));

  it('is that of the healthy for new devices and those whose port was closed', () => {
    expect(lane(started().step('reached'))).toEqual(['healthy']);
    expect(lane(started().fail().timer().step('reached'))).toEqual(['healthy']);
  });

  it('is another one for those that stalled a handshake, until one succeeds', () => {
    const course = started().step('reached', 'admitted').timer().timer().timer().step('reached');
    expect(lane(course)).toEqual(['suspect']);
    course.fail().timer().step('reached');
    expect(lane(course)).toEqual(['suspect']);
    course.step('admitted', 'secured', 'authenticated', 'dialled', 'encrypted', 'upgraded', 'permitted', 'delivered');
    expect(lane(course.close(1006).timer().step('reached'))).toEqual(['healthy']);
  });
});
