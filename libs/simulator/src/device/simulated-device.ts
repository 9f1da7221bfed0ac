import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import type { Alarm, AlarmOptions } from '../model/alarms';
import { DeviceModel, type LifeOptions } from '../model/device-model';
import type { DeviceIdentity } from '../model/identity';
import { FaultSet } from '../faults/fault-set';
import type { FleetClock } from '../fleet/clock';
import type { Body } from '../statuses/generator';
import type { Credentials, DeviceContext, DeviceCounters } from './device-context';
import { DeviceLink } from './device-link';
import { merged } from './merge';
import { LivingObjects, RecordedObjects, type SourceObject } from './object-source';
import { placeOf, RestApi } from './rest-api';
import { StatusBoard } from './status-board';
import { Tokens } from './tokens';
import { UpdateSchedule, type UpdateOptions } from './update-schedule';

export interface DeviceOptions extends LifeOptions, UpdateOptions, Credentials {
  readonly clock: FleetClock;
  /** Statuses to replay instead of living ones. */
  readonly capture?: readonly Body[];
  /** Writes the time of sending, ms since the epoch, into `numSysTimeUpdates` of `ptp`. */
  readonly stamp?: boolean;
}

/** One pretended device: all that a test may ask of it or do to it. */
export class SimulatedDevice {
  readonly counters: DeviceCounters = {
    connections: 0,
    authentications: 0,
    refusals: 0,
    requests: 0,
    handshakes: 0,
    sessions: 0,
    subscriptions: 0,
    messages: 0,
  };
  private readonly context: DeviceContext;
  private readonly rest: RestApi;
  private readonly links = new Set<DeviceLink>();
  private readonly schedule: UpdateSchedule;
  private announcedAlarms: number;

  constructor(
    identity: DeviceIdentity,
    private readonly options: DeviceOptions,
    private readonly ports: { rest: number; websocket: number },
  ) {
    const model = new DeviceModel(identity, options, options.clock.now());
    const faults = new FaultSet();
    const source = options.capture ? new RecordedObjects(options.capture) : new LivingObjects(model);
    const board = new StatusBoard(source, (object, status) => faults.status(object, this.stamped(object, status)));
    this.context = {
      model,
      board,
      faults,
      tokens: new Tokens(),
      clock: options.clock,
      credentials: options,
      counters: this.counters,
    };
    this.rest = new RestApi(this.context);
    this.schedule = new UpdateSchedule(board, options, identity.number);
    this.announcedAlarms = model.alarms.version;
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

  /** What a connection's `restapi` is: `https://127.0.1.1:9089/api/`. */
  get restapi(): string {
    return `https://${this.address}:${this.ports.rest}/api/`;
  }

  /** What a connection's `websocket` is: `wss://127.0.1.1:9443/smm`. */
  get websocket(): string {
    return `wss://${this.address}:${this.ports.websocket}/smm`;
  }

  /** Open WebSocket connections. */
  get connections(): number {
    return this.links.size;
  }

  /** Open WebSocket connections that have subscribed. */
  get subscribers(): number {
    return [...this.links].filter(({ isSubscribed }) => isSubscribed).length;
  }

  get alarms(): readonly Alarm[] {
    return this.context.model.alarms.list();
  }

  /** Every object that the device has. */
  get objects(): readonly { type: string; id: string }[] {
    return this.context.board.list();
  }

  /** The status of an object as it would be sent now, as a value. */
  status(key: string): Body {
    const [type, id] = splitKey(key);
    const object = this.context.board.peek(type, id);
    if (!object) throw new Error(`${this.name} has no object ${key}`);
    return JSON.parse(this.context.board.text(object)) as Body;
  }

  /**
   * Lays `patch` over a status and keeps it there whatever the device lives through; sent at once, or as soon as the
   * subscription's frequency allows. Tables are patched by 0-based position: `{ FPGA_HW_Stats: { 2: { Temp: 'N/A' } } }`.
   * @param key `ptp`, `procChannelHD/A-HD-1`
   */
  set(key: string, patch: Body): void {
    this.context.board.override(this.fullKey(key), patch);
    this.flush();
  }

  /** Lets the device decide again what is in that status. */
  unset(key: string): void {
    this.context.board.release(this.fullKey(key));
    this.flush();
  }

  /** Returns the alarm's number. */
  raiseAlarm(alarm: AlarmOptions): number {
    const id = this.context.model.raise(alarm);
    this.announceAlarms();
    return id;
  }

  clearAlarm(id: number): void {
    this.context.model.alarms.clear(id);
    this.announceAlarms();
  }

  /** Clears every alarm, those of the device's own too. */
  clearAlarms(): void {
    this.context.model.alarms.clearAll();
    this.announceAlarms();
  }

  /** Any message to every client. */
  send(message: string | Buffer): void {
    for (const { socket } of this.links) socket.send(message, { binary: typeof message !== 'string' });
  }

  /** Closes every WebSocket in good order. */
  disconnect(code = 1000, reason = ''): void {
    for (const { socket } of this.links) socket.close(code, reason);
  }

  /** One update: the device lives on until now, and what changed is sent. */
  update(): void {
    const { model, faults } = this.context;
    model.step(this.options.clock.now());
    this.schedule.update();
    faults.update();
    this.announceAlarms();
    this.flush();
  }

  /** @internal A TCP connection has come; true: it is taken care of. */
  connected(socket: Socket): boolean {
    this.counters.connections += 1;
    return this.context.faults.connection(socket);
  }

  /** @internal */
  async requested(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const place = placeOf(request);
    if (place === 'auth') this.counters.authentications += 1;
    if (this.context.faults.request({ place, request, socket: request.socket, response })) return;
    await this.rest.handle(place, request, response);
  }

  /** @internal */
  upgraded(request: IncomingMessage, socket: Duplex, head: Buffer, server: WebSocketServer): void {
    const place = placeOf(request);
    if (this.context.faults.request({ place, request, socket, response: undefined })) return;
    if (place !== 'upgrade') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    server.handleUpgrade(request, socket, head, (websocket) => this.opened(websocket));
  }

  private opened(websocket: WebSocket): void {
    this.counters.handshakes += 1;
    const link = new DeviceLink(websocket, this.context, () => this.retainWatched());
    this.links.add(link);
    websocket.on('close', () => {
      this.links.delete(link);
      this.retainWatched();
    });
  }

  private retainWatched(): void {
    this.context.board.retain(new Set([...this.links].flatMap((link) => link.watched())));
  }

  private flush(): void {
    for (const link of this.links) link.flush();
  }

  private announceAlarms(): void {
    const { alarms } = this.context.model;
    if (alarms.version === this.announcedAlarms) return;
    this.announcedAlarms = alarms.version;
    for (const link of this.links) link.sendAlarms();
  }

  private stamped(object: SourceObject, status: Body): Body {
    if (!this.options.stamp || object.type !== 'ptp') return status;
    return merged(status, { ptpStatus: { numSysTimeUpdates: String(this.options.clock.now()) } });
  }

  private fullKey(key: string): string {
    const [type, id] = splitKey(key);
    const object = this.context.board.peek(type, id);
    if (!object) throw new Error(`${this.name} has no object ${key}`);
    return `${object.type}/${object.id}`;
  }
}

function splitKey(key: string): [type: string, id: string | undefined] {
  const at = key.indexOf('/');
  return at < 0 ? [key, undefined] : [key.slice(0, at), key.slice(at + 1)];
}
