import { Logger } from '@nestjs/common';
import { SESSION_SOURCE, type DeviceDecoder } from '@snp/catalogue';
import type { TargetSeries } from '@snp/exposition';
import { parseMessage, type ActiveAlarm, type Message, type Status } from '@snp/protocol';
import { isUtf8 } from 'node:buffer';
import type { Clock } from '../clock';
import { AlarmBoard, type AlarmChange } from './alarm-board';
import type { SessionCounters } from './counters';
import type { LoopWatch } from './pressure';
import type { PollEndpoint } from './session-events';
import type { KnownObject } from './status-book';
import { StatusIntake } from './status-intake';

export interface PictureListener {
  applied(status: Status): void;
  alarmsChanged(change: AlarmChange): void;
  /** A status message has taken so long. */
  timed(seconds: number): void;
}

export interface PictureSurroundings {
  readonly clock: Clock;
  readonly loop: Pick<LoopWatch, 'isLate'>;
  readonly patienceMs: number;
  /** How the device is called in logs. */
  readonly name: () => string;
}

/** A device names things as it likes; so many different complaints about it are logged. */
const MOST_COMPLAINTS = 50;

/** What is known of a device now, and its series: all of it comes with the messages and polls of one live session. */
export class DevicePicture {
  readonly polls = new Map<PollEndpoint, object>();
  private readonly logger = new Logger('Session');
  private readonly intake: StatusIntake;
  private readonly board = new AlarmBoard();
  private readonly complaints = new Set<string>();
  private isLive = false;
  /** Devices tell their alarms without being asked, also before the first status. */
  private earlyAlarms: readonly ActiveAlarm[] | undefined;

  constructor(
    private readonly decoder: DeviceDecoder,
    private readonly target: TargetSeries,
    private readonly counters: SessionCounters,
    private readonly surroundings: PictureSurroundings,
    private readonly listener: PictureListener,
  ) {
    this.intake = new StatusIntake(decoder, target, surroundings, {
      applied: (status) => listener.applied(status),
      undecodable: (type, error) => this.undecodable(type, error),
    });
  }

  get alarms(): readonly ActiveAlarm[] {
    return this.board.active;
  }

  objects(): Iterable<KnownObject> {
    return this.intake.objects();
  }

  /**
   * Takes a message of the device in.
   * @returns what it is, and whether it brought a status that is readable
   */
  receive(data: Buffer, isBinary: boolean): { readonly kind?: Message['kind']; readonly hasStatus: boolean } {
    const { clock } = this.surroundings;
    const begunAt = clock.monotonic();
    this.counters.received(data.length);
    const message = isBinary || !isUtf8(data) ? undefined : parseMessage(data.toString());
    this.counters.typed(message?.msgType);
    if (message === undefined) {
      this.undecodable(undefined);
      return { hasStatus: false };
    }
    const hasStatus = this.take(message, begunAt);
    const endedAt = clock.monotonic();
    this.intake.spend(endedAt - begunAt, endedAt);
    if (message.kind === 'statuses') this.timed((endedAt - begunAt) / 1000);
    return { kind: message.kind, hasStatus };
  }

  /** From now on there are series. */
  goLive(): void {
    this.isLive = true;
    if (this.earlyAlarms !== undefined) this.takeAlarms(this.earlyAlarms);
    this.earlyAlarms = undefined;
  }

  /** An attempt has come to nothing: what the device said meanwhile does not count. */
  forget(): void {
    this.earlyAlarms = undefined;
  }

  /** The device is gone, and so is all that is known of it. */
  lose(): void {
    this.isLive = false;
    this.intake.clear();
    this.decoder.lose();
    this.board.lose();
    this.polls.clear();
    this.target.dropExcept((source) => source === SESSION_SOURCE);
  }

  /** @param value undefined: the device does not say */
  polled(endpoint: PollEndpoint, value: object | undefined): void {
    if (value === undefined) this.polls.delete(endpoint);
    else this.polls.set(endpoint, value);
    const { decoder, target } = this;
    if (endpoint === 'console') decoder.console(value ?? {}, target, this.surroundings.clock.now());
    else if (endpoint === 'system') decoder.system(value ?? {}, target);
    else decoder.processor(endpoint, value ?? {}, target);
  }

  private take(message: Message, begunAt: number): boolean {
    switch (message.kind) {
      case 'statuses':
        return this.intake.receive(message.statuses, message.complete, begunAt) > 0;
      case 'alarms':
        this.takeAlarms(message.alarms);
        return false;
      case 'other':
        this.complain('device sent a message of an unknown type', { type: message.msgType.slice(0, 100) });
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

  private takeAlarms(alarms: readonly ActiveAlarm[]): void {
    if (!this.isLive) {
      this.earlyAlarms = alarms;
      return;
    }
    const change = this.board.update(alarms);
    this.decoder.alarms(alarms, this.target, this.surroundings.clock.now());
    if (change !== undefined) this.listener.alarmsChanged(change);
  }

  private undecodable(objectType: string | undefined, error?: unknown): void {
    this.counters.undecodable(objectType);
    const reason = error instanceof Error ? error.message : 'not what the protocol says';
    this.complain('device sent something unreadable', { type: (objectType ?? 'message').slice(0, 100), reason });
  }

  /** Once per kind: a device that sends nonsense sends it every second. */
  private complain(message: string, fields: Readonly<Record<string, string>>): void {
    const kind = JSON.stringify([message, fields]);
    if (this.complaints.has(kind) || this.complaints.size >= MOST_COMPLAINTS) return;
    this.complaints.add(kind);
    this.logger.debug(message, { connection: this.surroundings.name(), ...fields });
  }
}
