import { createServer as createHttpServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startFleet, type Fleet, type SimulatedDevice } from '@snp/simulator';
import { ManualClock } from '../testing/manual-clock';
import { until } from '../testing/until';
import { DeviceReader } from './device-reader';
import { handshakeGate } from './handshake-gate';
import { PasswordTries } from './password-tries';
import { Patience } from './patience';
import { timing } from './timing';

const TIMES = timing(5);
const SYSTEM = 'elements/127.0.0.1/config/system';

describe('reading from a device', () => {
  let fleet: Fleet;
  let free: SimulatedDevice[];
  let gate = handshakeGate(20);
  let clock = new ManualClock();
  let tries = new PasswordTries(clock);
  const readers: DeviceReader[] = [];
  const servers: Server[] = [];

  const readerOf = (restapi: string, patience = new Patience(TIMES)): DeviceReader => {
    const credentials = { restapi, username: 'admin', password: 'admin' };
    const reader = new DeviceReader(credentials, 'polling', patience, { clock, gate, tries });
    readers.push(reader);
    return reader;
  };
  const device = (): SimulatedDevice => {
    const snp = free.pop();
    if (snp === undefined) throw new Error('There are no more devices');
    return snp;
  };
  const listen = async (server: Server): Promise<number> => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };
  /** Accepts, and says nothing. */
  const silent = async () => {
    const open = new Set<Socket>();
    const port = await listen(
      createServer((socket) => {
        open.add(socket.resume());
        socket.on('error', () => undefined).on('close', () => open.delete(socket));
      }),
    );
    return { open, restapi: `https://127.0.0.1:${port}/api/` };
  };
  const plain = async (answer: RequestListener) => `http://127.0.0.1:${await listen(createHttpServer(answer))}/api/`;

  beforeAll(async () => {
    fleet = await startFleet({ devices: 5, updatesPerSecond: 0 });
    free = [...fleet.devices];
  });

  beforeEach(() => {
    gate = handshakeGate(20);
    clock = new ManualClock();
    tries = new PasswordTries(clock);
  });

  afterEach(async () => {
    readers.splice(0).forEach((reader) => reader.close());
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  });

  afterAll(() => fleet.close());

  it('takes one connection for all of it, and its place among the handshakes only to connect', async () => {
    const snp = device();
    const reader = readerOf(snp.restapi);
    await reader.open();
    const token = await reader.login();
    for (const path of [SYSTEM, 'console/status'])
      expect(await reader.read(path, token)).toMatchObject({ status: 200, body: expect.stringMatching(/^\{/) });
    expect(await reader.read(SYSTEM, 'Bearer other')).toMatchObject({ status: 401 });
    expect([snp.counters.connections, gate.occupied]).toEqual([1, 0]);
  });

  it('counts the passwords that the device refuses with those of its session, and then tries no more', async () => {
    const snp = device();
    const credentials = { id: 1, restapi: snp.restapi, username: 'admin', password: 'changed' };
    tries.begin(credentials, {})('accepted');
    const reader = new DeviceReader(credentials, 'polling', new Patience(TIMES), { clock, gate, tries });
    readers.push(reader);
    await reader.open();
    const reasons = [];
    for (let login = 0; login < 4; login++) reasons.push(await reader.login().catch((error: Error) => error.message));
    const refused = 'device refused the password (401)';
    expect(reasons).toEqual([refused, refused, refused, expect.stringContaining('password not tried')]);
  });

  it('connects again when the device has closed the connection meanwhile', async () => {
    const restapi = await plain((_request, response) => response.setHeader('Connection', 'close').end('{}'));
    const reader = readerOf(restapi);
    await reader.open();
    for (let at = 0; at < 3; at++) expect(await reader.read(SYSTEM, 'Bearer')).toEqual({ status: 200, body: '{}' });
    expect(gate.occupied).toBe(0);
  });

  it('waits for a place among the handshakes', async () => {
    const snp = device();
    const leave = Array.from({ length: 20 }, () => gate.ask('healthy', () => undefined));
    const reader = readerOf(snp.restapi);
    const opened = reader.open();
    expect([gate.queued('polling'), snp.counters.connections]).toEqual([1, 0]);
    leave.forEach((each) => each());
    await opened;
    expect([gate.occupied, snp.counters.connections]).toEqual([0, 1]);
  });

  it('is over at once when it is closed while it waits for a place', async () => {
    const leave = Array.from({ length: 20 }, () => gate.ask('healthy', () => undefined));
    const reader = readerOf(device().restapi);
    const opened = reader.open();
    reader.close();
    await expect(opened).rejects.toThrow('stopped');
    leave.forEach((each) => each());
    expect([gate.queued(), gate.occupied]).toEqual([0, 0]);
  });

  it('gives up a device that is silent, with its place and its socket', async () => {
    const { open, restapi } = await silent();
    const opened = readerOf(restapi).open();
    await until(() => open.size === 1, 'a socket');
    clock.advance(TIMES.tcpMs + TIMES.tlsMs);
    await expect(opened).rejects.toThrow();
    await until(() => open.size === 0, 'no socket is left');
    expect(gate.occupied).toBe(0);
  });

  it('gives a device that was too late twice as long the next time, without keeping a place for so long', async () => {
    const { open, restapi } = await silent();
    const patience = new Patience(TIMES);
    const first = TIMES.tcpMs + TIMES.tlsMs;
    for (const ms of [first, 2 * first, 4 * first, TIMES.mostMs]) {
      let isOver = false;
      const opened = readerOf(restapi, patience)
        .open()
        .catch(() => (isOver = true));
      await until(() => open.size === 1, 'a socket');
      expect(gate.occupied).toBe(1);
      clock.advance(TIMES.placeMs);
      expect(gate.occupied).toBe(0);
      clock.advance(ms - TIMES.placeMs - 1);
      await new Promise((resolve) => setImmediate(resolve));
      expect(isOver).toBe(false);
      clock.advance(1);
      await opened;
      expect([isOver, gate.occupied]).toEqual([true, 0]);
      await until(() => open.size === 0, 'no socket is left');
    }
    patience.met('connect', 10);
    expect(patience.deadline('connect')).toBe(first);
  });

  it('gives only the first request of a round that is too late more time than at first', async () => {
    const restapi = await plain(() => undefined);
    const patience = new Patience(TIMES);
    for (const expected of [
      [8, 8],
      [16, 8],
      [30, 8],
    ]) {
      const reader = readerOf(restapi, patience);
      await reader.open();
      for (const seconds of expected) {
        const begun = clock.monotonic();
        let took = 0;
        const answer = reader.read(SYSTEM, 'Bearer').catch(() => (took = clock.monotonic() - begun));
        await clock.passUntil(() => took > 0, 'given up');
        await answer;
        expect(Math.round(took / 1000)).toBe(seconds);
      }
      reader.close();
    }
  });

  it('leaves no socket when it is closed in the middle of a handshake', async () => {
    const { open, restapi } = await silent();
    const reader = readerOf(restapi);
    const opened = reader.open();
    await until(() => open.size === 1, 'a socket');
    reader.close();
    await expect(opened).rejects.toThrow();
    await until(() => open.size === 0, 'no socket is left');
    expect(gate.occupied).toBe(0);
  });

  it('gives up an answer at an absolute deadline, however it trickles in', async () => {
    let response: ServerResponse | undefined;
    const reader = readerOf(await plain((_request, answer) => void (response = answer)));
    await reader.open();
    let isOver = false;
    const answer = reader.read(SYSTEM, 'Bearer').finally(() => (isOver = true));
    await until(() => response !== undefined, 'the request');
    for (let part = 1; part < 4; part++) {
      response?.write('{');
      clock.advance(TIMES.loginMs / 4);
      await new Promise((resolve) => setImmediate(resolve));
    }
    clock.advance(TIMES.loginMs / 4 - 1);
    expect(isOver).toBe(false);
    clock.advance(1);
    await expect(answer).rejects.toThrow();
  });

  it('reads configurations of up to 4 MiB and no more', async () => {
    const sizes = [4 * 1024 * 1024, 4 * 1024 * 1024 + 1];
    const restapi = await plain((_request, response) => response.end('x'.repeat(sizes.shift() ?? 0)));
    const reader = readerOf(restapi);
    await reader.open();
    expect((await reader.read(SYSTEM, 'Bearer')).body).toHaveLength(4 * 1024 * 1024);
    await expect(reader.read(SYSTEM, 'Bearer')).rejects.toThrow();
  });

  it.each([
    [64 * 1024, 'takes'],
    [64 * 1024 + 1, 'refuses'],
  ])('with a token of %d bytes it %s', async (bytes, what) => {
    const token = `Bearer ${'x'.repeat(bytes - 'Bearer '.length)}`;
    const reader = readerOf(await plain((_request, response) => response.end(token)));
    await reader.open();
    if (what === 'takes') expect(await reader.login()).toBe(token);
    else await expect(reader.login()).rejects.toThrow('login response is too long for a token');
  });
});
