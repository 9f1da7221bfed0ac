import { discoveryRequest, parseMessage, subscription, type Message } from '@snp/protocol';
import { lookup } from 'node:dns/promises';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { endpointOf } from '../device/addresses';
import { agentOver, login } from '../device/device-client';
import type { DeviceTarget } from '../device/device-link';
import { DeviceSocket } from '../device/device-socket';
import { encrypt, openTcp, type Certificate, type Encrypted } from '../device/sockets';
import { DeviceFailure, type Failure } from '../device/failures';

/** What a step found. */
export interface Finding {
  readonly detail: string;
  readonly certificate?: Certificate;
}

type Expectation<T> = (message: Message) => T | undefined;

/** Messages that came before they were expected; more are of no interest. */
const MOST_HEARD = 20;

/** A single visit to a device, taken step by step: what a session does first, for somebody who watches. */
export class DeviceVisit {
  private readonly ending = new AbortController();
  private connection: Socket | undefined;
  private socket: DeviceSocket | undefined;
  private token = '';
  private readonly heard: Message[] = [];
  /** Looks at what has been heard on behalf of who waits for it. */
  private look: (() => void) | undefined;
  private end: Failure | undefined;

  constructor(
    private readonly target: DeviceTarget,
    private readonly closingMs: number,
  ) {}

  /** Ends whatever is under way; resolves when nothing of it is left. */
  async leave(): Promise<void> {
    await this.socket?.close();
    this.ending.abort();
  }

  async resolve(): Promise<Finding> {
    const { host } = endpointOf(this.target.restapi);
    const { address } = await lookup(host);
    await lookup(endpointOf(this.target.websocket).host);
    return { detail: address === host ? `${host} is an address` : `${host} is ${address}` };
  }

  async reach(): Promise<Finding> {
    const endpoint = endpointOf(this.target.restapi);
    this.connection = await openTcp(endpoint, this.ending.signal);
    return { detail: `port ${endpoint.port} is open` };
  }

  async secure(): Promise<Finding> {
    const { socket, certificate } = await this.startTls(this.target.restapi);
    if (certificate === undefined) return { detail: 'not encrypted' };
    const signer = certificate.selfSigned ? 'self-signed' : `signed by ${certificate.issuer}`;
    const end =
      certificate.validTo === null ? '' : `, until ${new Date(certificate.validTo).toISOString().slice(0, 10)}`;
    return { detail: `${(socket as TLSSocket).getProtocol() ?? 'TLS'}, ${signer}${end}`, certificate };
  }

  async authenticate(): Promise<Finding> {
    const connection = this.requireSocket();
    const agent = agentOver(endpointOf(this.target.restapi).isSecure, () => Promise.resolve(connection));
    this.token = await login(this.target, agent, this.ending.signal);
    connection.destroy();
    return { detail: `logged in as ${this.target.username}` };
  }

  async upgrade(): Promise<Finding> {
    this.connection = await openTcp(endpointOf(this.target.websocket), this.ending.signal);
    const { socket } = await this.startTls(this.target.websocket);
    await new Promise<void>((resolve, reject) => {
      const over = (failure: Failure): void => {
        this.end ??= failure;
        reject(new DeviceFailure(failure));
        this.look?.();
      };
      this.socket = new DeviceSocket(this.target.websocket, socket, this.closingMs, {
        opened: resolve,
        message: (data) => this.hear(data),
        closed: (_code, failure) => over(failure),
        failed: over,
      });
    });
    return { detail: 'open' };
  }

  /** Resolves when the device has answered the token; with false when it has not within `ms`. */
  async greet(ms: number): Promise<boolean> {
    this.socket?.send(this.token);
    const answer = this.expect((message) => message.kind === 'permissions' || undefined);
    const silence = new Promise<false>((resolve) => setTimeout(resolve, ms, false).unref());
    return Promise.race([answer, silence]).finally(() => (this.look = undefined));
  }

  subscribe(): Finding {
    const { objects } = this.target;
    this.socket?.send(subscription(objects));
    return { detail: objects.length === 1 ? '1 object' : `${objects.length} objects` };
  }

  /** Resolves with the number of statuses in the first message that has any. */
  firstStatus(): Promise<number> {
    return this.expect((message) => (message.kind === 'statuses' && message.statuses.length) || undefined);
  }

  /** Resolves with what the device says of all its objects. */
  list(elementIp: string): Promise<readonly unknown[]> {
    this.socket?.send(discoveryRequest(elementIp));
    return this.expect((message) => (message.kind === 'objects' ? message.configurations : undefined));
  }

  private hear(data: Buffer): void {
    const message = parseMessage(data.toString());
    if (message === undefined || this.heard.length >= MOST_HEARD) return;
    this.heard.push(message);
    this.look?.();
  }

  /** The first message, among those that have come and those to come, that is what is expected. */
  private expect<T>(expectation: Expectation<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.look = () => {
        for (let message = this.heard.shift(); message !== undefined; message = this.heard.shift()) {
          const found = expectation(message);
          if (found === undefined) continue;
          this.look = undefined;
          return resolve(found);
        }
        if (this.end !== undefined) reject(new DeviceFailure(this.end));
      };
      this.look();
    });
  }

  private async startTls(url: string): Promise<Encrypted> {
    const covered = await encrypt(this.requireSocket(), endpointOf(url));
    this.connection = covered.socket;
    return covered;
  }

  private requireSocket(): Socket {
    if (this.connection === undefined) throw new Error('There is no connection yet');
    return this.connection;
  }
}
