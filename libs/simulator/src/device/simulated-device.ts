import type { Fault } from '../faults/fault';
import type { Misbehaviour } from '../faults/misbehaviour';
import type { Alarm, AlarmOptions } from '../model/alarms';
import type { ConfigurationOffer, DeviceIdentity } from '../model/identity';
import type { Body } from '../statuses/generator';
import type { DeviceContext, DeviceCounters } from './device-context';
import type { DeviceCore } from './device-core';
import type { SourceObject } from './object-source';
import type { LoggedRequest } from './request-log';

/** What a connection to a device needs, in the words of the exporter's API. */
export interface ConnectionSettings {
  readonly name: string;
  readonly restapi: string;
  readonly websocket: string;
  readonly username: string;
  readonly password: string;
}

/** One pretended device: all that a test may ask of it or do to it. */
export class SimulatedDevice {
  private readonly context: DeviceContext;
  private pausing: Fault | undefined;

  constructor(
    private readonly core: DeviceCore,
    private readonly ports: { readonly rest: number; readonly websocket: number },
  ) {
    this.context = core.context;
  }

  get identity(): DeviceIdentity {
    return this.context.model.identity;
  }

  get number(): number {
    return this.identity.number;
  }

  get name(): string {
    return this.identity.name;
  }

  get address(): string {
    return this.identity.address;
  }

  /** `https://127.0.1.1:9089/api/` */
  get restapi(): string {
    return `https://${this.address}:${this.ports.rest}/api/`;
  }

  /** `wss://127.0.1.1:9443/smm` */
  get websocket(): string {
    return `wss://${this.address}:${this.ports.websocket}/smm`;
  }

  get settings(): ConnectionSettings {
    const { name, restapi, websocket } = this;
    const { user, password } = this.context.credentials;
    return { name, restapi, websocket, username: user, password };
  }

  /** What it has been asked for since it was started. */
  get counters(): Readonly<DeviceCounters> {
    return this.context.counters;
  }

  /** The latest REST requests, other than logins. */
  get requests(): readonly Readonly<LoggedRequest>[] {
    return this.context.requests.list();
  }

  /** The largest number of REST requests that it had to answer at the same time. */
  get mostRequestsAtOnce(): number {
    return this.context.requests.mostAtOnce;
  }

  /** Which configurations it tells: all, or only those of the processors and of the system. */
  get configurations(): ConfigurationOffer {
    return this.context.configurations.offer;
  }

  set configurations(offer: ConfigurationOffer) {
    this.context.configurations.offer = offer;
  }

  /** Open TCP connections. */
  get sockets(): number {
    return this.core.listener.connections;
  }

  /** Open WebSocket connections. */
  get connections(): number {
    return [...this.core.links()].length;
  }

  /** Those of them that have subscribed. */
  get subscribers(): number {
    return [...this.core.links()].filter(({ isSubscribed }) => isSubscribed).length;
  }

  get alarms(): readonly Alarm[] {
    return this.context.model.alarms.list();
  }

  /** Every object that it has. */
  get objects(): readonly { readonly type: string; readonly id: string }[] {
    return this.context.statuses.list();
  }

  /** What it does wrong now. */
  get misbehaviours(): readonly Misbehaviour[] {
    return this.core.misbehaviours;
  }

  /**
   * The status of an object as it would be sent now.
   * @param key `ptp`, `procChannelHD/A-HD-1`
   * @throws where the device has no such object
   */
  status(key: string): Body {
    return JSON.parse(this.context.statuses.text(this.object(key))) as Body;
  }

  /**
   * Lays `patch` over a status and keeps it there whatever the device lives through; sent at once, or as soon as the
   * subscription's frequency allows. A table is patched by 0-based position (`{ FPGA_HW_Stats: { 2: { Temp: 'N/A' } } }`),
   * a field is taken away by `undefined`.
   */
  set(key: string, patch: Body): void {
    const { type, id } = this.object(key);
    this.context.statuses.override(`${type}/${id}`, patch);
    this.core.flush();
  }

  /**
   * Lays `patch` over the configuration of an object, `A-HD-1` or `processorA`, and keeps it there: tables and missing
   * fields as with {@link set}. Statuses do not follow.
   * @throws where the device has no such configuration
   */
  configure(id: string, patch: Body): void {
    if (!this.isConfigurable(id)) throw new Error(`${this.name} has no configuration of ${id}`);
    this.context.configurations.override(id, patch);
  }

  isConfigurable(id: string): boolean {
    return this.context.configurations.has(id);
  }

  /** Lets the device itself decide again what is in that status. */
  unset(key: string): void {
    const { type, id } = this.object(key);
    this.context.statuses.release(`${type}/${id}`);
    this.core.flush();
  }

  /** Returns the alarm's number. */
  raiseAlarm(alarm: AlarmOptions): number {
    const id = this.context.model.raise(alarm);
    this.core.announceAlarms();
    return id;
  }

  clearAlarm(id: number): void {
    this.context.model.alarms.clear(id);
    this.core.announceAlarms();
  }

  /** Clears every alarm, those that the device raised by itself too. */
  clearAlarms(): void {
    this.context.model.alarms.clearAll();
    this.core.announceAlarms();
  }

  /**
   * Begins to do something wrong, beside what it does wrong already. Returns what ends it.
   * @throws {UnknownMisbehaviour}
   */
  misbehave(misbehaviour: Misbehaviour): () => Promise<void> {
    const fault = this.core.misbehave(misbehaviour);
    return () => this.core.endFault(fault);
  }

  /** Ends everything that it does wrong. Resolves when it can be reached again. */
  async behave(): Promise<void> {
    await this.core.behave();
  }

  /** As if its process were stopped: connections are accepted and nothing is answered; nothing is closed either. */
  pause(): void {
    this.pausing ??= this.core.misbehave({ kind: 'half-open' });
  }

  async resume(): Promise<void> {
    const { pausing } = this;
    this.pausing = undefined;
    if (pausing) await this.core.endFault(pausing);
  }

  /** Any message to every client, as it is. */
  send(message: string | Buffer): void {
    for (const { socket } of this.core.links()) socket.send(message, { binary: typeof message !== 'string' });
  }

  /** One update, for fleets that have none by themselves. */
  update(): void {
    this.core.update();
  }

  private object(key: string): SourceObject {
    const at = key.indexOf('/');
    const [type, id] = at < 0 ? [key, undefined] : [key.slice(0, at), key.slice(at + 1)];
    const object = this.context.statuses.peek(type, id);
    if (!object) throw new Error(`${this.name} has no object ${key}`);
    return object;
  }
}
