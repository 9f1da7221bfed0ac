import { Inject, Injectable, Logger, Scope } from '@nestjs/common';
import { REQUEST } from '@nestjs/core';
import type { DeviceDecoder, SessionView } from '@snp/catalogue';
import type { Connection, ConnectionStatus } from '@snp/connections';
import type { TargetSeries } from '@snp/exposition';
import type { ActiveAlarm } from '@snp/protocol';
import { elementOf } from '../device/addresses';
import type { Certificate } from '../device/sockets';
import { SessionCounters } from './counters';
import { DevicePicture } from './device-picture';
import { PHASES } from './phases';
import { placeInFleet } from './poll-schedule';
import { Poller } from './poller';
import { SESSION_SURROUNDINGS, type SessionSurroundings } from './session-surroundings';
import type { PollEndpoint, SessionEvent } from './session-events';
import type { SessionCode, SessionState } from './session-state';
import { SessionSeries } from './session-series';
import { SessionDriver } from './session.driver';
import type { Machine } from './session.machine';
import type { KnownObject } from './status-book';

const DEVICE_INFO = 'ic_snp_device_info';

/** An event without what all events of a session have in common. */
type Told = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'connectionId' | 'at'> : never) : never;

/**
 * The live link to one device, from the moment that its connection is wanted until it is no longer, through any number of
 * losses. Nest makes one for each connection, which stands where the request is in other providers of this scope.
 */
@Injectable({ scope: Scope.REQUEST })
export class SnpSession {
  readonly counters = new SessionCounters();
  private readonly logger = new Logger('Session');
  private readonly driver: SessionDriver;
  private readonly decoder: DeviceDecoder;
  private current: Connection;
  private picture: DevicePicture | undefined;
  private poller: Poller | undefined;
  private series: TargetSeries | undefined;
  private ownSeries: SessionSeries | undefined;
  private changedAt: number;
  private heardAt: number | null = null;
  private deliveringSince: number | null = null;
  private shownCertificate: Certificate | undefined;

  constructor(
    @Inject(REQUEST) connection: Connection,
    @Inject(SESSION_SURROUNDINGS) private readonly surroundings: SessionSurroundings,
  ) {
    this.current = connection;
    this.decoder = surroundings.decoder.device();
    this.changedAt = surroundings.clock.now();
    this.driver = new SessionDriver(connection, surroundings, {
      changed: (from, to) => this.changed(from, to),
      message: (data, isBinary) => this.receive(data, isBinary),
      certified: (certificate) => this.certified(certificate),
      live: (token) => this.goLive(token),
      lost: () => this.lose(),
    });
  }

  get connection(): Connection {
    return this.current;
  }

  get state(): SessionState {
    return this.driver.machine.status;
  }

  /** The same as {@link state}, by the name that the board of connections has for it. */
  get status(): ConnectionStatus {
    return this.state;
  }

  /** Why, for programs. */
  get code(): SessionCode {
    return this.driver.machine.code;
  }

  /** Why, for a person; while connecting, what is being done. */
  get reason(): string {
    const { status, phase, reason } = this.driver.machine;
    return status === 'connecting' ? (PHASES[phase].doing ?? reason) : reason;
  }

  /** Since when it is in this state, in ms since the epoch. */
  get since(): number {
    return this.changedAt;
  }

  /** When the device last sent anything, in ms since the epoch; null for never. */
  get lastMessageAt(): number | null {
    return this.heardAt;
  }

  /** Since when the device delivers, in ms since the epoch; null when it does not. */
  get connectedAt(): number | null {
    return this.deliveringSince;
  }

  /** Of the device's certificates the one that expires first; undefined before the first TLS handshake. */
  get certificate(): Certificate | undefined {
    return this.shownCertificate;
  }

  /** What the device has raised now; empty while it is not connected. */
  get alarms(): readonly ActiveAlarm[] {
    return this.picture?.alarms ?? [];
  }

  /** The device's series; undefined before it is shown and after it is stopped. */
  get target(): TargetSeries | undefined {
    return this.series;
  }

  /** What the device said over REST, as the readers of the protocol give it. */
  get polls(): ReadonlyMap<PollEndpoint, object> {
    return this.picture?.polls ?? new Map<PollEndpoint, object>();
  }

  /** The latest status of each object. */
  objects(): Iterable<KnownObject> {
    return this.picture?.objects() ?? [];
  }

  /** Takes its place on `/metrics`, under its name, without connecting yet. */
  show(): void {
    const { store, clock, loop, patienceMs } = this.surroundings;
    this.series = store.addTarget(this.current.name);
    const name = (): string => this.current.name;
    this.picture = new DevicePicture(
      this.decoder,
      this.series,
      this.counters,
      { clock, loop, patienceMs, name },
      {
        applied: (status) => this.tell({ kind: 'status', status }),
        alarmsChanged: (change) => this.tell({ kind: 'alarms', ...change }),
        timed: (seconds) => this.surroundings.events.timed(seconds),
      },
    );
    this.poller = this.newPoller(this.picture);
    this.ownSeries = new SessionSeries(clock, this.decoder, this.series, (target) => this.view(target));
    this.label();
    this.ownSeries.write();
    this.tell({ kind: 'started', name: this.current.name });
  }

  /** Begins to connect; does nothing once it is stopped. */
  start(): void {
    const { fault, objects } = this.current;
    const nothingToDo = 'the object list is empty, so there is nothing to subscribe to: add objects';
    this.driver.start(fault ?? (objects.length === 0 ? nothingToDo : null));
  }

  /**
   * Ends everything and takes all series away at once; resolves when no socket is left.
   * @param reason for a person
   */
  stop(reason: string): Promise<void> {
    const farewell = this.driver.stop(reason);
    if (this.series === undefined) return farewell;
    this.ownSeries?.stop();
    this.series.remove();
    this.series = undefined;
    this.tell({ kind: 'stopped', name: this.current.name });
    return farewell;
  }

  /** Takes over another name and other tags without reconnecting. */
  relabel(connection: Connection): void {
    const from = this.current.name;
    this.current = connection;
    this.label();
    if (connection.name === from) return;
    this.series?.rename(connection.name);
    this.tell({ kind: 'renamed', name: connection.name });
  }

  private label(): void {
    const { tagLabels } = this.surroundings;
    const tags = Object.entries(this.current.tags).filter(([key]) => tagLabels.includes(key));
    this.series?.setFamilyLabels(DEVICE_INFO, Object.fromEntries(tags));
  }

  private newPoller(picture: DevicePicture): Poller {
    const { clock, reader, pollPeriodMs: periodMs } = this.surroundings;
    const { id, objects } = this.current;
    const elementIp = elementOf(objects);
    const place = placeInFleet(id);
    return new Poller(
      { clock, periodMs, place, elementIp, reader: (lane) => reader(this.current, lane) },
      {
        polled: (endpoint, value) => {
          picture.polled(endpoint, value);
          if (value !== undefined) this.tell({ kind: 'poll', endpoint, value });
        },
        finished: () => this.ownSeries?.writeSoon(),
      },
    );
  }

  private receive(data: Buffer, isBinary: boolean): void {
    if (this.picture === undefined) return;
    this.heardAt = this.surroundings.clock.now();
    const { kind, hasStatus } = this.picture.receive(data, isBinary);
    if (kind === 'permissions') this.driver.permitted();
    if (hasStatus) this.driver.delivered();
    this.ownSeries?.writeSoon();
  }

  private goLive(token: string): void {
    this.deliveringSince = this.surroundings.clock.now();
    this.counters.connects++;
    this.picture?.goLive();
    this.poller?.start(token);
  }

  private lose(): void {
    this.deliveringSince = null;
    this.poller?.stop();
    this.picture?.lose();
    this.tell({ kind: 'lost' });
  }

  private certified(certificate: Certificate): void {
    // The REST address comes first; the other one counts where it expires earlier.
    const isFirst = this.driver.machine.phase === 'securing';
    const shown = isFirst ? undefined : this.shownCertificate?.validTo;
    if (shown === undefined || shown === null || (certificate.validTo ?? Infinity) < shown)
      this.shownCertificate = certificate;
  }

  private changed(from: Machine, to: Machine): void {
    if (to.phase === 'waiting') {
      this.counters.disconnected(to.code);
      this.picture?.forget();
    }
    if (to.status === from.status && to.code === from.code) return this.ownSeries?.writeSoon();
    const at = this.surroundings.clock.now();
    if (to.status !== from.status) this.changedAt = at;
    this.log(to);
    this.ownSeries?.write();
    this.tell({
      kind: 'state',
      name: this.current.name,
      from: from.status,
      to: to.status,
      code: to.code,
      reason: this.reason,
    });
  }

  private log({ status, code, reason }: Machine): void {
    const fields = { connection: this.current.name, code, reason };
    if (status === 'connected') this.logger.log('session connected', { connection: this.current.name });
    else if (status === 'error') this.logger.error('session needs attention', fields);
    else if (code === 'stopped') this.logger.log('session stopped', { connection: this.current.name });
    else if (status === 'disconnected') this.logger.warn('session disconnected', fields);
  }

  private view({ droppedTotal }: TargetSeries): SessionView {
    const { connects, disconnects, messages, receivedBytes, decodeErrors, lastStatusDurationSeconds } = this.counters;
    return {
      state: this.state,
      isUp: this.state === 'connected',
      lastMessageAt: this.heardAt,
      connectedAt: this.deliveringSince,
      connects,
      disconnects,
      messages,
      receivedBytes,
      decodeErrors,
      droppedSeries: droppedTotal,
      polls: this.poller?.results ?? new Map(),
      certificateExpiresAt: this.shownCertificate?.validTo ?? null,
      lastStatusDurationSeconds,
    };
  }

  private tell(event: Told): void {
    const complete = { ...event, connectionId: this.current.id, at: this.surroundings.clock.now() };
    this.surroundings.events.emit(complete as SessionEvent);
  }
}
