import { connect, createServer, type Server, type Socket } from 'node:net';
import { Pump, type Flow } from './pump';

export interface ProxyTarget {
  readonly host: string;
  readonly port: number;
}

interface Pair {
  readonly sockets: readonly [client: Socket, target: Socket];
  readonly pumps: readonly Pump[];
}

const LOOPBACK = '127.0.0.1';

/**
 * A TCP proxy on loopback that is a bad network: what it does to bytes can be changed at any time, for connections that
 * are open and for those to come. It starts as a good network.
 */
export class FaultyProxy {
  private server: Server | undefined;
  private flow: Flow = { kind: 'pass' };
  private readonly pairs = new Set<Pair>();

  private constructor(
    private readonly target: ProxyTarget,
    private listeningPort: number,
  ) {}

  /** @param port 0 takes any that is free. */
  static async open(target: ProxyTarget, port = 0): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target, port);
    await proxy.listen();
    return proxy;
  }

  get host(): string {
    return LOOPBACK;
  }

  get port(): number {
    return this.listeningPort;
  }

  /** Connections that are open now. */
  get connections(): number {
    return this.pairs.size;
  }

  /** A good network again. Connections that have lost bytes are reset: they could not go on. */
  async pass(): Promise<void> {
    if (this.flow.kind === 'discard') this.reset();
    this.change({ kind: 'pass' });
    if (!this.server) await this.listen();
  }

  /** New connections are refused; open ones go on. */
  refuse(): void {
    this.server?.close();
    this.server = undefined;
  }

  /** Connections are accepted and stay open, and nothing goes through until it passes again. */
  stall(): void {
    this.change({ kind: 'stall' });
  }

  /** Both directions carry so many bytes a second. */
  drip(bytesPerSecond: number): void {
    this.change({ kind: 'drip', bytesPerSecond });
  }

  /** Bytes vanish, and neither side hears of the other's end: a cable that was pulled. */
  halfOpen(): void {
    this.change({ kind: 'discard' });
  }

  /** Resets the connections that are open (RST, both sides). */
  reset(): void {
    for (const { sockets } of this.pairs) for (const socket of sockets) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.refuse();
    for (const { sockets } of this.pairs) for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => setImmediate(resolve));
  }

  private async listen(): Promise<void> {
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.accept(client));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.listeningPort, LOOPBACK, resolve);
    });
    const address = server.address();
    if (typeof address === 'object' && address) this.listeningPort = address.port;
  }

  private accept(client: Socket): void {
    const target = connect({ ...this.target, allowHalfOpen: true, noDelay: true });
    const pumps = [new Pump(client, target, this.flow), new Pump(target, client, this.flow)];
    const pair: Pair = { sockets: [client, target], pumps };
    this.pairs.add(pair);
    this.join(pair, client, target);
    this.join(pair, target, client);
  }

  /** What happens to the other side when this one is gone. */
  private join(pair: Pair, socket: Socket, other: Socket): void {
    // Errors are followed by `close`, which is what counts.
    socket.on('error', () => undefined);
    socket.on('close', (hadError) => {
      if (this.flow.kind !== 'discard' && hadError) other.resetAndDestroy();
      else if (this.flow.kind !== 'discard' && !other.writableEnded) other.end();
      if (!other.destroyed) return;
      for (const pump of pair.pumps) pump.stop();
      this.pairs.delete(pair);
    });
  }

  private change(flow: Flow): void {
    this.flow = flow;
    for (const { pumps } of this.pairs) for (const pump of pumps) pump.change(flow);
  }
}
