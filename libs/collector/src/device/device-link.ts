import { subscription, type ObjectRef } from '@snp/protocol';
import type { Socket } from 'node:net';
import { endpointOf } from './addresses';
import { agentOver, login, type Credentials } from './device-client';
import { DeviceSocket } from './device-socket';
import type { Address, Failure } from '../failures/failure';
import { networkFailure } from '../failures/failures';
import { logInOnce, type PasswordTries } from './password-tries';
import { dial, dialled, encrypt, isResolving, type TlsFacts } from './sockets';

/** How to get to a device. */
export interface DeviceTarget extends Credentials {
  /** Of the connection; missing where it is only tested. */
  readonly id?: number;
  readonly websocket: string;
  readonly objects: readonly ObjectRef[];
}

/** The steps to an open WebSocket, reported when they are done. */
export type LinkStep = 'reached' | 'secured' | 'authenticated' | 'dialled' | 'encrypted' | 'upgraded';

export interface LinkListener {
  done(step: LinkStep): void;
  /** The TLS handshake under way brought these facts. */
  certified(tls: TlsFacts): void;
  message(data: Buffer, isBinary: boolean): void;
  closed(closeCode: number, failure: Failure): void;
  failed(failure: Failure): void;
}

/** The network of one attempt: each call begins a step, whose end is reported to the listener; so is the end of the whole, once. */
export interface Link {
  reach(): void;
  secure(): void;
  authenticate(): void;
  dial(): void;
  encrypt(): void;
  upgrade(): void;
  sendToken(): void;
  subscribe(): void;
  /** The token that the device gave; empty before. */
  readonly token: string;
  /** Whether the address of the host is still being looked up. */
  readonly isResolving: boolean;
  /** Ends all of it; nothing more is reported. Resolves when no socket is left. */
  hangUp(isGraceful: boolean): Promise<void>;
}

/** @param request what the device is asked for once it has the token, in place of a subscription */
export type LinkFactory = (target: DeviceTarget, listener: LinkListener, request?: string) => Link;

/** A link over real sockets. */
export class DeviceLink implements Link {
  token = '';
  private loggingIn: AbortController | undefined;
  private isOver = false;
  private connection: Socket | undefined;
  private socket: DeviceSocket | undefined;

  /**
   * @param closingMs how long the device has to answer our close frame
   * @param request what the device is asked for once it has the token
   */
  constructor(
    private readonly target: DeviceTarget,
    private readonly listener: LinkListener,
    private readonly closingMs: number,
    private readonly tries: Pick<PasswordTries, 'begin'>,
    private readonly request = subscription(target.objects),
  ) {}

  get isResolving(): boolean {
    return this.connection !== undefined && isResolving(this.connection);
  }

  reach(): void {
    this.begin('REST address', () => this.open('reached', this.target.restapi));
  }

  secure(): void {
    this.begin('REST address', () => this.startTls('secured', this.target.restapi));
  }

  authenticate(): void {
    this.begin('REST address', async () => {
      const connection = this.requireSocket();
      this.token = await this.logIn(connection);
      connection.destroy();
      return 'authenticated';
    });
  }

  dial(): void {
    this.begin('WebSocket address', () => this.open('dialled', this.target.websocket));
  }

  encrypt(): void {
    this.begin('WebSocket address', () => this.startTls('encrypted', this.target.websocket));
  }

  upgrade(): void {
    this.socket = new DeviceSocket(this.target.websocket, this.requireSocket(), this.closingMs, {
      opened: () => this.listener.done('upgraded'),
      message: (data, isBinary) => this.listener.message(data, isBinary),
      closed: (closeCode, failure) => this.listener.closed(closeCode, failure),
      failed: (failure) => this.listener.failed(failure),
    });
  }

  sendToken(): void {
    this.socket?.send(this.token);
  }

  subscribe(): void {
    this.socket?.send(this.request);
  }

  async hangUp(isGraceful: boolean): Promise<void> {
    this.isOver = true;
    if (isGraceful) await this.socket?.close();
    else this.socket?.terminate();
    // The outermost first: TLS that still writes to a TCP socket destroyed beneath it can crash the process.
    this.connection?.destroy();
    // Dear, so only where there is something to abort: a thousand devices may be gone.
    this.loggingIn?.abort();
  }

  private async logIn(connection: Socket): Promise<string> {
    const agent = agentOver(endpointOf(this.target.restapi).isSecure, () => Promise.resolve(connection));
    const request = new AbortController();
    this.loggingIn = request;
    try {
      return await logInOnce(this.tries, this.target, connection, () => login(this.target, agent, request.signal));
    } finally {
      this.loggingIn = undefined;
    }
  }

  private async open(step: LinkStep, url: string): Promise<LinkStep> {
    // Known before it is there, so that it can be given up.
    this.connection = dial(endpointOf(url));
    await dialled(this.connection);
    return step;
  }

  private async startTls(step: LinkStep, url: string): Promise<LinkStep> {
    const { socket, tls } = await encrypt(this.requireSocket(), endpointOf(url), this.target.legacyTls);
    this.connection = socket;
    if (tls !== undefined && !this.isOver) this.listener.certified(tls);
    return step;
  }

  private begin(address: Address, act: () => Promise<LinkStep>): void {
    act().then(
      (step) => !this.isOver && this.listener.done(step),
      (error: unknown) => !this.isOver && this.listener.failed(networkFailure(error, address, this.target.legacyTls)),
    );
  }

  private requireSocket(): Socket {
    if (this.connection === undefined) throw new Error('There is no connection yet');
    return this.connection;
  }
}
