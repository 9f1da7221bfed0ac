import { Logger } from '@nestjs/common';
import { SESSION_SOURCE, type DeviceDecoder } from '@snp/catalogue';
import type { TargetSeries } from '@snp/exposition';
import {
  PROCESSORS,
  type ActiveAlarm,
  type ChannelConfig,
  type Message,
  type ProcessorConfig,
  type PtpConfig,
  type Status,
} from '@snp/protocol';
import type { Cancel, Clock } from '../../common/clock';
import { readMessage } from '../../device/device-socket';
import { ChannelsInUse } from './channels-in-use';
import type { PollEndpoint } from '../polling/poller';
import type { SessionCounters } from './counters';
import { DeviceAlarms } from './device-alarms';
import type { Elements } from './elements';
import type { KnownObject } from './latest-statuses';
import type { LoopMonitor } from './pressure';
import { StatusIntake } from './status-intake';

export interface DeviceIntakeListener {
  applied(status: Status): void;
  alarmsChanged(active: readonly ActiveAlarm[]): void;
  /** Other channels may be in use. */
  channelsChanged(): void;
  /** How long a status message took to process. */
  timed(seconds: number): void;
}

export interface DeviceIntakeDependencies {
  readonly clock: Clock;
  readonly loop: Pick<LoopMonitor, 'isLate'>;
  readonly maxDelayMs: number;
  readonly elements: Elements;
  /** The name of the connection, for logs. */
  readonly name: () => string;
}

/** Names come one by one; receivers whose statuses do not change meanwhile are written again after so long. */
const RENAME_MS = 1_000;

/** Different problems of one device that are logged; devices can invent names without end. */
const MAX_LOGGED_PROBLEMS = 50;

/** Takes in the messages and polls of a device: keeps what is known of it now, and writes its series. */
export class DeviceIntake {
  readonly polls = new Map<PollEndpoint, object>();
  private readonly logger = new Logger('Session');
  private readonly statuses: StatusIntake;
  private readonly deviceAlarms = new DeviceAlarms();
  private readonly channelsInUse: ChannelsInUse;
  private currentPtpConfig: PtpConfig | undefined;
  private cancelRename: Cancel | undefined;
  private readonly loggedProblems = new Set<string>();
  private isLive = false;
  /** Devices send their alarms unasked, also before the first status, when there are no series yet. */
  private pendingAlarms: readonly ActiveAlarm[] | undefined;

  constructor(
    private readonly decoder: DeviceDecoder,
    private readonly target: TargetSeries,
    private readonly counters: SessionCounters,
    private readonly dependencies: DeviceIntakeDependencies,
    private readonly listener: DeviceIntakeListener,
  ) {
    this.channelsInUse = new ChannelsInUse(decoder.names);
    this.statuses = new StatusIntake(decoder, target, dependencies, {
      applied: (status) => this.applied(status),
      forgotten: (sources) => {
        this.channelsInUse.forget(sources);
        this.channelsChanged();
      },
      undecodable: (type, error) => this.undecodable(type, error),
    });
  }

  get alarms(): readonly ActiveAlarm[] {
    return this.deviceAlarms.active;
  }

  objects(): Iterable<KnownObject> {
    return this.statuses.objects();
  }

  /** The device's settings of PTP; undefined where they are not known. */
  get ptpConfig(): PtpConfig | undefined {
    return this.currentPtpConfig;
  }

  /** The channels that are in use now. */
  channels(): readonly string[] {
    return this.channelsInUse.list();
  }

  /**
   * Processes a message of the device.
   * @param isHeld its statuses wait until the session is live
   * @returns what it is, and whether it brought a status that is readable
   */
  receive(
    data: Buffer,
    isBinary: boolean,
    isHeld = false,
  ): { readonly kind?: Message['kind']; readonly hasStatus: boolean } {
    const { clock } = this.dependencies;
    const begunAt = clock.monotonic();
    this.counters.received(data.length);
    const message = readMessage(data, isBinary);
    this.counters.typed(message?.msgType);
    if (message === undefined) {
      this.undecodable(undefined);
      return { hasStatus: false };
    }
    const hasStatus = this.process(message, begunAt, isHeld);
    const endedAt = clock.monotonic();
    this.statuses.spend(endedAt - begunAt, endedAt);
    if (message.kind === 'statuses') this.timed((endedAt - begunAt) / 1000);
    return { kind: message.kind, hasStatus };
  }

  /** From now on there are series. */
  goLive(): void {
    this.isLive = true;
    this.statuses.release();
    if (this.pendingAlarms !== undefined) this.updateAlarms(this.pendingAlarms);
    this.pendingAlarms = undefined;
  }

  /** An attempt has failed: what the device sent meanwhile does not count. */
  forget(): void {
    this.pendingAlarms = undefined;
    this.statuses.clear();
  }

  /** The device is lost, and so is all that is known of it. */
  lose(): void {
    this.isLive = false;
    this.statuses.clear();
    this.channelsInUse.clear();
    this.currentPtpConfig = undefined;
    this.cancelRename?.();
    this.cancelRename = undefined;
    this.decoder.lose();
    this.deviceAlarms.lose();
    this.polls.clear();
    this.target.dropExcept((source) => source === SESSION_SOURCE);
  }

  /**
   * @param value undefined when it is not known
   * @returns whether the device is used in another way than before
   */
  polled(endpoint: PollEndpoint, value: object | undefined): boolean {
    if (value === undefined) this.polls.delete(endpoint);
    else this.polls.set(endpoint, value);
    const { decoder, target } = this;
    const { clock } = this.dependencies;
    if (endpoint === 'console') decoder.console(value ?? {}, target, clock);
    else if (endpoint === 'system') decoder.system(value ?? {}, target);
    else decoder.processor(endpoint, value ?? {}, target);
    return value !== undefined && this.usedAs(endpoint, value);
  }

  /** @param config undefined where the device has none */
  ptp(config: PtpConfig | undefined): void {
    this.currentPtpConfig = config;
    this.decoder.ptp(config ?? {}, this.target);
  }

  /** @param config undefined where the device has none, or the channel is no longer in use */
  channel(channel: string, config: ChannelConfig | undefined): void {
    this.decoder.names.setChannel(channel, config);
    this.renameSoon();
  }

  private usedAs(endpoint: PollEndpoint, value: ProcessorConfig): boolean {
    if (!PROCESSORS.some((name) => name === endpoint)) return false;
    const isOther = this.decoder.names.setProcessor(endpoint, value);
    this.renameSoon();
    return isOther;
  }

  private applied(status: Status): void {
    if (this.channelsInUse.note(status)) this.channelsChanged();
    this.listener.applied(status);
  }

  private channelsChanged(): void {
    this.renameSoon();
    this.listener.channelsChanged();
  }

  private renameSoon(): void {
    this.cancelRename ??= this.dependencies.clock.after(RENAME_MS, () => {
      this.cancelRename = undefined;
      this.statuses.writeRenamed();
    });
  }

  private process(message: Message, begunAt: number, isHeld: boolean): boolean {
    switch (message.kind) {
      case 'statuses':
        return this.statuses.receive(message.statuses, message.complete, begunAt, isHeld) > 0;
      case 'alarms':
        this.updateAlarms(message.alarms);
        return false;
      case 'other':
        this.logOnce('unknown message type', { type: message.msgType.slice(0, 100) });
        return false;
      case 'permissions':
      case 'heartbeat':
      case 'objects':
      case 'ignored':
        return false;
    }
  }

  private timed(seconds: number): void {
    this.counters.lastStatusDurationSeconds = seconds;
    this.listener.timed(seconds);
  }

  private updateAlarms(alarms: readonly ActiveAlarm[]): void {
    if (!this.isLive) {
      this.pendingAlarms = alarms;
      return;
    }
    const { clock } = this.dependencies;
    const isNews = this.deviceAlarms.update(alarms, clock.monotonic());
    this.decoder.alarms(alarms, this.target, clock);
    if (isNews) this.listener.alarmsChanged(this.deviceAlarms.active);
  }

  private undecodable(objectType: string | undefined, error?: unknown): void {
    this.counters.undecodable(objectType);
    const reason = error instanceof Error ? error.message : 'does not match the protocol';
    this.logOnce('message or status not decoded', { type: (objectType ?? 'message').slice(0, 100), reason });
  }

  /** Once for each kind of problem: a device that has one has it every second. */
  private logOnce(message: string, fields: Readonly<Record<string, string>>): void {
    const kind = JSON.stringify([message, fields]);
    if (this.loggedProblems.has(kind) || this.loggedProblems.size >= MAX_LOGGED_PROBLEMS) return;
    this.loggedProblems.add(kind);
    this.logger.debug(message, { connection: this.dependencies.name(), ...fields });
  }
}
