import { Logger } from '@nestjs/common';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ClientConnection } from './client-connection';
import { Descriptors } from './descriptors';

/** Client connections of both ports together, however many file descriptors there are. */
const MOST_CLIENTS = 1_024;
/** Of the reserve, what is for the two ports; the rest is for the database and other files. */
const CLIENT_RESERVE = 48;
const FILE_RESERVE = 16;
/** The reserve of file descriptors that no device session may take. */
export const RESERVE = CLIENT_RESERVE + FILE_RESERVE;
/** A session's WebSocket, and its polls or the next handshake. */
const DESCRIPTORS_PER_DEVICE = 2;

/** An answer may take so long before it gives way to another client, where nobody else can, in milliseconds. */
const PATIENCE_MS = 5_000;
/** Shortages that follow each other as closely as this are one, in milliseconds. */
const EPISODE_MS = 60_000;

export interface KeeperOptions {
  /** Devices that there are sessions for. */
  readonly devices: () => number;
  readonly descriptors?: Descriptors;
  readonly mostClients?: number;
  readonly now?: () => number;
}

/**
 * Keeps both ports open to new clients: where there are too many connections, the one that has waited longest for a
 * request is closed. Keeps the reserve of file descriptors free of outgoing connections.
 */
export class ConnectionKeeper {
  readonly descriptors: Descriptors;
  private readonly logger = new Logger('Ports');
  private readonly clients = new Map<Socket, ClientConnection>();
  private readonly now: () => number;
  private readonly crowd: Episode;
  private readonly shortage: Episode;
  /** What the process has open when no device and no client is connected. */
  private readonly own: number;

  constructor(private readonly options: KeeperOptions) {
    this.now = options.now ?? (() => performance.now());
    this.descriptors = options.descriptors ?? new Descriptors();
    this.own = this.descriptors.open;
    this.crowd = new Episode((closed) => this.logger.log('client connections are below the limit again', { closed }));
    this.shortage = new Episode((refused) => this.logger.log('enough file descriptors again', { refused }));
  }

  /** How many file descriptors the fleet needs, the reserve included. */
  get needed(): number {
    return this.own + RESERVE + DESCRIPTORS_PER_DEVICE * this.options.devices();
  }

  /** How many client connections there may be. */
  get clientLimit(): number {
    const most = this.options.mostClients ?? MOST_CLIENTS;
    const { limit } = this.descriptors;
    return limit === undefined ? most : Math.min(most, Math.max(CLIENT_RESERVE, limit - this.needed + CLIENT_RESERVE));
  }

  /** Looks after the connections of a server. */
  keep(server: Server): void {
    const answer = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('connection', (socket) => this.admit(socket));
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.clients.get(request.socket)?.take(request, response, (...next) => answer.forEach((each) => each(...next)));
    });
    server.on('timeout', (socket: Socket) => this.endStalled(socket));
    // Before that it is the start that fails.
    server.once('listening', () => server.on('error', (error) => this.cannotAccept(error)));
  }

  /** Counts an outgoing connection. @returns whether it may be opened: it would not take the reserve */
  admitOutgoing(): boolean {
    const reserve = RESERVE - Math.min(this.clients.size, CLIENT_RESERVE);
    const isEnough = this.descriptors.free > reserve;
    if (isEnough) this.descriptors.note(1);
    else if (this.shortage.count())
      this.logger.warn('device connections refused: too few file descriptors', this.figures());
    return isEnough;
  }

  /** For logs. */
  figures(): Record<string, unknown> {
    return { limit: this.descriptors.limit, needed: this.needed, devices: this.options.devices() };
  }

  close(): void {
    this.crowd.end();
    this.shortage.end();
  }

  private cannotAccept(error: Error): void {
    this.logger.error('client connections cannot be accepted', { error: String(error) });
  }

  private admit(socket: Socket): void {
    this.descriptors.note(1);
    const client = new ClientConnection(socket, this.now);
    if (this.isFull && !this.makeRoom()) return void socket.destroy();
    this.clients.set(socket, client);
    socket.once('close', () => this.forget(socket));
  }

  private forget(socket: Socket): void {
    if (this.clients.delete(socket)) this.descriptors.note(-1);
  }

  private get isFull(): boolean {
    return this.clients.size >= this.clientLimit || this.descriptors.free < FILE_RESERVE;
  }

  /** Closes the connection that can best be spared. @returns whether there was one */
  private makeRoom(): boolean {
    const spare = this.longestWaiting() ?? this.longestServed();
    if (this.crowd.count()) {
      const { clientLimit: limit } = this;
      this.logger.warn('too many client connections; those idle longest are closed', {
        open: this.clients.size,
        limit,
      });
    }
    if (spare === undefined) return false;
    const [socket, client] = spare;
    client.close();
    this.forget(socket);
    return true;
  }

  private longestWaiting(): [Socket, ClientConnection] | undefined {
    return this.least(({ waitingSince }) => waitingSince);
  }

  /** Of the connections that are being answered one that does not read, or else the one that is so for longest. */
  private longestServed(): [Socket, ClientConnection] | undefined {
    const latest = this.now() - PATIENCE_MS;
    const since = ({ servedSince }: ClientConnection) => (servedSince < latest ? servedSince : undefined);
    return this.least((client) => (client.isBehind ? since(client) : undefined)) ?? this.least(since);
  }

  private least(figure: (client: ClientConnection) => number | undefined): [Socket, ClientConnection] | undefined {
    let least = Infinity;
    let found: [Socket, ClientConnection] | undefined;
    for (const entry of this.clients) {
      const value = figure(entry[1]) ?? Infinity;
      if (value >= least) continue;
      least = value;
      found = entry;
    }
    return found;
  }

  /** Nothing was sent or received for the server's timeout, or no request came within that of keep-alive. */
  private endStalled(socket: Socket): void {
    const client = this.clients.get(socket);
    if (client === undefined || client.isBehind || client.isIdle) socket.destroy();
  }
}

/** Many events of one kind that are told twice: when they begin, and when they are over. */
class Episode {
  private events = 0;
  private over: NodeJS.Timeout | undefined;

  constructor(private readonly ended: (events: number) => void) {}

  /** @returns whether it begins */
  count(): boolean {
    this.events++;
    this.over?.refresh();
    if (this.over !== undefined) return false;
    this.over = setTimeout(() => this.end(), EPISODE_MS).unref();
    return true;
  }

  end(): void {
    if (this.over === undefined) return;
    clearTimeout(this.over);
    this.over = undefined;
    this.ended(this.events);
    this.events = 0;
  }
}
