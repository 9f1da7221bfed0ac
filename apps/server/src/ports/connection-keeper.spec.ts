import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { ConnectionKeeper, RESERVE, type KeeperOptions } from './connection-keeper';
import { Descriptors } from './descriptors';

const REQUEST = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

describe('the connection keeper', () => {
  const clients: Socket[] = [];
  let server: Server;
  let warnings: jest.SpyInstance;

  beforeEach(() => {
    warnings = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    jest.spyOn(Logger.prototype, 'log').mockImplementation();
  });

  afterEach(() => {
    for (const client of clients.splice(0)) client.destroy();
    server?.closeAllConnections();
    server?.close();
    jest.restoreAllMocks();
  });

  async function start(options: Partial<KeeperOptions>, answer?: RequestListener): Promise<ConnectionKeeper> {
    server = createServer(answer ?? ((_request, response) => response.end('answer')));
    const keeper = new ConnectionKeeper({ devices: () => 0, ...options });
    keeper.keep(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return keeper;
  }

  /** Opens a connection that the server has seen, and sends something. */
  async function client(text = ''): Promise<Socket> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
    clients.push(socket);
    await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
    if (text !== '') socket.write(text);
    return socket;
  }

  it.each([
    ['have sent nothing', ''],
    ['have sent half a request', 'GET / HTTP/1.1\r\nHost:'],
    ['have sent half a body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf'],
  ])('answers a new client though many others %s, and says so once', async (_what, text) => {
    await start({ mostClients: 5 }, (request, response) => {
      if (request.method === 'GET') response.end('answer');
      else request.resume();
    });
    const idle: Socket[] = [];
    for (let i = 0; i < 20; i++) idle.push(await client(text));
    const [answer] = (await once(await client(REQUEST), 'data')) as [Buffer];
    expect(answer.toString()).toContain('200 OK');
    for (const socket of idle.slice(0, 16)) if (!socket.closed) await once(socket, 'close');
    expect(idle.slice(16).map(({ destroyed }) => destroyed)).toEqual([false, false, false, false]);
    expect(warnings).toHaveBeenCalledTimes(1);
  });

  it('closes a connection that has had its answer before one that is being answered', async () => {
    await start({ mostClients: 2 }, (request, response) => {
      if (request.url !== '/slow') response.end('answer');
    });
    const [slow] = await Promise.all([client('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n'), once(server, 'request')]);
    const done = await client(REQUEST);
    await once(done, 'data');
    await client();
    await once(done, 'close');
    expect(slow.destroyed).toBe(false);
  });

  it('closes the connection that has been answered longest where all others are being answered too', async () => {
    let now = 0;
    await start({ mostClients: 2, now: () => now }, () => undefined);
    const asked = () => once(server, 'request');
    const [first] = await Promise.all([client(REQUEST), asked()]);
    now += 1_000;
    const [second] = await Promise.all([client(REQUEST), asked()]);
    const refused = await client(REQUEST);
    await once(refused, 'close');
    now += 4_500;
    const third = await client(REQUEST);
    await once(first, 'close');
    expect([second.destroyed, third.destroyed]).toEqual([false, false]);
  });

  it('closes a connection of a thousand requests that reads no answer', async () => {
    let taken = 0;
    await start({}, () => taken++);
    const greedy = await client(REQUEST.repeat(1_000));
    await once(greedy, 'close');
    expect(taken).toBe(1);
  });

  it('answers the requests of a connection one after the other, in their order', async () => {
    let underWay = 0;
    let most = 0;
    await start({}, ({ url }, response) => {
      most = Math.max(most, ++underWay);
      response.once('finish', () => underWay--);
      setImmediate(() => response.end(`answer to ${url}`));
    });
    const eager = await client([1, 2, 3, 4].map((at) => `GET /${at} HTTP/1.1\r\nHost: x\r\n\r\n`).join(''));
    let text = '';
    eager.on('data', (bytes: Buffer) => (text += bytes.toString()));
    while (!text.includes('answer to /4')) await once(eager, 'data');
    expect(text.match(/answer to \/\d/g)).toEqual([1, 2, 3, 4].map((at) => `answer to /${at}`));
    expect(most).toBe(1);
  });

  describe('with few file descriptors', () => {
    const LIMIT = 256;
    const OWN = 30;

    /** What there is besides clients and admitted sockets. */
    function fewDescriptors(open: () => number): Descriptors {
      return new Descriptors({ limit: () => LIMIT, count: open });
    }

    it('leaves a reserve free of outgoing connections', async () => {
      const keeper = await start({ descriptors: fewDescriptors(() => OWN) });
      let admitted = 0;
      while (keeper.admitOutgoing()) admitted++;
      expect(admitted).toBe(LIMIT - OWN - RESERVE);
      expect(warnings).toHaveBeenCalledTimes(1);
    });

    it('lets clients have what devices do not need', async () => {
      let devices = 0;
      const keeper = await start({ descriptors: fewDescriptors(() => OWN), devices: () => devices });
      expect(keeper.clientLimit).toBe(LIMIT - OWN - 16);
      devices = 50;
      expect(keeper.clientLimit).toBe(LIMIT - OWN - 16 - 100);
      devices = 300;
      expect(keeper.clientLimit).toBe(48);
      expect(keeper.needed).toBe(OWN + 64 + 600);
    });

    it('closes idle clients when other files take the last descriptors', async () => {
      const idle = await start({ descriptors: fewDescriptors(() => LIMIT - 10) }).then(() => server);
      expect(idle.listening).toBe(true);
      const refused = await client(REQUEST);
      await once(refused, 'close');
    });

    it('is never short where the system names no limit', async () => {
      const descriptors = new Descriptors({ limit: () => undefined, count: () => 1e6 });
      const keeper = await start({ descriptors, devices: () => 10_000 });
      expect([keeper.admitOutgoing(), keeper.clientLimit]).toEqual([true, 1_024]);
    });

    it('counts all as taken when there is none left to count with', () => {
      const descriptors = new Descriptors({
        limit: () => LIMIT,
        count: () => {
          throw new Error('EMFILE');
        },
      });
      expect(descriptors.free).toBe(0);
    });
  });
});
