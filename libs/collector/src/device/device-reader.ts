import type { Agent } from 'node:http';
import type { Socket } from 'node:net';
import type { Cancel, Clock } from '../common/clock';
import { endpointOf } from './addresses';
import { agentOver, login, read, type Credentials, type RestResponse } from './device-client';
import { DeviceFailure } from './failures';
import type { HandshakeGate, Lane } from './gate';
import { encrypt, openTcp } from './sockets';
import type { Timing } from './timing';

/** Reads from a device's REST address over one connection, until closed. */
export interface Reader {
  /** Waits for a place among the handshakes and connects. */
  open(): Promise<void>;
  read(path: string, token: string): Promise<RestResponse>;
  login(): Promise<string>;
  close(): void;
}

export type ReaderFactory = (credentials: Credentials, lane: Lane) => Reader;

export interface ReaderDependencies {
  readonly clock: Clock;
  readonly gate: HandshakeGate;
  readonly timing: Timing;
}

/** A reader over real sockets. */
export class DeviceReader implements Reader {
  private readonly ending = new AbortController();
  private readonly agent: Agent;
  private first: Socket | undefined;

  constructor(
    private readonly credentials: Credentials,
    private readonly lane: Lane,
    private readonly dependencies: ReaderDependencies,
  ) {
    const { isSecure } = endpointOf(credentials.restapi);
    this.agent = agentOver(isSecure, () => this.socket(), true);
  }

  async open(): Promise<void> {
    this.first = await this.connect();
  }

  read(path: string, token: string): Promise<RestResponse> {
    return this.within((signal) => read(this.credentials.restapi, path, token, this.agent, signal));
  }

  login(): Promise<string> {
    return this.within((signal) => login(this.credentials, this.agent, signal));
  }

  close(): void {
    // The sockets of requests first: TLS that still writes to a TCP socket destroyed beneath it can crash the process.
    this.agent.destroy();
    this.ending.abort();
  }

  /** The one that was opened, or another where the device has closed that. */
  private socket(): Promise<Socket> {
    const { first } = this;
    this.first = undefined;
    return first === undefined || first.destroyed ? this.connect() : Promise.resolve(first);
  }

  private async connect(): Promise<Socket> {
    const leave = await this.admission();
    const { clock, timing } = this.dependencies;
    const stalled = new AbortController();
    const end = (): void => stalled.abort();
    const cancel = clock.after(timing.tcpMs + timing.tlsMs, end);
    if (this.ending.signal.aborted) end();
    this.ending.signal.addEventListener('abort', end, { once: true });
    try {
      const endpoint = endpointOf(this.credentials.restapi);
      const { socket } = await encrypt(await openTcp(endpoint, stalled.signal), endpoint);
      socket.once('close', () => this.ending.signal.removeEventListener('abort', end));
      return socket;
    } finally {
      cancel();
      leave();
    }
  }

  private admission(): Promise<Cancel> {
    const { signal } = this.ending;
    return new Promise((resolve, reject) => {
      const leave: Cancel = this.dependencies.gate.ask(this.lane, () => queueMicrotask(() => resolve(leave)));
      const give = (): void => {
        leave();
        reject(closed());
      };
      if (signal.aborted) give();
      else signal.addEventListener('abort', give, { once: true });
    });
  }

  /** An absolute deadline for a request, however its answer trickles in. */
  private async within<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { clock, timing } = this.dependencies;
    const request = new AbortController();
    const end = (): void => request.abort();
    const cancel = clock.after(timing.loginMs, end);
    if (this.ending.signal.aborted) end();
    this.ending.signal.addEventListener('abort', end, { once: true });
    try {
      return await act(request.signal);
    } finally {
      cancel();
      this.ending.signal.removeEventListener('abort', end);
    }
  }
}

function closed(): DeviceFailure {
  return new DeviceFailure({ code: 'stopped', reason: 'stopped', retry: 'soon' });
}
