import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { ManualClock } from '../clock';
import { startFleet, type Fleet } from '../fleet/fleet';
import { authenticate, Client, longEnough } from '../testing/client';

const PTP = { elementIP: '127.0.0.1', objectType: 'ptp' };

describe('a device with a fault in its session', () => {
  let fleet: Fleet;
  const clock = new ManualClock();
  const device = () => fleet.devices[0];

  beforeAll(async () => {
    fleet = await startFleet({ devices: 2, updatesPerSecond: 0, clock });
  });

  afterEach(() => device().behave());
  afterAll(() => fleet.close());

  /** Whether a ping is answered in the time that answers of a healthy device take. */
  async function pong(client: Client): Promise<boolean> {
    let isAnswered = false;
    client.socket.once('pong', () => (isAnswered = true)).ping();
    await longEnough(fleet.devices[1]);
    return isAnswered;
  }

  it('lets tokens expire, and accepts a fresh one', async () => {
    const { body: token } = await authenticate(device());
    const client = await Client.connect(device(), token);
    await client.next('permissionsMsg');
    device().misbehave({ kind: 'expire-tokens' });
    expect(await client.until(() => client.closed)).toEqual({ code: 1008, reason: 'Token expired' });
    const again = await Client.connect(device(), token);
    expect(await again.until(() => again.closed)).toMatchObject({ code: 1008 });
    await (await Client.connect(device())).next('permissionsMsg');
  });

  it('closes with 1008 on every token', async () => {
    device().misbehave({ kind: 'refuse-tokens' });
    const client = await Client.connect(device());
    expect(await client.until(() => client.closed)).toMatchObject({ code: 1008 });
  });

  it('refuses the upgrade', async () => {
    device().misbehave({ kind: 'refuse-upgrade', status: 403 });
    const socket = new WebSocket(device().websocket, { rejectUnauthorized: false });
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toMatch(/403/);
  });

  it.each([1000, 1001, 1006, 1011])('closes with %d, and lets one in again', async (code) => {
    const client = await Client.connect(device());
    await client.next('permissionsMsg');
    device().misbehave({ kind: 'close', code });
    expect(await client.until(() => client.closed)).toMatchObject({ code });
    await (await Client.connect(device())).next('permissionsMsg');
  });

  it('resets every connection', async () => {
    const client = await Client.connect(device());
    await client.next('permissionsMsg');
    const { connections } = device().counters;
    const idle = connect(fleet.restPort, device().address);
    await client.until(() => device().counters.connections > connections || undefined);
    const failed = new Promise((resolve) => idle.once('error', resolve));
    device().misbehave({ kind: 'reset' });
    expect(await failed).toMatchObject({ code: 'ECONNRESET' });
    expect(await client.until(() => client.closed)).toMatchObject({ code: 1006 });
  });

  it('goes half-open: no message, no pong, no end; and carries on with everything that is subscribed to', async () => {
    const client = await Client.subscribe(device(), ['ptp']);
    await client.next('allStatuses');
    device().misbehave({ kind: 'half-open' });
    clock.advance(5_000);
    expect(await pong(client)).toBe(false);
    expect(client.messages.filter(({ msgType }) => msgType === 'fmmStatus')).toEqual([]);
    expect(client.closed).toBeUndefined();
    await device().behave();
    await client.next('allStatuses');
  });

  it('can be stopped like a process, and go on', async () => {
    const client = await Client.subscribe(device(), ['ptp']);
    await client.next('allStatuses');
    device().pause();
    expect(await pong(client)).toBe(false);
    await device().resume();
    await client.roundTrip();
  });

  it('sends no messages any more, but answers pings', async () => {
    const client = await Client.subscribe(device(), ['ptp']);
    await client.next('allStatuses');
    device().misbehave({ kind: 'no-messages' });
    client.messages.length = 0;
    clock.advance(30_000);
    await client.roundTrip();
    expect(client.messages).toEqual([]);
  });

  it('sends heartbeats and permissions, but never a status', async () => {
    device().misbehave({ kind: 'no-statuses' });
    const client = await Client.subscribe(device(), ['ptp']);
    await client.next('permissionsMsg');
    await client.until(() => device().subscribers || undefined);
    clock.advance(10_000);
    await client.next('fmmStatus');
    await client.next('permissionsMsg');
    expect(client.messages.map(({ msgType }) => msgType)).not.toContain('allStatuses');
    await device().behave();
    await client.next('allStatuses');
  });

  it.each<['nothing' | 'subscriptions' | 'first-subscription', number[]]>([
    ['nothing', [0, 0]],
    ['subscriptions', [1, 2]],
    ['first-subscription', [1, 1]],
  ])('sends no changes, and answers %s: %j pictures', async (answers, pictures) => {
    device().misbehave({ kind: 'no-statuses', answers });
    const client = await Client.subscribe(device(), ['ptp']);
    const seen: number[] = [];
    for (const subscriptions of [1, 2]) {
      if (subscriptions === 2) client.say({ msgType: 'statusListSubscribe', frequency: 10, objectIds: [PTP] });
      await client.roundTrip();
      seen.push(client.messages.filter(({ msgType }) => msgType === 'allStatuses').length);
      device().update();
      clock.advance(2_000);
    }
    await client.roundTrip();
    expect(seen).toEqual(pictures);
    expect(client.messages.map(({ msgType }) => msgType)).not.toContain('statusState');
  });
});
