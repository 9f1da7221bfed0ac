import type { ObjectRef } from '@snp/protocol';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { heartbeatTime, isoSeconds } from '../statuses/format';
import type { DeviceContext } from './device-context';
import type { WatchedObject } from './device-statuses';

const HEARTBEAT_MS = 5_000;
const PERMISSIONS_MS = 10_000;
const ALARMS_AGAIN_MS = 60_000;
const LOG_MS = 30_000;
const TOKEN_DEADLINE_MS = 10_000;
const SHORTEST_FREQUENCY_MS = 10;
const UNAUTHORISED = 1008;
/** A client that has so much unread is sent nothing more until it catches up; it then gets the newest of everything. */
const MAX_UNSENT_BYTES = 8 * 1024 * 1024;

/** One client on a device's WebSocket. */
export class DeviceLink {
  private isAuthorised = false;
  private wanted: readonly ObjectRef[] = [];
  private objects: WatchedObject[] = [];
  private frequency = 1000;
  private sentVersion = 0;
  private sentAt = 0;
  private flushTimer: (() => void) | undefined;
  private readonly timers: (() => void)[] = [];

  constructor(
    readonly socket: WebSocket,
    private readonly stream: Duplex,
    private readonly context: DeviceContext,
    private readonly onSubscribed: () => void,
  ) {
    socket.on('message', (data, isBinary) => this.receive(isBinary ? '' : data.toString()));
    socket.on('close', () => this.stop());
    // A socket that breaks is closed next; that is all that a device does about it.
    socket.on('error', () => undefined);
    this.timers.push(context.clock.after(TOKEN_DEADLINE_MS, () => this.requireToken()));
  }

  /** The keys of the objects that this client watches. */
  watched(): string[] {
    return this.objects.map(({ key }) => key);
  }

  get isSubscribed(): boolean {
    return this.wanted.length > 0;
  }

  /** Sends what changed, now or as soon as the subscription's frequency allows. */
  flush(): void {
    if (this.objects.length === 0 || this.flushTimer) return;
    const wait = this.sentAt + this.frequency - this.context.clock.now();
    if (wait > 0) {
      this.flushTimer = this.context.clock.after(wait, () => {
        this.flushTimer = undefined;
        this.sendChanges();
      });
    } else this.sendChanges();
  }

  /** Looks the subscribed objects up again: some are gone, or back. */
  resolve(): void {
    const found = this.wanted.map((line) => this.find(line)).filter((object) => object !== undefined);
    this.objects = [...new Map(found.map((object) => [object.key, object])).values()];
  }

  /** Everything that is subscribed to, as after a subscription. */
  sendAll(): void {
    if (this.objects.length > 0) this.sendStatuses('allStatuses', this.objects);
  }

  sendAlarms(): void {
    if (!this.isAuthorised) return;
    const { alarms, identity } = this.context.model;
    const activeAlarms = alarms.list().map((alarm) => ({
      id: alarm.id,
      reason: alarm.reason,
      location: alarm.location,
      fme_ip_address: identity.managementAddress,
      time_stamp: isoSeconds(alarm.raisedAt),
      object_id: alarm.objectId,
    }));
    this.send('activeAlarmStatus', JSON.stringify({ msgType: 'activeAlarmStatus', activeAlarms }));
  }

  /** Any message; faults may change or swallow it. */
  send(msgType: string, text: string): void {
    const message = this.context.faults.message({ msgType, text });
    if (message === undefined) return;
    this.context.counters.messages += 1;
    this.socket.send(message);
  }

  /** Bytes past the WebSocket protocol. */
  writeRaw(bytes: Buffer): void {
    this.stream.write(bytes);
  }

  stop(): void {
    for (const cancel of this.timers.splice(0)) cancel();
    this.flushTimer?.();
    this.flushTimer = undefined;
    this.objects = [];
    this.wanted = [];
  }

  private receive(text: string): void {
    if (!this.isAuthorised) return this.authorise(text);
    const message = parsed(text);
    if (message?.msgType === 'statusListSubscribe') this.subscribe(message);
    else if (message?.msgType === 'getAllObjects') this.sendConfigurations(message);
  }

  private authorise(token: string): void {
    if (!this.context.tokens.accepts(token) || !this.context.faults.acceptsToken())
      return this.socket.close(UNAUTHORISED, 'Invalid token');
    this.isAuthorised = true;
    this.context.counters.sessions += 1;
    this.sendPermissions();
    this.sendAlarms();
    const { clock } = this.context;
    this.timers.push(
      clock.every(PERMISSIONS_MS, () => this.sendPermissions()),
      clock.every(HEARTBEAT_MS, () => this.sendHeartbeat()),
      clock.every(ALARMS_AGAIN_MS, () => this.sendAlarms()),
      clock.every(LOG_MS, () => this.send('logState', '{"msgType":"logState","logs":[]}')),
    );
  }

  private requireToken(): void {
    if (!this.isAuthorised) this.socket.close(UNAUTHORISED, 'No token');
  }

  private sendPermissions(): void {
    const permissions = {
      msgType: 'permissionsMsg',
      currentUser: this.context.credentials.user,
      userGroup: 'Administrators',
    };
    this.send('permissionsMsg', JSON.stringify(permissions));
  }

  private sendHeartbeat(): void {
    const { model } = this.context;
    const heartbeat = {
      msgType: 'fmmStatus',
      event: 'keepalive',
      status: 'success',
      description: heartbeatTime(model.clock),
      elementIp: model.identity.managementAddress,
    };
    this.send('fmmStatus', JSON.stringify(heartbeat));
  }

  private subscribe({ frequency, objectIds }: Request): void {
    this.context.counters.subscriptions += 1;
    this.frequency = this.context.frequencyMs ?? Math.max(SHORTEST_FREQUENCY_MS, Number(frequency) || 1000);
    this.wanted = Array.isArray(objectIds) ? objectIds.filter(isObjectRef) : [];
    this.resolve();
    this.onSubscribed();
    this.sendAll();
  }

  private find({ elementIP, objectType, objectId }: ObjectRef): WatchedObject | undefined {
    const { address, managementAddress } = this.context.model.identity;
    const isOwn = elementIP === '127.0.0.1' || elementIP === address || elementIP === managementAddress;
    return isOwn ? this.context.statuses.find(objectType, objectId) : undefined;
  }

  private sendChanges(): void {
    const changed = this.objects.filter(({ version }) => version > this.sentVersion);
    if (changed.length > 0 && this.socket.bufferedAmount < MAX_UNSENT_BYTES) this.sendStatuses('statusState', changed);
  }

  private sendStatuses(msgType: string, objects: readonly WatchedObject[]): void {
    const { statuses, clock, faults } = this.context;
    this.sentAt = clock.now();
    this.sentVersion = statuses.version;
    const fragments = faults.statuses(objects.map((object) => statuses.fragment(object)));
    this.send(msgType, `{"msgType":"${msgType}","statuses":[${fragments.join(',')}]}`);
  }

  private sendConfigurations({ elementIp }: Request): void {
    const { configurations, statuses } = this.context;
    const all = configurations.all(statuses.list());
    this.send('allObjects', JSON.stringify({ msgType: 'allObjects', elementIp, configurations: all }));
  }
}

interface Request {
  readonly msgType?: unknown;
  readonly frequency?: unknown;
  readonly objectIds?: unknown;
  readonly elementIp?: unknown;
}

function parsed(text: string): Request | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // Nothing that a device would answer.
  }
}

function isObjectRef(line: unknown): line is ObjectRef {
  if (typeof line !== 'object' || line === null) return false;
  const { elementIP, objectType, objectId } = line as Record<string, unknown>;
  const isId = objectId === undefined || typeof objectId === 'string';
  return typeof elementIP === 'string' && typeof objectType === 'string' && isId;
}
