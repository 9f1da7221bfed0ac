import { startFleet, type Fleet, type Misbehaviour, type SimulatedDevice } from '@snp/simulator';
import { SYSTEM_CLOCK } from '../common/clock';
import { timing, type Timing } from '../device/timing';
import { connectionTo, objects, until } from '../testing/bench';
import { ConnectionProbe, DiscoveryUnderWay } from './connection-probe';
import type { ProbeStep } from './probe-step';

const SHORT = { tcpMs: 500, tlsMs: 500, loginMs: 500, upgradeMs: 500, firstStatusMs: 500, greetingMs: 300 };

function probe(times: Partial<Timing> = {}, allowInsecureDevices = false): ConnectionProbe {
  return new ConnectionProbe({ clock: SYSTEM_CLOCK, timing: { ...timing(5), ...times } }, { allowInsecureDevices });
}

async function all(steps: AsyncIterable<ProbeStep>): Promise<ProbeStep[]> {
  const taken: ProbeStep[] = [];
  for await (const step of steps) taken.push(step);
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
    const steps = await all(probe().test(connectionTo(snp), never));
    expect(steps).toMatchObject([
      { step: 'resolve', ok: true, detail: `${snp.address} is an address` },
      { step: 'tcp', ok: true, detail: `port ${fleet.restPort} is open` },
      {
        step: 'tls',
        ok: true,
        detail: expect.stringMatching(/^TLSv1\.3, self-signed, until 20\d\d-\d\d-\d\d$/) as string,
      },
      { step: 'auth', ok: true, detail: 'logged in as admin' },
      { step: 'websocket', ok: true, detail: 'open' },
      { step: 'subscribe', ok: true, detail: 'token accepted, 4 objects asked for' },
      { step: 'status', ok: true, detail: '4 statuses' },
    ]);
    expect(steps.every(({ durationMs }) => durationMs >= 0 && durationMs < 30_000)).toBe(true);
    expect(steps[2]?.certificate).toMatchObject({
      selfSigned: true,
      subject: 'snp.simulator.invalid',
      fingerprint256: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) as string,
    });
    await until(() => snp.connections === 0, 'no socket is left', 5_000);
  });

  it.each<[string, Misbehaviour, string, string]>([
    [
      'a closed port',
      { kind: 'refuse' },
      'tcp',
      'REST address refused the connection: is the device up and the port right?',
    ],
    ['a stalled TLS', { kind: 'silence', at: 'tls' }, 'tls', 'no TLS handshake with the REST address within 0.5 s'],
    ['a wrong password', { kind: 'auth', answer: 'refused' }, 'auth', 'device refused the password (401)'],
    [
      'a page',
      { kind: 'auth', answer: 'html' },
      'auth',
      'login was answered without a token (text/html): check the REST address',
    ],
    ['a dripping login', { kind: 'drip', at: 'auth', every_ms: 20 }, 'auth', 'no answer to the login within 0.5 s'],
    [
      'no upgrade',
      { kind: 'refuse-upgrade', status: 404 },
      'websocket',
      'WebSocket address answered 404 instead of opening a WebSocket: check the WebSocket address',
    ],
    [
      'a refused token',
      { kind: 'refuse-tokens' },
      'subscribe',
      'device no longer accepts the token (1008, Invalid token)',
    ],
    [
      'no status',
      { kind: 'no-statuses' },
      'status',
      'no status message within 0.5 s of subscribing: check the object list',
    ],
  ])('ends with %s', async (_what, misbehaviour, step, error) => {
    const snp = device(misbehaviour);
    const steps = await all(probe(SHORT).test(connectionTo(snp), never));
    expect(steps.at(-1)).toMatchObject({ step, ok: false, detail: '', error });
    expect(steps.slice(0, -1).every(({ ok }) => ok)).toBe(true);
    await until(() => snp.connections === 0, 'no socket is left', 5_000);
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
    const steps = await all(probe(SHORT).test(connectionTo(device(), { objects: objects('noSuchObject') }), never));
    expect(steps.at(-1)).toMatchObject({ step: 'status', ok: false });
  });

  it('does not go to plain addresses unless that is allowed', async () => {
    const { name, restapi, websocket } = device();
    const target = connectionTo({ name, restapi: restapi.replace('https:', 'http:'), websocket });
    expect(await all(probe().test(target, never))).toMatchObject([
      { step: 'resolve', ok: false, error: expect.stringContaining('ALLOW_INSECURE_DEVICES') as string },
    ]);
    const allowed = await all(probe(SHORT, true).test(target, never));
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
      if (step === 'tls') setTimeout(() => interest.abort(), 20);
    }
    expect(taken).toEqual(['resolve', 'tcp', 'tls']);
  });

  it('ends when whoever listens stops listening', async () => {
    const snp = device();
    for await (const { step } of probe().test(connectionTo(snp), never)) if (step === 'subscribe') break;
    await until(() => snp.connections === 0, 'no socket is left', 5_000);
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
      await until(() => snp.connections === 0, 'no socket is left', 5_000);
    });

    it('is done one at a time for a device', async () => {
      const subject = probe();
      const target = connectionTo(device());
      const first = subject.discover(target, never);
      await expect(subject.discover(target, never)).rejects.toThrow(DiscoveryUnderWay);
      await first;
      expect(await subject.discover(target, never)).not.toHaveLength(0);
    });

    it('fails with the reason of the step that failed', async () => {
      const target = connectionTo(device({ kind: 'auth', answer: 'refused' }));
      await expect(probe().discover(target, never)).rejects.toThrow('device refused the password (401)');
    });

    it('can be cancelled', async () => {
      const interest = new AbortController();
      const listing = probe().discover(connectionTo(device({ kind: 'silence', at: 'auth' })), interest.signal);
      setTimeout(() => interest.abort(), 50);
      await expect(listing).rejects.toThrow('cancelled');
    });
  });
});
