import { Injectable, Logger } from '@nestjs/common';
import type { DeviceDecoder, SessionView } from '@snp/catalogue';
import type { Connection } from '@snp/connections';
import type { TargetSeries } from '@snp/exposition';
import type { ActiveAlarm, ChannelNames, PtpConfig } from '@snp/protocol';
import { dateOrNull } from '../common/clock';
import { elementOf } from '../device/addresses';
import type { SessionCode } from '../failures/failure';
import { Patience } from '../device/patience';
import type { Certificate } from '../device/sockets';
import { SessionCounters } from './intake/counters';
import { DeviceIntake } from './intake/device-intake';
import { Elements } from './intake/elements';
import type { KnownObject } from './intake/latest-statuses';
import { PHASES, type SessionState } from './machine/phases';
import { SessionDriver } from './machine/session-driver';
import type { Machine } from './machine/machine';
import { DevicePolls } from './polling/device-polls';
import { pollOffset } from './polling/poll-schedule';
import type { PollEndpoint } from './polling/poller';
import type { SessionDependencies } from './session-dependencies';
import type { SessionEvent } from './session-events';
import { SessionSeries } from './session-series';

const DEVICE_INFO = 'ic_snp_device_info';

/** An event without what all events of a session have in common. */
type EmittedEvent = SessionEvent extends infer E
  ? E extends SessionEvent
    ? Omit<E, 'connectionId' | 'at'>
    : never
  : never;

/**
 * The live link to one device, from the moment that its connection is wanted until it is no longer, through any number of
 * losses. The factory provider of the CollectorModule makes one for each connection.
 */
@Injectable()
export class SnpSession {
  readonly counters = new SessionCounters();
  private readonly logger = new Logger('Session');
  private readonly driver: SessionDriver;
  private readonly decoder: DeviceDecoder;
  private current: Connection;
  private intake: DeviceIntake | undefined;
  private devicePolls: DevicePolls | undefined;
  private series: TargetSeries | undefined;
  private ownSeries: SessionSeries | undefined;
  private changedAt: number;
  private messageAt: number | null = null;
  private statusAt: number | null = null;
  private liveSince: number | null = null;
  private shownCertificate: Certificate | undefined;

  constructor(
    connection: Connection,
    private readonly dependencies: SessionDependencies,
  ) {
    this.current = connection;
    this.decoder = dependencies.decoder.device();
    this.changedAt = dependencies.clock.monotonic();
    this.driver = new SessionDriver(connection, dependencies, {
      changed: (from, to) => this.changed(from, to),
      message: (data, isBinary) => this.receive(data, isBinary),
      certified: ({ certificate }) => this.certified(certificate),
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

  /** Why, for programs. */
  get code(): SessionCode {
    return this.driver.machine.code;
  }

  /** Why, for users; while connecting, what is being done. */
  get reason(): string {
    const { status, phase, reason } = this.driver.machine;
    return status === 'connecting' ? (PHASES[phase].doing ?? reason) : reason;
  }

  /** Since when it is in this state, monotonic ms. */
  get since(): number {
    return this.changedAt;
  }

  /** When the last message came, monotonic ms; null for never. */
  get lastMessageAt(): number | null {
    return this.messageAt;
  }

  /** When the last status message came, monotonic ms; null for never. */
  get lastStatusAt(): number | null {
    return this.statusAt;
  }

  /** Since when it is connected, monotonic ms; null when it is not. */
  get connectedAt(): number | null {
    return this.liveSince;
  }

  /** Of the device's certificates the one that expires first; undefined before the first TLS handshake. */
  get certificate(): Certificate | undefined {
    return this.shownCertificate;
  }

  /** What the device has raised now; empty while it is not connected. */
  get alarms(): readonly ActiveAlarm[] {
    return this.intake?.alarms ?? [];
  }

  /** The device's series; undefined before it is shown and after it is stopped. */
  get target(): TargetSeries | undefined {
    return this.series;
  }

  /** The device's answers over REST, as parsed by `@snp/protocol`. */
  get polls(): ReadonlyMap<PollEndpoint, object> {
    return this.intake?.polls ?? new Map<PollEndpoint, object>();
  }

  /** What the device's rows are called, as far as that is known. */
  get names(): ChannelNames {
    return this.decoder.names;
  }

  /** The device's settings of PTP; undefined where they are not known. */
  get ptpConfig(): PtpConfig | undefined {
    return this.intake?.ptpConfig;
  }

  /** The latest status of each object. */
  objects(): Iterable<KnownObject> {
    return this.intake?.objects() ?? [];
  }

  /** Appears on `/metrics` under its name, without connecting yet. */
  show(): void {
    const { store, clock, loop, maxDelayMs } = this.dependencies;
    this.series = store.addTarget(this.current.name);
    const name = (): string => this.current.name;
    this.intake = new DeviceIntake(
      this.decoder,
      this.series,
      this.counters,
      { clock, loop, maxDelayMs, name, elements: new Elements(this.current.objects) },
      {
        applied: (status) => this.emit({ kind: 'status', status }),
        alarmsChanged: (active) => this.emit({ kind: 'alarms', active }),
        channelsChanged: () => this.devicePolls?.channelsChanged(),
        timed: (seconds) => this.dependencies.events.timed(seconds),
      },
    );
    this.devicePolls = this.newDevicePolls(this.intake);
    this.ownSeries = new SessionSeries(clock, this.decoder, this.series, (target) => this.view(target));
    this.label();
    this.ownSeries.write();
    this.emit({ kind: 'started', name: this.current.name });
  }

  /** Begins to connect; does nothing once it is stopped. */
  start(): void {
    const { fault, objects } = this.current;
    const nothingToDo = 'the object list is empty: add objects to subscribe to';
    this.driver.start(fault ?? (objects.length === 0 ? nothingToDo : null));
  }

  /**
   * Ends everything and takes all series away at once; resolves when no socket is left.
   * @param reason for users
   */
  stop(reason: string): Promise<void> {
    const closed = this.driver.stop(reason);
    if (this.series === undefined) return closed;
    this.ownSeries?.stop();
    this.series.remove();
    this.series = undefined;
    this.emit({ kind: 'stopped', name: this.current.name });
    return closed;
  }

  /** Takes over another name and other tags without reconnecting. */
  relabel(connection: Connection): void {
    const from = this.current.name;
    this.current = connection;
    this.label();
    if (connection.name === from) return;
    this.series?.rename(connection.name);
    this.emit({ kind: 'renamed', name: connection.name });
  }

  private label(): void {
    const { tagLabels } = this.dependencies;
    const tags = Object.entries(this.current.tags).filter(([key]) => tagLabels.includes(key));
    this.series?.setFamilyLabels(DEVICE_INFO, Object.fromEntries(tags));
  }

  private newDevicePolls(intake: DeviceIntake): DevicePolls {
    const { clock, reader, timing, pollPeriodMs: periodMs, readingPace: pace } = this.dependencies;
    const [patience, patienceOfConfigurations] = [new Patience(timing), new Patience(timing)];
    const connection = this.current;
    const { id, objects } = connection;
    return new DevicePolls(
      {
        ...{ clock, periodMs, pace, offset: pollOffset(id), elementIp: elementOf(objects) },
        reader: (lane) => reader(connection, lane, patience),
        configurationReader: () => reader(connection, 'configuration', patienceOfConfigurations),
        channels: () => intake.channels(),
      },
      {
        polled: (endpoint, value) => {
          const isOther = intake.polled(endpoint, value);
          if (value !== undefined) this.emit({ kind: 'poll', endpoint, value });
          return isOther;
        },
        finished: () => this.ownSeries?.writeSoon(),
        ptp: (config) => intake.ptp(config),
        channel: (channel, config) => intake.channel(channel, config),
      },
    );
  }

  private receive(data: Buffer, isBinary: boolean): void {
    if (this.intake === undefined) return;
    this.messageAt = this.dependencies.clock.monotonic();
    const { kind, hasStatus } = this.intake.receive(data, isBinary, this.driver.isUnconfirmed);
    if (kind === 'permissions') this.driver.permitted();
    if (hasStatus) this.delivered(this.messageAt);
    this.ownSeries?.writeSoon();
  }

  private delivered(at: number): void {
    this.statusAt = at;
    this.driver.delivered();
  }

  private goLive(token: string): void {
    this.liveSince = this.dependencies.clock.monotonic();
    this.counters.connects++;
    this.intake?.goLive();
    this.devicePolls?.start(token);
  }

  private lose(): void {
    this.liveSince = null;
    this.devicePolls?.stop();
    this.intake?.lose();
    this.emit({ kind: 'lost' });
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
      this.intake?.forget();
    }
    if (to.status === from.status && to.code === from.code) return this.ownSeries?.writeSoon();
    if (to.status !== from.status) this.changedAt = this.dependencies.clock.monotonic();
    this.log(from, to);
    this.ownSeries?.write();
    this.emit({
      kind: 'state',
      name: this.current.name,
      from: from.status,
      to: to.status,
      code: to.code,
      reason: this.reason,
      lastStatusAt: this.statusAt,
    });
  }

  private log(from: Machine, { status, code, reason }: Machine): void {
    const fields = { connection: this.current.name, code, reason };
    if (code === 'statuses_stopped' && status === 'connected') this.logger.warn('statuses stopped', fields);
    else if (from.status === status && status === 'connected')
      this.logger.log('statuses arrive again', { connection: this.current.name });
    else if (status === 'connected') this.logger.log('session connected', { connection: this.current.name });
    else if (status === 'error') this.logger.error('session needs attention', fields);
    else if (code === 'stopped') this.logger.log('session stopped', { connection: this.current.name });
    else if (status === 'disconnected') this.logger.warn('session disconnected', fields);
  }

  private view({ droppedTotal }: TargetSeries): SessionView {
    const { clock } = this.dependencies;
    const { connects, disconnects, messages, receivedBytes, decodeErrors, lastStatusDurationSeconds } = this.counters;
    return {
      state: this.state,
      isUp: this.state === 'connected',
      lastMessageAt: dateOrNull(clock, this.messageAt),
      lastStatusAt: dateOrNull(clock, this.statusAt),
      connectedAt: dateOrNull(clock, this.liveSince),
      connects,
      disconnects,
      messages,
      receivedBytes,
      decodeErrors,
      droppedSeries: droppedTotal,
      polls: this.devicePolls?.results ?? new Map(),
      certificateExpiresAt: this.shownCertificate?.validTo ?? null,
      lastStatusDurationSeconds,
    };
  }

  private emit(event: EmittedEvent): void {
    const complete = { ...event, connectionId: this.current.id, at: this.dependencies.clock.monotonic() };
    this.dependencies.events.emit(complete as SessionEvent);
  }
}
