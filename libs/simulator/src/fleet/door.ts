import { createServer, type Server, type Socket } from 'node:net';

const BACKLOG = 511;
const REOPEN_ATTEMPTS = 50;
const REOPEN_PAUSE_MS = 100;

/** The listening sockets of one device, and the TCP connections that came in through them. */
export class Door {
  private readonly servers = new Map<number, Server>();
  private readonly sockets = new Set<Socket>();
  private ports: number[] = [];

  constructor(
    private readonly address: string,
    private readonly enter: (socket: Socket) => void,
  ) {}

  /** Listens; port 0 takes any that is free. Returns the port. */
  async open(port: number): Promise<number> {
    const server = createServer({ noDelay: true }, (socket) => this.admit(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, this.address, BACKLOG, () => {
        server.off('error', reject);
        resolve();
      });
    });
    const address = server.address();
    const taken = typeof address === 'object' && address ? address.port : port;
    this.servers.set(taken, server);
    if (!this.ports.includes(taken)) this.ports.push(taken);
    return taken;
  }

  /** From now on connections are refused; those that are there stay. */
  shut(): void {
    for (const server of this.servers.values()) server.close();
    this.servers.clear();
  }

  /** Listens again on the ports that it had. Another program may have taken one for a moment: so it is patient. */
  async reopen(): Promise<void> {
    for (const port of this.ports) {
      for (let attempt = 1; !this.servers.has(port) && this.ports.includes(port); attempt++) {
        try {
          await this.open(port);
        } catch (error) {
          if (attempt === REOPEN_ATTEMPTS) throw error;
          await new Promise((resolve) => setTimeout(resolve, REOPEN_PAUSE_MS));
        }
      }
    }
  }

  /** Shut, every connection ended, and never to be opened again on these ports. */
  close(): void {
    this.ports = [];
    this.shut();
    this.destroyAll();
  }

  /** Every connection ends without a word of its protocol (FIN). */
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
