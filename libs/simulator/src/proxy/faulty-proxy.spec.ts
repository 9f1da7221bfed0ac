import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startFleet } from '../fleet/fleet';
import { Client } from '../testing/client';
import { FaultyProxy } from './faulty-proxy';

/** How long to wait for what takes a moment on a quiet machine. */
const PATIENCE_MS = 50_000;

describe('a faulty network', () => {
  let echo: Server;
  let proxy: FaultyProxy;
  const echoing = new Set<Socket>();

  beforeEach(async () => {
    echoing.clear();
    echo = createServer((socket) => {
      echoing.add(socket);
      socket.on('error', () => undefined).pipe(socket);
    });
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    proxy = await FaultyProxy.open({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port });
  });

  afterEach(async () => {
    await proxy.close();
    echo.close();
  });

  class Talker {
    heard = '';
    error = '';
    hasEnded = false;

    constructor(readonly socket: Socket) {
      socket.on('data', (data) => (this.heard += data.toString()));
      socket.on('error', (error: NodeJS.ErrnoException) => (this.error = error.code ?? ''));
      socket.on('end', () => (this.hasEnded = true));
    }

    static async open(): Promise<Talker> {
      const socket = connect(proxy.port, proxy.host);
      await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      return new Talker(socket);
    }

    says(text: string): this {
      this.socket.write(text);
      return this;
    }

    /** Waits until it is so. */
    async until(isSo: (talker: this) => boolean): Promise<void> {
      for (const end = Date.now() + PATIENCE_MS; !isSo(this);) {
        if (Date.now() > end) throw new Error(`heard ${this.heard.length} characters, ${this.error || 'no error'}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }

    hears(text: string): Promise<void> {
      return this.until(({ heard }) => heard === text);
    }

    /** What there is after many answers over a good network: anything that was under way has come. */
    async isTold(): Promise<string> {
      const direct = connect((echo.address() as AddressInfo).port, '127.0.0.1');
      for (let answers = 0; answers < 20; answers++) {
        direct.write('x');
        await once(direct, 'data');
      }
      direct.destroy();
      return this.heard;
    }
  }

  it('carries everything, ends included, while it is a good one', async () => {
    const talker = await Talker.open();
    const text = 'x'.repeat(1_000_000);
    talker.socket.end(text);
    await new Promise((resolve) => talker.socket.once('end', resolve));
    expect(talker.heard).toBe(text);
    await talker.until(() => proxy.connections === 0);
  });

  it('refuses, with open connections going on, and accepts again on the same port', async () => {
    const talker = await Talker.open();
    const { port } = proxy;
    proxy.refuse();
    await expect(Talker.open()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await talker.says('still here').hears('still here');
    await proxy.pass();
    expect(proxy.port).toBe(port);
    await (await Talker.open()).says('back').hears('back');
  });

  it('stalls, and delivers what waited when it passes again', async () => {
    const talker = await Talker.open();
    proxy.stall();
    expect(await talker.says('waiting').isTold()).toBe('');
    expect((await Talker.open()).error).toBe('');
    await proxy.pass();
    await talker.hears('waiting');
  });

  it('drips', async () => {
    const talker = await Talker.open();
    proxy.drip(100);
    await talker.says('y'.repeat(200)).until(({ heard }) => heard !== '');
    expect(talker.heard.length).toBeLessThan(100);
    await proxy.pass();
    await talker.hears('y'.repeat(200));
  });

  it('is half-open: nothing arrives, not even the end, until it passes again and resets', async () => {
    const talker = await Talker.open();
    await talker.says('hello').hears('hello');
    proxy.halfOpen();
    for (const socket of echoing) socket.destroy();
    expect(await talker.says('lost').isTold()).toBe('hello');
    expect(talker.hasEnded).toBe(false);
    await proxy.pass();
    await talker.until(({ error }) => error === 'ECONNRESET');
  });

  it('resets what is open, and lets new connections in', async () => {
    const talker = await Talker.open();
    await talker.says('one').hears('one');
    proxy.reset();
    await talker.until(({ error }) => error === 'ECONNRESET');
    await (await Talker.open()).says('two').hears('two');
  });

  it('can stand before a device, which still knows that it is meant', async () => {
    const fleet = await startFleet({ devices: 2, updatesPerSecond: 0 });
    const [, device] = fleet.devices;
    const before = await FaultyProxy.open({ host: device.address, port: fleet.restPort });
    const moved = new Proxy(device, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'string'
          ? value.replace(`${device.address}:${fleet.restPort}`, `${before.host}:${before.port}`)
          : value;
      },
    });
    const client = await Client.subscribe(moved, ['system']);
    expect((await client.statuses('allStatuses'))[0]).toHaveProperty('SNP_HW_Stats.Serial', device.identity.serial);
    await before.close();
    await fleet.close();
  });
});
