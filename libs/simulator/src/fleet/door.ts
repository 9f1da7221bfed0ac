import { createServer, type Server, type Socket } from 'node:net';

/** The listening sockets of one device, and the TCP connections that came in through them. */
export class Door {
  private readonly servers: Server[] = [];
  private readonly sockets = new Set<Socket>();

  constructor(
    readonly address: string,
    private readonly enter: (socket: Socket) => void,
  ) {}

  /** Listens; port 0 takes any. Returns the port. */
  async open(port: number): Promise<number> {
    const server = createServer({ noDelay: true }, (socket) => this.admit(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, this.address, 511, () => {
        server.off('error', reject);
        resolve();
      });
    });
    this.servers.push(server);
    const address = server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  /** From now on connections are refused; those that are there stay. */
  shut(): void {
    for (const server of this.servers.splice(0)) server.close();
  }

  /** Every connection ends without a word (FIN). */
  destroyAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Every connection ends with a reset (RST). */
  resetAll(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  private admit(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    // A client that goes away in the middle is everyday life.
    socket.on('error', () => undefined);
    this.enter(socket);
  }
}
