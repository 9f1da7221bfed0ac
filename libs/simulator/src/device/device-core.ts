import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import type { Fault } from '../faults/fault';
import type { FaultTarget } from '../faults/fault-target';
import { FaultSet } from '../faults/fault-set';
import { makeFault, type Misbehaviour } from '../faults/misbehaviour';
import type { FleetClock } from '../clock';
import { Listener } from './listener';
import { DeviceModel, type LifeOptions } from '../model/device-model';
import type { DeviceIdentity } from '../model/identity';
import type { Body } from '../statuses/generator';
import { newCounters, type Credentials, type DeviceContext } from './device-context';
import { Configurations } from './configuration/configurations';
import { DeviceLink } from './device-link';
import { merged } from '../statuses/merge';
import { LivingObjects, RecordedObjects, type SourceObject } from './object-source';
import { RequestLog } from './request-log';
import { placeOf, RestApi } from './rest-api';
import { DeviceStatuses } from './device-statuses';
import { Tokens } from './tokens';
import { UpdateSchedule, type UpdateOptions } from './update-schedule';

/** The close code of a WebSocket whose client ends. */
const GOING_AWAY = 1001;

export interface DeviceOptions extends LifeOptions, UpdateOptions, Credentials {
  readonly clock: FleetClock;
  /** Statuses to replay instead of living ones. */
  readonly capture?: readonly Body[];
  /** Writes the time of sending, ms since the epoch, into `numSysTimeUpdates` of `ptp`. */
  readonly stamp?: boolean;
  /** Shortest time between two messages of changes to a client, whatever it asks for. */
  readonly frequencyMs?: number;
  /** How long it takes to answer a request for a configuration. Default 0. */
  readonly configurationMs?: number;
}

/** The inside of a device: what comes in from the network, what goes out, and what goes wrong on the way. */
export class DeviceCore implements FaultTarget {
  readonly context: DeviceContext;
  readonly listener: Listener;
  private readonly rest: RestApi;
  private readonly schedule: UpdateSchedule;
  private readonly openLinks = new Set<DeviceLink>();
  private readonly activeFaults = new Map<Fault, Misbehaviour>();
  private announcedAlarms: number;

  constructor(
    identity: DeviceIdentity,
    private readonly options: DeviceOptions,
    secure: (socket: Socket) => void,
  ) {
    const { clock, capture, frequencyMs, configurationMs = 0 } = options;
    const model = new DeviceModel(identity, options, clock.now());
    const faults = new FaultSet();
    const source = capture ? new RecordedObjects(capture) : new LivingObjects(model);
    const statuses = new DeviceStatuses(source, (object, status) =>
      faults.status(object, this.stamped(object, status)),
    );
    const configurations = new Configurations(model, identity.configurations);
    const own = { tokens: new Tokens(), counters: newCounters(), requests: new RequestLog(clock), configurations };
    this.context = { model, statuses, faults, clock, credentials: options, frequencyMs, configurationMs, ...own };
    this.rest = new RestApi(this.context);
    this.schedule = new UpdateSchedule(statuses, options, identity.number);
    this.announcedAlarms = model.alarms.version;
    this.listener = new Listener(identity.address, (socket) => {
      this.context.counters.connections += 1;
      if (faults.connection(socket)) return;
      const delay = faults.tlsDelayMs;
      if (delay > 0) clock.after(delay, () => secure(socket));
      else secure(socket);
    });
  }

  links = (): Iterable<DeviceLink> => this.openLinks;

  get misbehaviours(): readonly Misbehaviour[] {
    return [...this.activeFaults.values()];
  }

  /** One update: the device lives on until now, and what changed is sent. */
  update(): void {
    const { model, faults, clock } = this.context;
    model.step(clock.now());
    this.schedule.update();
    faults.update();
    this.announceAlarms();
    this.flush();
  }

  async requested(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const place = placeOf(request);
    if (place === 'auth') this.context.counters.authentications += 1;
    if (this.context.faults.request({ place, request, socket: request.socket, response })) return;
    await this.rest.handle(place, request, response);
  }

  upgraded(request: IncomingMessage, socket: Duplex, head: Buffer, server: WebSocketServer): void {
    const place = placeOf(request);
    if (this.context.faults.request({ place, request, socket, response: undefined })) return;
    if (place === 'upgrade') {
      server.handleUpgrade(request, socket, head, (websocket) => this.opened(websocket, socket));
    } else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  }

  misbehave(misbehaviour: Misbehaviour): Fault {
    const fault = makeFault(this, misbehaviour);
    // A fault that only happens once has nothing to end.
    if (Object.keys(fault).some((member) => member !== 'begin')) this.activeFaults.set(fault, misbehaviour);
    this.context.faults.add(fault);
    return fault;
  }

  /** Ends one fault. */
  async endFault(fault: Fault): Promise<void> {
    this.activeFaults.delete(fault);
    await this.context.faults.remove(fault);
  }

  async behave(): Promise<void> {
    for (const fault of this.activeFaults.keys()) await this.endFault(fault);
  }

  flush(): void {
    for (const link of this.openLinks) link.flush();
  }

  resendAll = (): void => {
    this.context.statuses.touchAll();
    for (const link of this.openLinks) {
      link.resolve();
      link.sendAll();
    }
  };

  announceAlarms(): void {
    const { alarms } = this.context.model;
    if (alarms.version === this.announcedAlarms) return;
    this.announcedAlarms = alarms.version;
    for (const link of this.openLinks) link.sendAlarms();
  }

  async close(): Promise<void> {
    this.listener.close();
    for (const link of this.openLinks) link.stop();
    await this.behave();
  }

  private opened(websocket: WebSocket, socket: Duplex): void {
    this.context.counters.handshakes += 1;
    const link = new DeviceLink(websocket, socket, this.context, () => this.retainWatched());
    this.openLinks.add(link);
    websocket.on('close', (code) => {
      if (code === GOING_AWAY) this.context.counters.goingAway += 1;
      this.openLinks.delete(link);
      this.retainWatched();
    });
  }

  private retainWatched(): void {
    this.context.statuses.retain(new Set([...this.openLinks].flatMap((link) => link.watched())));
  }

  private stamped(object: SourceObject, status: Body): Body {
    if (!this.options.stamp || object.type !== 'ptp') return status;
    return merged(status, { ptpStatus: { numSysTimeUpdates: String(this.options.clock.now()) } });
  }
}
