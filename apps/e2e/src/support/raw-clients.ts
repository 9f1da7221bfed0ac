import { once } from 'node:events';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';

/** Clients of raw sockets: what they send is up to the test, and they read only when they are told to. */
export class RawClients {
  readonly sockets: Socket[] = [];
  private gone = 0;

  constructor(private readonly url: string) {}

  /** Those whose connection was ended by the exporter. */
  get closed(): number {
    return this.gone;
  }

  /** Opens connections, sends the same on each, and reads nothing. */
  async open(count: number, text: string): Promise<void> {
    const { hostname, port } = new URL(this.url);
    const opened = Array.from({ length: count }, async () => {
      const socket = connect({ port: Number(port), host: hostname });
      socket.pause();
      socket.on('error', () => undefined).once('close', () => this.gone++);
      this.sockets.push(socket);
      await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined);
      if (!socket.destroyed) socket.write(text);
    });
    await Promise.all(opened);
  }

  /** Lets all of them read: only then they notice that their connection was ended. */
  read(): void {
    for (const socket of this.sockets) socket.resume();
  }

  destroy(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

/** Ten times the second within which everybody is answered. */
const AT_ONCE_MS = 10_000;

/** The status that a new client gets; `fetch` might take a connection that was kept, and is being closed for others. */
export function statusAtOnce(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { agent: false, signal: AbortSignal.timeout(AT_ONCE_MS) };
    get(url, options, (response) => resolve(response.resume().statusCode)).once('error', reject);
  });
}

/** A request as it is on the wire. */
export function rawRequest(path: string, ...headers: string[]): string {
  return [`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1', ...headers, '', ''].join('\r\n');
}
