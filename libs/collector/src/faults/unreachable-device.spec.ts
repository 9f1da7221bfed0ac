import { startFleet, type Fleet, type Misbehaviour, type SimulatedDevice } from '@snp/simulator';
import { Bench, connectionTo, objects } from '../testing/bench';
import { ManualClock } from '../testing/manual-clock';
import { until } from '../testing/until';

const NO_TLS = [3_000, 'no TLS handshake with the REST address within 3 s'] as const;
const NO_LOGIN = [8_000, 'no answer to the login within 8 s'] as const;
const NO_UPGRADE = [5_000, 'no answer to the WebSocket upgrade within 5 s'] as const;

describe('a device that cannot be connected to', () => {
  let fleet: Fleet;
  let free: SimulatedDevice[];
  const clock = new ManualClock();
  const bench = new Bench({}, clock);
  const device = (...misbehaviours: Misbehaviour[]): SimulatedDevice => {
    const next = free.pop();
    if (next === undefined) throw new Error('There are no more devices');
    misbehaviours.forEach((each) => next.misbehave(each));
    return next;
  };

  beforeAll(async () => {
    fleet = await startFleet({ devices: 40 });
    free = [...fleet.devices];
  });

  afterEach(() => bench.stop());

  afterAll(() => fleet.close());

  it('1: is disconnected when its port is closed, and connected by itself when it is open again', async () => {
    const snp = device({ kind: 'refuse' });
    const session = bench.start(connectionTo(snp));
    await until(() => session.state === 'disconnected', 'disconnected');
    expect(session.reason).toBe('REST address refused the connection: is the device up and the port right?');
    expect(bench.value(snp.name, 'ic_snp_up')).toBe(0);
    await snp.behave();
    await clock.passUntil(() => session.state === 'connected', 'connected');
    expect(bench.states(session)).toEqual(['disconnected unreachable', 'connected connected']);
  });

  it.each<[string, Misbehaviour, number, string]>([
    ['accepts and is silent', { kind: 'silence', at: 'tcp' }, ...NO_TLS],
    ['stalls the TLS handshake', { kind: 'silence', at: 'tls' }, ...NO_TLS],
    ['does not answer the login', { kind: 'silence', at: 'auth' }, ...NO_LOGIN],
    ['drips the answer to the login', { kind: 'drip', at: 'auth', every_ms: 50 }, ...NO_LOGIN],
    ['does not upgrade', { kind: 'silence', at: 'upgrade' }, ...NO_UPGRADE],
    ['drips the answer to the upgrade', { kind: 'drip', at: 'upgrade', every_ms: 50 }, ...NO_UPGRADE],
  ])('2: is given up at an absolute deadline when it %s', async (_what, misbehaviour, ms, reason) => {
    const snp = device(misbehaviour);
    const session = bench.start(connectionTo(snp));
    const begun = clock.monotonic();
    await clock.passUntil(() => session.state === 'disconnected', 'disconnected');
    expect([session.reason, session.code]).toEqual([reason, 'timeout']);
    expect(clock.monotonic() - begun).toBeGreaterThanOrEqual(ms);
    await snp.behave();
    await clock.passUntil(() => session.state === 'connected', 'connected');
  });

  it.each<[string, number]>([
    ['refused', 401],
    ['forbidden', 403],
  ])('3: is in error when the password is %s, and no WebSocket is opened', async (answer, status) => {
    const snp = device({ kind: 'auth', answer: answer as 'refused' });
    const session = bench.start(connectionTo(snp));
    await until(() => session.state === 'error', 'error');
    expect([session.reason, session.code]).toEqual([`device refused the password (${status})`, 'credentials']);
    expect(snp.counters).toMatchObject({ authentications: 1, handshakes: 0 });
  });

  it.each([
    ['html', 'login returned no token (text/html): check the REST address'],
    ['empty', 'login returned no token (text/plain): check the REST address'],
    ['no-bearer', 'login returned no token (text/plain): check the REST address'],
    ['huge', 'login response is too long for a token: check the REST address'],
    ['redirect', 'login redirected (307), which is not followed: check the REST address'],
  ] as const)(
    '4: is in error when the login is answered with %s, and no WebSocket is opened',
    async (answer, reason) => {
      const snp = device({ kind: 'auth', answer });
      const session = bench.start(connectionTo(snp));
      await until(() => session.state === 'error', 'error');
      expect([session.reason, session.code]).toEqual([reason, 'login']);
      expect(snp.counters).toMatchObject({ authentications: 1, handshakes: 0 });
    },
  );

  it('4: is disconnected when the login is answered with 500, and tried again soon', async () => {
    const snp = device({ kind: 'auth', answer: 'server-error' });
    const session = bench.start(connectionTo(snp));
    await until(() => session.state === 'disconnected', 'disconnected');
    expect(session.reason).toBe('device login service unavailable (500)');
    await clock.passUntil(() => snp.counters.authentications > 2, 'tried again');
    expect(snp.counters.handshakes).toBe(0);
  });

  it.each(['quoted', 'padded'] as const)('5: is connected when its token is %s', async (answer) => {
    await bench.connect(connectionTo(device({ kind: 'auth', answer })));
  });

  it('is in error when it refuses the token that it has just given', async () => {
    const snp = device({ kind: 'refuse-tokens' });
    const session = bench.start(connectionTo(snp));
    await until(() => session.state === 'error', 'error');
    expect(session.reason).toContain('device no longer accepts the token (1008');
  });

  it.each<[number, string, string]>([
    [404, 'error', 'WebSocket upgrade refused with 404: check the WebSocket address'],
    [302, 'error', 'WebSocket upgrade redirected (302), which is not followed: check the WebSocket address'],
    [503, 'disconnected', 'device WebSocket service unavailable (503)'],
  ])('says so when the WebSocket is answered with %d', async (status, state, reason) => {
    const session = bench.start(connectionTo(device({ kind: 'refuse-upgrade', status })));
    await until(() => session.state !== 'connecting', 'an answer');
    expect([session.state, session.reason]).toEqual([state, reason]);
  });

  it('says so when the port does not do TLS', async () => {
    const { address, name, restapi, websocket } = device();
    const { createServer } = await import('node:http');
    const server = createServer((_request, response) => response.end('plain')).listen(0, address);
    await new Promise((resolve) => server.once('listening', resolve));
    const port = String((server.address() as { port: number }).port);
    const session = bench.start(connectionTo({ name, restapi: restapi.replace(/:\d+/, `:${port}`), websocket }));
    await until(() => session.state === 'disconnected', 'disconnected');
    expect(session.code).toBe('tls');
    server.close();
  });

  it('9: is in error when no status ever comes, with a reason that names the subscription', async () => {
    const session = bench.start(connectionTo(device({ kind: 'no-statuses' })));
    await clock.passUntil(() => session.state === 'error', 'error');
    expect([session.reason, session.code]).toEqual([
      'subscribed, but no status for 15 s: check the objects',
      'no_status',
    ]);
  });

  it('9: is in error when it has none of the objects', async () => {
    const session = bench.start(connectionTo(device(), { objects: objects('noSuchObject', 'procChannelHD/Z-HD-1') }));
    await clock.passUntil(() => session.state === 'error', 'error');
    expect(session.code).toBe('no_status');
  });

  it('9: is not even tried when there are no objects to subscribe to', () => {
    const snp = device();
    const session = bench.start(connectionTo(snp, { objects: [] }));
    expect([session.state, session.code]).toEqual(['error', 'configuration']);
    expect(session.reason).toContain('the object list is empty');
    expect(snp.counters.connections).toBe(0);
  });

  it('is not even tried when its record cannot be run', () => {
    const session = bench.start(connectionTo(device(), { fault: 'objects_ids is not JSON' }));
    expect([session.state, session.reason]).toEqual(['error', 'objects_ids is not JSON']);
  });
});
