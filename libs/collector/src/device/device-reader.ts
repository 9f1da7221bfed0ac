import type { Agent } from 'node:http';
import type { Socket } from 'node:net';
import type { Cancel, Clock } from '../common/clock';
import { endpointOf } from './addresses';
import { agentOver, login, read, type RestResponse } from './device-client';
import { DeviceFailure } from '../failures/failure';
import type { HandshakeGate, Lane } from './handshake-gate';
import { logInOnce, type Applicant, type PasswordTries } from './password-tries';
import type { Patience, RestStep } from './patience';
import { encrypt, openTcp } from './sockets';

/** Reads from a device's REST address over one connection, until closed. */
export interface Reader {
  /** Waits for a place among the handshakes and connects. */
  open(): Promise<void>;
  read(path: string, token: string): Promise<RestResponse>;
  login(): Promise<string>;
  close(): void;
}

/** @param patience of the device, which outlives the reader */
export type ReaderFactory = (credentials: Applicant, lane: Lane, patience: Patience) => Reader;

export interface ReaderDependencies {
  readonly clock: Clock;
  readonly gate: HandshakeGate;
  readonly tries: Pick<PasswordTries, 'begin'>;
}

/** A reader over real sockets. */
export class DeviceReader implements Reader {
  private readonly ending = new AbortController();
  private readonly agent: Agent;
  private first: Socket | undefined;
  /** The latest connection. */
  private peer: Socket | undefined;
  /** Once it was too late, the rest of a round has no more time than a first try: a service that is dead holds up nothing. */
  private isLate = false;

  constructor(
    private readonly credentials: Applicant,
    private readonly lane: Lane,
    private readonly patience: Patience,
    private readonly dependencies: ReaderDependencies,
  ) {
    const { isSecure } = endpointOf(credentials.restapi);
    this.agent = agentOver(isSecure, () => this.socket(), true);
  }

  async open(): Promise<void> {
    this.first = await this.connect();
  }

  read(path: string, token: string): Promise<RestResponse> {
    return this.within('request', (signal) => read(this.credentials.restapi, path, token, this.agent, signal));
  }

  login(): Promise<string> {
    const logIn = () => this.within('request', (signal) => login(this.credentials, this.agent, signal));
    return logInOnce(this.dependencies.tries, this.credentials, this.peer ?? {}, logIn);
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
    // A device that is slower than most is waited for without a place.
    const cancel = this.dependencies.clock.after(this.patience.placeMs, leave);
    try {
      this.peer = await this.within('connect', (signal) => this.openSocket(signal));
      return this.peer;
    } finally {
      cancel();
      leave();
    }
  }

  private async openSocket(signal: AbortSignal): Promise<Socket> {
    const endpoint = endpointOf(this.credentials.restapi);
    const tcp = await openTcp(endpoint, AbortSignal.any([signal, this.ending.signal]));
    return (await encrypt(tcp, endpoint, this.credentials.legacyTls)).socket;
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

  /** An absolute deadline, however what is waited for trickles in. */
  private async within<T>(step: RestStep, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { clock } = this.dependencies;
    const begunAt = clock.monotonic();
    const request = new AbortController();
    const end = (): void => request.abort();
    const deadline = this.isLate ? this.patience.first(step) : this.patience.deadline(step);
    const cancel = clock.after(deadline, () => {
      if (!this.isLate) this.patience.missed(step);
      this.isLate = true;
      end();
    });
    if (this.ending.signal.aborted) end();
    this.ending.signal.addEventListener('abort', end, { once: true });
    try {
      const result = await act(request.signal);
      this.patience.met(step, clock.monotonic() - begunAt);
      return result;
    } finally {
      cancel();
      this.ending.signal.removeEventListener('abort', end);
    }
  }
}

function closed(): DeviceFailure {
  return new DeviceFailure({ code: 'stopped', reason: 'stopped', retry: 'soon' });
}
