import { parseChannelConfig, parsePtpConfig, type ChannelConfig, type PtpConfig } from '@snp/protocol';
import type { Cancel, Clock } from '../../common/clock';
import { configurationPath } from '../../device/addresses';
import type { Reader } from '../../device/device-reader';
import type { DeviceToken } from './device-token';
import { ReadingList, type Outcome } from './reading-list';
import type { ReadingPace } from './reading-pace';

export interface ConfigurationListener {
  /** What `config/ptp` says now; undefined: the device has none. What cannot be read at the moment is not told. */
  ptp(config: PtpConfig | undefined): void;
  /** The same of a channel; undefined also when it is no longer in use. */
  channel(channel: string, config: ChannelConfig | undefined): void;
}

export interface ConfigurationDependencies {
  readonly clock: Clock;
  readonly pace: ReadingPace;
  /** From 0 up to, not including, 1: spreads the fleet over the hour. */
  readonly offset: number;
  readonly elementIp: string;
  readonly token: DeviceToken;
  readonly reader: () => Reader;
  /** The channels that are in use now. */
  readonly channels: () => readonly string[];
  /** Whether the device will be polled in a moment. */
  readonly isPollNear: () => boolean;
}

const PTP = 'ptp';
const HOUR_MS = 3_600_000;
/** TLS handshakes are costly: this many configurations are read over one connection before another device has its turn. */
const READS_PER_VISIT = 12;
/** A device that takes longer than this, ms, goes on without a place, so that others can be read. */
const PLACE_MS = 2_000;

/**
 * Reads the configurations that change seldom, those of PTP and of the channels in use: after connecting, on a change of
 * personality, and hourly. It sends one request at a time, none while the device is polled, and never disturbs the session.
 */
export class ConfigurationReader {
  private readonly list = new ReadingList();
  /** Monotonic ms; undefined before the first round. */
  private roundAt: number | undefined;
  private isFree = false;
  private isReading = false;
  /** What the device is asked for now. */
  private underWay: string | undefined;
  private reader: Reader | undefined;
  private cancelTimer: Cancel | undefined;
  private cancelRequest: Cancel | undefined;
  /** Leaves the queue for a visit, or gives its place back. */
  private leave: Cancel | undefined;
  private cancelPlace: Cancel | undefined;
  private readsLeft = 0;
  /** Counts holds and stops; what an earlier one still does is ignored. */
  private attempt = 0;

  constructor(
    private readonly dependencies: ConfigurationDependencies,
    private readonly listener: ConfigurationListener,
  ) {}

  /** Polls begin: what is being read is given up, and read later. */
  hold(): void {
    this.isFree = false;
    // What takes longer than the time between polls does not keep the others waiting.
    if (this.underWay !== undefined) this.list.postpone(this.underWay);
    this.breakOff();
  }

  /** Polls are over. After the first ones everything is read. */
  release(): void {
    this.isFree = true;
    const { clock, offset } = this.dependencies;
    if (this.roundAt === undefined) {
      this.roundAt = clock.monotonic() + HOUR_MS * (1 - offset / 2);
      this.readAll();
    } else this.refresh();
  }

  /** The device is used in another way: everything may say something else. */
  readAll(): void {
    this.list.addAll();
    this.refresh();
  }

  /** Other channels may be in use. */
  refresh(): void {
    // Before the first polls it is not known which channels are those.
    if (this.roundAt === undefined) return;
    const gone = this.list.want(new Set([PTP, ...this.dependencies.channels()]));
    for (const name of gone) this.tell(name, undefined);
    this.next();
  }

  /** The session is over. */
  stop(): void {
    this.hold();
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    this.roundAt = undefined;
    this.list.clear();
  }

  private next(): void {
    if (this.isReading || !this.isFree) return;
    if (this.list.next === undefined) return this.wait();
    this.isReading = true;
    if (this.reader !== undefined && this.readsLeft > 0) return this.readNext();
    this.endVisit();
    const { attempt } = this;
    this.leave = this.dependencies.pace.visits.ask('visit', () => queueMicrotask(() => this.visit(attempt)));
  }

  /** It is this device's turn. */
  private visit(attempt: number): void {
    if (attempt !== this.attempt) return;
    this.readsLeft = READS_PER_VISIT;
    this.cancelPlace = this.dependencies.clock.after(PLACE_MS, () => this.leave?.());
    this.readNext();
  }

  private readNext(): void {
    // Failures are outcomes.
    this.takeTurn(this.attempt).catch(() => undefined);
  }

  private wait(): void {
    this.endVisit();
    const { clock } = this.dependencies;
    this.cancelTimer?.();
    const at = Math.min(this.roundAt ?? Infinity, this.list.retryAt);
    if (at === Infinity) return;
    this.cancelTimer = clock.after(Math.max(0, at - clock.monotonic()), () => this.wake());
  }

  private wake(): void {
    const now = this.dependencies.clock.monotonic();
    if (this.roundAt !== undefined && now >= this.roundAt) {
      this.roundAt += HOUR_MS;
      return this.readAll();
    }
    this.list.retry();
    this.next();
  }

  private async takeTurn(attempt: number): Promise<void> {
    const name = this.list.next;
    if (name === undefined || this.dependencies.isPollNear()) return this.breakOff();
    this.readsLeft--;
    const outcome = await this.readOne(name, attempt);
    if (attempt !== this.attempt) return;
    this.list.conclude(name, outcome, this.dependencies.clock.monotonic());
    this.isReading = false;
    this.underWay = undefined;
    this.next();
  }

  private async readOne(name: string, attempt: number): Promise<Outcome> {
    const isFresh = this.reader === undefined;
    try {
      const reader = this.reader ?? (await this.open());
      if (!(await this.requestTurn(attempt))) return 'failed';
      const { token, elementIp } = this.dependencies;
      this.underWay = name;
      const { status, body } = await token.read(reader, configurationPath(elementIp, name));
      if (attempt !== this.attempt) return 'failed';
      if (status === 401) return 'broken';
      return this.take(name, status, body);
    } catch {
      // A device may close a kept connection. Other failures do not concern the session.
      if (attempt === this.attempt) this.closeReader();
      return isFresh ? 'broken' : 'again';
    }
  }

  private take(name: string, status: number, body: string): Outcome {
    if (status === 404) {
      this.tell(name, undefined);
      return 'absent';
    }
    const value = status === 200 ? parse(name, body) : undefined;
    if (value === undefined) return 'failed';
    this.tell(name, value);
    return 'read';
  }

  private tell(name: string, value: PtpConfig | ChannelConfig | undefined): void {
    if (name === PTP) this.listener.ptp(value as PtpConfig | undefined);
    else if (this.list.isWanted(name) || value === undefined)
      this.listener.channel(name, value as ChannelConfig | undefined);
  }

  private async open(): Promise<Reader> {
    const reader = this.dependencies.reader();
    this.reader = reader;
    await reader.open();
    return reader;
  }

  /** @returns whether to go on then */
  private requestTurn(attempt: number): Promise<boolean> {
    return new Promise((resolve) => {
      this.cancelRequest = this.dependencies.pace.requests.ask(() => resolve(attempt === this.attempt));
    });
  }

  private closeReader(): void {
    this.reader?.close();
    this.reader = undefined;
  }

  private endVisit(): void {
    this.cancelPlace?.();
    this.leave?.();
    this.leave = undefined;
    this.closeReader();
  }

  private breakOff(): void {
    this.attempt++;
    this.isReading = false;
    this.underWay = undefined;
    this.cancelRequest?.();
    this.cancelRequest = undefined;
    this.endVisit();
  }
}

function parse(name: string, body: string): PtpConfig | ChannelConfig | undefined {
  return name === PTP ? parsePtpConfig(body) : parseChannelConfig(body);
}
