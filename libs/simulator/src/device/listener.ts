import { createServer, type Server, type Socket } from 'node:net';

const BACKLOG = 511;
const REOPEN_ATTEMPTS = 50;
const REOPEN_PAUSE_MS = 100;

/** The listening sockets of one device, and the TCP connections that came in through them. */
export class Listener {
  private readonly servers = new Map<number, Server>();
  private readonly sockets = new Set<Socket>();
  private ports: number[] = [];

  constructor(
    private readonly address: string,
    private readonly onConnection: (socket: Socket) => void,
  ) {}

  /** TCP connections that are open. */
  get connections(): number {
    return this.sockets.size;
  }

  /** Listens; port 0 takes any that is free. Returns the port. */
  async listen(port: number): Promise<number> {
    const server = createServer({ noDelay: true }, (socket) => this.accept(socket));
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

  /** Refuses new connections; open ones stay. */
  stopListening(): void {
    for (const server of this.servers.values()) server.close();
    this.servers.clear();
  }

  /** Listens again on its ports; retries while another program holds one for a moment. */
  async listenAgain(): Promise<void> {
    for (const port of this.ports) {
      for (let attempt = 1; !this.servers.has(port) && this.ports.includes(port); attempt++) {
        try {
          await this.listen(port);
        } catch (error) {
          if (attempt === REOPEN_ATTEMPTS) throw error;
          await new Promise((resolve) => setTimeout(resolve, REOPEN_PAUSE_MS));
        }
      }
    }
  }

  /** Stops for good: no ports, no connections. */
  close(): void {
    this.ports = [];
    this.stopListening();
    this.destroyAll();
  }

  /** Ends every connection without a close of its protocol (FIN). */
  destroyAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Resets every connection (RST). */
  resetAll(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  private accept(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    // Clients may go away at any time.
    socket.on('error', () => undefined);
    this.onConnection(socket);
  }
}
