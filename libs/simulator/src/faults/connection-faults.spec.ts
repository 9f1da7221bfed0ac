import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { WebSocket } from 'ws';
import { ManualClock } from '../clock';
import { startFleet, type Fleet } from '../fleet/fleet';
import { authenticate, Client, eventually, longEnough, rest } from '../testing/client';

describe('a device with a fault of its network side', () => {
  let fleet: Fleet;
  let clock: ManualClock;
  const device = () => fleet.devices[0];

  beforeEach(async () => {
    clock = new ManualClock();
    fleet = await startFleet({ devices: 2, updatesPerSecond: 0, clock });
  });

  afterEach(() => fleet.close());

  /** What happens on a connection in the time that answers of a healthy device take. */
  async function observe(socket: Socket, least = 0): Promise<{ bytes: string; isOpen: boolean; error: string }> {
    let bytes = '';
    let error = '';
    socket.on('data', (data) => (bytes += data.toString('latin1')));
    socket.on('error', (reason: NodeJS.ErrnoException) => (error = reason.code ?? reason.message));
    await eventually(() => expect(bytes.length).toBeGreaterThanOrEqual(least));
    await longEnough(fleet.devices[1]);
    const isOpen = !socket.destroyed;
    socket.destroy();
    return { bytes, isOpen, error };
  }

  const tcp = () => connect(fleet.restPort, device().address);
  const tls = () => connectTls({ host: device().address, port: fleet.restPort, rejectUnauthorized: false });
  const post = 'POST /api/auth HTTP/1.1\r\nHost: device\r\nContent-Length: 2\r\n\r\n{}';

  it('refuses new connections, keeps open ones, and comes back', async () => {
    const client = await Client.connect(device());
    device().misbehave({ kind: 'refuse' });
    await expect(authenticate(device())).rejects.toThrow(/ECONNREFUSED/);
    expect((await authenticate(fleet.devices[1])).status).toBe(200);
    client.say({
      msgType: 'statusListSubscribe',
      frequency: 10,
      objectIds: [{ elementIP: '127.0.0.1', objectType: 'ptp' }],
    });
    await client.next('allStatuses');
    await device().behave();
    expect((await authenticate(device())).status).toBe(200);
  });

  it('resets new connections', async () => {
    device().misbehave({ kind: 'reset-connections' });
    await expect(authenticate(device())).rejects.toThrow(/ECONNRESET|socket hang up|disconnected/);
  });

  it('accepts and is silent', async () => {
    device().misbehave({ kind: 'silence' });
    expect(await observe(tls())).toEqual({ bytes: '', isOpen: true, error: '' });
  });

  it('stalls in the middle of the TLS handshake', async () => {
    device().misbehave({ kind: 'silence', at: 'tls' });
    expect(await observe(tcp(), 3)).toEqual({ bytes: '\u0016\u0003\u0003', isOpen: true, error: '' });
    expect(await observe(tls())).toMatchObject({ isOpen: true });
  });

  it('is silent to authentication, and answers again when it behaves', async () => {
    device().misbehave({ kind: 'silence', at: 'auth' });
    const socket = tls();
    socket.write(post);
    expect(await observe(socket)).toEqual({ bytes: '', isOpen: true, error: '' });
    await device().behave();
    expect((await authenticate(device())).status).toBe(200);
  });

  it('is silent to the upgrade', async () => {
    device().misbehave({ kind: 'silence', at: 'upgrade' });
    const socket = new WebSocket(device().websocket, { rejectUnauthorized: false, handshakeTimeout: 150 });
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toMatch(/handshake has timed out/);
  });

  it('drips headers one byte at a time', async () => {
    device().misbehave({ kind: 'drip', at: 'auth', every_ms: 20 });
    const socket = tls();
    socket.write(post);
    await eventually(() => expect(device().counters.authentications).toBe(1));
    clock.advance(60);
    const { bytes, isOpen } = await observe(socket, 3);
    expect(bytes).toBe('HTT');
    expect(isOpen).toBe(true);
  });

  it('answers polls with an error while authentication works', async () => {
    device().misbehave({ kind: 'rest-error', status: 503 });
    const { status, body: token } = await authenticate(device());
    expect(status).toBe(200);
    expect((await rest(device(), 'elements/127.0.0.1/config/system', { token })).status).toBe(503);
    await (await Client.connect(device())).next('permissionsMsg');
  });

  it('has no console status', async () => {
    device().misbehave({ kind: 'no-console' });
    const { body: token } = await authenticate(device());
    expect((await rest(device(), 'console/status', { token })).status).toBe(404);
    expect((await rest(device(), 'elements/127.0.0.1/config/system', { token })).status).toBe(200);
  });
});
