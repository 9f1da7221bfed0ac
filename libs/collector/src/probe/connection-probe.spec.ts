import { startFleet, type Fleet, type Misbehaviour, type SimulatedDevice } from '@snp/simulator';
import type { Clock } from '../common/clock';
import { DeviceLink, type LinkFactory } from '../device/device-link';
import { PasswordTries } from '../device/password-tries';
import { timing } from '../device/timing';
import { connectionTo, objects } from '../testing/bench';
import { ManualClock } from '../testing/manual-clock';
import { until } from '../testing/until';
import { ConnectionProbe } from './connection-probe';
import { MAX_PROBE_MS } from './device-attempt';
import type { ProbeStep, ProbeStepName } from './probe-step';

const TIMES = timing(5);
/** A second less than the request to the API may take. */
const BUDGET_MS = MAX_PROBE_MS - 1_000;

function probe(clock: Clock = new ManualClock(), allowInsecureDevices = false): ConnectionProbe {
  const tries = new PasswordTries(clock);
  const link: LinkFactory = (target, listener, request) =>
    new DeviceLink(target, listener, TIMES.closingMs, tries, request);
  return new ConnectionProbe({ clock, timing: TIMES, link, tries }, { allowInsecureDevices });
}

/** @param ended is called after each step, when the next one is under way */
async function all(steps: AsyncIterable<ProbeStep>, ended?: (step: ProbeStep) => void): Promise<ProbeStep[]> {
  const taken: ProbeStep[] = [];
  for await (const step of steps) {
    taken.push(step);
    ended?.(step);
  }
  return taken;
}

const never = new AbortController().signal;

describe('trying a connection', () => {
  let fleet: Fleet;
  let free: SimulatedDevice[];
  const device = (misbehaviour?: Misbehaviour): SimulatedDevice => {
    const snp = free.pop();
    if (snp === undefined) throw new Error('There are no more devices');
    if (misbehaviour !== undefined) snp.misbehave(misbehaviour);
    return snp;
  };

  beforeAll(async () => {
    fleet = await startFleet({ devices: 25 });
    free = [...fleet.devices];
  });

  afterAll(() => fleet.close());

  it('tells each step with what was found and how long it took, and leaves nothing behind', async () => {
    const snp = device();
    const clock = new ManualClock();
    const steps = await all(probe(clock).test(connectionTo(snp), never), () => clock.advance(7));
    expect(steps).toMatchObject([
      { step: 'resolve', ok: true, detail: `${snp.address} is an IP address` },
      { step: 'tcp', ok: true, detail: `port ${fleet.restPort} is open` },
      {
        step: 'tls',
        ok: true,
        detail: expect.stringMatching(/^TLSv1\.3, self-signed, until 20\d\d-\d\d-\d\d$/) as string,
      },
      { step: 'auth', ok: true, detail: 'logged in as admin' },
      { step: 'websocket', ok: true, detail: 'open' },
      { step: 'subscribe', ok: true, detail: 'token accepted, subscribed to 4 objects' },
      { step: 'status', ok: true, detail: '4 statuses' },
    ]);
    expect(steps.map(({ durationMs }) => durationMs)).toEqual([0, 7, 7, 7, 7, 7, 7]);
    expect(clock.pending).toBe(0);
    expect(steps[2]?.certificate).toMatchObject({
      selfSigned: true,
      subject: 'snp.simulator.invalid',
      fingerprint256: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) as string,
    });
    await until(() => snp.connections === 0, 'no socket is left');
  });

  it.each<[string, Misbehaviour, string, string]>([
    [
      'a closed port',
      { kind: 'refuse' },
      'tcp',
      'REST address refused the connection: is the device up and the port right?',
    ],
    ['a wrong password', { kind: 'auth', answer: 'refused' }, 'auth', 'device refused the password (401)'],
    ['a page', { kind: 'auth', answer: 'html' }, 'auth', 'login returned no token (text/html): check the REST address'],
    [
      'no upgrade',
      { kind: 'refuse-upgrade', status: 404 },
      'websocket',
      'WebSocket upgrade refused with 404: check the WebSocket address',
    ],
    [
      'a refused token',
      { kind: 'refuse-tokens' },
      'subscribe',
      'device no longer accepts the token (1008, Invalid token)',
    ],
  ])('ends with %s', async (_what, misbehaviour, step, error) => {
    const snp = device(misbehaviour);
    const steps = await all(probe().test(connectionTo(snp), never));
    expect(steps.at(-1)).toMatchObject({ step, ok: false, detail: '', error });
    expect(steps.slice(0, -1).every(({ ok }) => ok)).toBe(true);
    await until(() => snp.connections === 0, 'no socket is left');
  });

  it.each<[string, Misbehaviour, ProbeStepName, ProbeStepName, string]>([
    [
      'a stalled TLS',
      { kind: 'silence', at: 'tls' },
      ...(['tcp', 'tls', 'no TLS handshake with the REST address within 29 s'] as const),
    ],
    [
      'a dripping login',
      { kind: 'drip', at: 'auth', every_ms: 20 },
      ...(['tls', 'auth', 'no answer to the login within 29 s'] as const),
    ],
    [
      'no status',
      { kind: 'no-statuses' },
      ...(['subscribe', 'status'] as const),
      'subscribed, but no status for 29 s: check the objects',
    ],
  ])('ends with %s when its time is over, and says so', async (_what, misbehaviour, last, late, error) => {
    const ms = BUDGET_MS;
    const snp = device(misbehaviour);
    const clock = new ManualClock();
    const steps = await all(
      probe(clock).test(connectionTo(snp), never),
      ({ step }) => step === last && clock.advance(ms),
    );
    expect(steps.at(-1)).toMatchObject({ step: late, ok: false, detail: '', error, durationMs: ms });
    expect(steps.slice(0, -1).every(({ ok }) => ok)).toBe(true);
    await until(() => snp.connections === 0, 'no socket is left');
  });

  it('ends within 30 s, however the device spends them, and names what was missing', async () => {
    const clock = new ManualClock();
    const snp = device({ kind: 'no-statuses' });
    const steps = await all(probe(clock).test(connectionTo(snp), never), ({ step }) => {
      if (step === 'tcp') clock.advance(9_900);
      if (step === 'tls') clock.advance(9_500);
      if (step === 'subscribe') clock.advance(9_600);
    });
    const error = 'subscribed, but no status for 10 s: check the objects';
    expect(steps.at(-1)).toMatchObject({ step: 'status', ok: false, error });
    expect([clock.monotonic(), clock.pending]).toEqual([BUDGET_MS, 0]);
  });

  it('gives each step as long as a slow device gets in a session after some tries', async () => {
    const clock = new ManualClock();
    const snp = device();
    const steps = await all(probe(clock).test(connectionTo(snp), never), ({ step }) => {
      if (step === 'tcp') clock.advance(TIMES.tlsMs + 500);
      if (step === 'tls') clock.advance(TIMES.loginMs + 1500);
      if (step === 'subscribe') clock.advance(TIMES.firstStatusMs + 500);
    });
    expect(steps.filter(({ ok }) => !ok)).toEqual([]);
    expect(steps.at(-1)?.step).toBe('status');
  });

  it('names what cannot be resolved', async () => {
    const target = connectionTo({
      name: 'x',
      restapi: 'https://no-such-host.invalid/api/',
      websocket: 'wss://no-such-host.invalid/smm',
    });
    const [step, ...others] = await all(probe().test(target, never));
    expect([step, others]).toMatchObject([{ step: 'resolve', ok: false }, []]);
    expect(step?.error).toMatch(/host name/);
  });

  it('says that a subscription without objects brings nothing', async () => {
    const clock = new ManualClock();
    const target = connectionTo(device(), { objects: objects('noSuchObject') });
    const steps = await all(
      probe(clock).test(target, never),
      ({ step }) => step === 'subscribe' && clock.advance(BUDGET_MS),
    );
    expect(steps.at(-1)).toMatchObject({ step: 'status', ok: false });
  });

  it('does not go to plain addresses unless that is allowed', async () => {
    const { name, restapi, websocket } = device();
    const target = connectionTo({ name, restapi: restapi.replace('https:', 'http:'), websocket });
    expect(await all(probe().test(target, never))).toMatchObject([
      { step: 'resolve', ok: false, error: expect.stringContaining('ALLOW_INSECURE_DEVICES') as string },
    ]);
    const allowed = await all(probe(new ManualClock(), true).test(target, never));
    expect(allowed.map(({ step, ok }) => `${step} ${ok}`)).toEqual([
      'resolve true',
      'tcp true',
      'tls true',
      'auth false',
    ]);
  });

  it('ends when nobody is interested any more', async () => {
    const snp = device({ kind: 'silence', at: 'auth' });
    const interest = new AbortController();
    const taken: string[] = [];
    for await (const { step } of probe().test(connectionTo(snp), interest.signal)) {
      taken.push(step);
      if (step === 'tls') setImmediate(() => interest.abort());
    }
    expect(taken).toEqual(['resolve', 'tcp', 'tls']);
  });

  it('ends when whoever listens stops listening', async () => {
    const snp = device();
    for await (const { step } of probe().test(connectionTo(snp), never)) if (step === 'subscribe') break;
    await until(() => snp.connections === 0, 'no socket is left');
  });

  describe('for its objects', () => {
    it('lists what the device has, each object once', async () => {
      const snp = device();
      const found = await probe().discover(connectionTo(snp), never);
      const keys = found.map(({ objectType, objectId }) => `${objectType}/${objectId}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toEqual(expect.arrayContaining(snp.objects.map(({ type, id }) => `${type}/${id}`)));
      expect(found).toContainEqual({
        elementIp: '127.0.0.1',
        objectType: 'procChannelHD',
        objectId: 'A-HD-1',
        name: expect.any(String) as string,
        known: true,
      });
      await until(() => snp.connections === 0, 'no socket is left');
    });

    it('fails with the reason of the step that failed', async () => {
      const target = connectionTo(device({ kind: 'auth', answer: 'refused' }));
      await expect(probe().discover(target, never)).rejects.toThrow('device refused the password (401)');
    });

    it('can be cancelled', async () => {
      const interest = new AbortController();
      const snp = device({ kind: 'silence', at: 'auth' });
      const listing = probe().discover(connectionTo(snp), interest.signal);
      void until(() => snp.counters.connections > 0, 'a socket').then(() => interest.abort());
      await expect(listing).rejects.toThrow('cancelled');
      await until(() => snp.connections === 0, 'no socket is left');
    });
  });
});
