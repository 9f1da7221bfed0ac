import type { RestResponse } from '../../device/device-client';
import { DeviceFailure } from '../../failures/failure';
import { loginFailure } from '../../failures/failures';
import type { Lane } from '../../device/handshake-gate';
import { ManualClock } from '../../testing/manual-clock';
import { Poller, type PollEndpoint } from './poller';

const PERIOD = 60_000;
const config = (config: object) => JSON.stringify({ config: JSON.stringify(config) });
const GOOD: Readonly<Record<string, RestResponse>> = {
  'console/status': { status: 200, body: '{"data":{"upTime":"up 2 weeks","serialNum":"7"}}' },
  'elements/127.0.0.1/config/system': { status: 200, body: config({ System_Control: { Net_Mode: 'Bonded LACP' } }) },
  ...Object.fromEntries(
    ['A', 'B', 'C', 'D'].map((letter) => [
      `elements/127.0.0.1/config/processor${letter}`,
      { status: 200, body: config({ general: { personality: `Sync ${letter}` } }) },
    ]),
  ),
};

/** A device whose REST answers are what the test says. */
function device(period = PERIOD) {
  const clock = new ManualClock();
  const answers: Record<string, RestResponse | Error> = { ...GOOD };
  const reads: string[] = [];
  const lanes: Lane[] = [];
  const state = {
    isOpen: true,
    logins: 0,
    login: (): string => `Bearer ${state.logins}`,
    reading: 0,
    most: 0,
    closed: 0,
  };
  const values = new Map<PollEndpoint, object | undefined>();
  const read = async (path: string, token: string): Promise<RestResponse> => {
    reads.push(`${path.split('/').at(-1)} ${token}`);
    state.most = Math.max(state.most, ++state.reading);
    await Promise.resolve();
    state.reading--;
    const answer = answers[path] ?? new Error('unknown path');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const poller = new Poller(
    {
      ...{ clock, periodMs: period, offset: 0.25, elementIp: '127.0.0.1' },
      reader: (lane) => {
        lanes.push(lane);
        return {
          open: () => (state.isOpen ? Promise.resolve() : Promise.reject(new Error('closed port'))),
          read,
          login: () => {
            state.logins++;
            return Promise.resolve().then(state.login);
          },
          close: () => state.closed++,
        };
      },
    },
    { began: () => undefined, polled: (endpoint, value) => values.set(endpoint, value), finished: () => undefined },
  );
  /** Lets time pass and everything happen that it brings about. */
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
  };
  return { clock, answers, reads, lanes, state, values, poller, pass };
}

describe('polls of a device', () => {
  it('begin within seconds with everything there is to read, one after the other, with the session’s token', async () => {
    const { poller, pass, reads, values, state } = device();
    poller.start('Bearer session');
    await pass(3_000);
    expect(reads).toEqual(
      ['processorA', 'processorB', 'processorC', 'processorD', 'system', 'status'].map(
        (name) => `${name} Bearer session`,
      ),
    );
    expect(state.most).toBe(1);
    expect(Object.fromEntries(values)).toMatchObject({
      processorB: { personality: 'Sync B' },
      system: { netMode: 'Bonded LACP' },
      console: { serial: '7', uptimeSeconds: 1_209_600 },
    });
    expect([...poller.results]).toEqual(
      ['processor', 'system', 'console'].map((group) => [group, { success: true, durationSeconds: 0 }]),
    );
  });

  it('go on once a period', async () => {
    const { poller, pass, reads } = device();
    poller.start('Bearer session');
    await pass(3_000);
    await pass(1.5 * PERIOD);
    expect(reads).toHaveLength(12);
    for (let period = 0; period < 10; period++) await pass(PERIOD);
    expect(reads).toHaveLength(72);
  });

  it('get a new token once when the session’s is no longer taken', async () => {
    const { poller, pass, answers, reads, state } = device();
    answers['elements/127.0.0.1/config/system'] = { status: 401, body: '' };
    poller.start('Bearer session');
    await pass(3_000);
    expect(state.logins).toBe(1);
    expect(reads.slice(4)).toEqual(['system Bearer session', 'system Bearer 1', 'status Bearer 1']);
    expect(poller.results.get('system')?.success).toBe(false);
    expect(poller.results.get('console')?.success).toBe(true);
  });

  it('do not try a refused password again and again, which could lock the device', async () => {
    const { poller, pass, answers, state } = device();
    for (const path of Object.keys(answers)) answers[path] = { status: 401, body: '' };
    state.login = () => {
      throw new DeviceFailure(loginFailure(401, ''));
    };
    poller.start('Bearer session');
    for (let period = 0; period < 20; period++) await pass(PERIOD);
    expect(state.logins).toBe(1);
    expect([...poller.results.values()].some(({ success }) => success)).toBe(false);
  });

  it('are without the console of a device that has none, which is asked for again after an hour', async () => {
    const { poller, pass, answers, reads, values } = device();
    answers['console/status'] = { status: 404, body: 'Not Found' };
    poller.start('Bearer session');
    for (let minute = 0; minute < 58; minute++) await pass(60_000);
    expect(reads.filter((read) => read.startsWith('status'))).toHaveLength(1);
    expect([...poller.results.keys()]).toEqual(['processor', 'system']);
    expect(values.get('console')).toBeUndefined();
    answers['console/status'] = GOOD['console/status'] as RestResponse;
    for (let minute = 0; minute < 5; minute++) await pass(60_000);
    expect(poller.results.get('console')?.success).toBe(true);
  });

  it.each<[string, RestResponse | Error]>([
    ['an error', { status: 500, body: '' }],
    ['a page', { status: 200, body: '<html>' }],
    ['nothing', { status: 200, body: '' }],
    ['null', { status: 200, body: 'null' }],
    ['a broken connection', new Error('reset')],
  ])('say that they failed when the answer is %s, and keep no old value', async (_what, answer) => {
    const { poller, pass, answers, values } = device();
    poller.start('Bearer session');
    await pass(3_000);
    answers['elements/127.0.0.1/config/processorB'] = answer;
    await pass(1.5 * PERIOD);
    expect(poller.results.get('processor')?.success).toBe(false);
    expect(poller.results.get('system')?.success).toBe(true);
    expect([values.get('processorA'), values.get('processorB')]).toEqual([{ personality: 'Sync A' }, undefined]);
  });

  it('are tried again soon once after a failure, and then in their turn', async () => {
    const { poller, pass, state, lanes } = device();
    state.isOpen = false;
    poller.start('Bearer session');
    await pass(3_000);
    await pass(PERIOD / 4);
    expect(lanes).toHaveLength(2);
    for (let period = 0; period < 10; period++) await pass(PERIOD);
    expect(lanes.length).toBeGreaterThanOrEqual(11);
    expect(lanes.length).toBeLessThanOrEqual(12);
  });

  it('wait with the suspects when the REST port was closed the last time', async () => {
    const { poller, pass, state, lanes } = device();
    state.isOpen = false;
    poller.start('Bearer session');
    await pass(3_000);
    expect([...poller.results.values()].map(({ success }) => success)).toEqual([false, false, false]);
    state.isOpen = true;
    await pass(1.5 * PERIOD);
    await pass(1.5 * PERIOD);
    expect(lanes).toEqual(['polling', 'suspect', 'polling']);
  });

  it('are over at once when the session is, also in the middle of one', async () => {
    const { poller, pass, clock, values, state } = device();
    poller.start('Bearer session');
    clock.advance(3_000);
    await Promise.resolve();
    poller.stop();
    await pass(10 * PERIOD);
    expect([clock.pending, state.closed, values.size]).toEqual([0, 1, 0]);
  });

  it('are those of the latest session only', async () => {
    const { poller, pass, reads } = device();
    poller.start('Bearer one');
    poller.start('Bearer two');
    await pass(3_000);
    expect(reads.every((read) => read.endsWith('two'))).toBe(true);
  });
});
