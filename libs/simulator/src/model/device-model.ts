import { Random } from '../random';
import { Alarms, type AlarmOptions } from './alarms';
import { type DeviceIdentity } from './identity';
import { Incidents } from './incidents';
import { Network } from './network';
import { PtpClock } from './ptp-clock';
import { Receivers } from './receivers';
import { Signals } from './signals';
import { Thermals } from './thermals';

export interface LifeOptions {
  readonly seed: string;
  /** How many things go wrong on a device in an hour; 0 for a fleet without incidents. */
  readonly incidentsPerHour: number;
}

/** A longer gap than this is lived as if it were this long: the machine slept. */
const LONGEST_STEP_SECONDS = 60;

/** The inner life of a device: what is so now. Statuses are only a view of it. */
export class DeviceModel {
  readonly thermals: Thermals;
  readonly ptp: PtpClock;
  readonly network: Network;
  readonly receivers: Receivers;
  readonly signals: Signals;
  readonly alarms = new Alarms();
  isPowerSupplyOk = true;
  isRebootRequired = false;
  /** How far the device's own clock is ahead, ms. */
  clockOffset = 0;
  private readonly incidents: Incidents;
  private secondsUpAtStart: number;
  private startedAt: number;

  constructor(
    public identity: DeviceIdentity,
    options: LifeOptions,
    public now: number,
  ) {
    const random = (part: string): Random => new Random(`${options.seed}/${identity.number}/${part}`);
    this.thermals = new Thermals(random('thermals'));
    this.ptp = new PtpClock(random('ptp'));
    this.network = new Network(random('network'));
    this.receivers = new Receivers(random('receivers'), identity);
    this.signals = new Signals(random('signals'), identity);
    this.incidents = new Incidents(random('incidents'), options.incidentsPerHour);
    this.secondsUpAtStart = random('uptime').integer(3_600, 40 * 86_400);
    this.startedAt = now;
    this.raiseStandingAlarms(random('alarms'));
  }

  /** The time that the device believes it is: ms since the epoch. */
  get clock(): number {
    return this.now + this.clockOffset;
  }

  /** Since its software started. */
  get uptimeSeconds(): number {
    return this.secondsUpAtStart + (this.now - this.startedAt) / 1000;
  }

  raise(alarm: AlarmOptions): number {
    return this.alarms.raise(alarm, this.clock);
  }

  /** Restarts, perhaps with another firmware: what is counted since the start begins at nothing. */
  restart(firmware = this.identity.firmware): void {
    this.identity = { ...this.identity, firmware };
    this.startedAt = this.now;
    this.secondsUpAtStart = 0;
    this.isRebootRequired = false;
    this.ptp.acquire();
  }

  /** Lives on until `now`. */
  step(now: number): void {
    const seconds = Math.min(LONGEST_STEP_SECONDS, Math.max(0, (now - this.now) / 1000));
    this.now = now;
    this.incidents.step(this, seconds);
    this.thermals.step(seconds);
    this.ptp.step(seconds);
    this.network.step(seconds);
    this.receivers.step(seconds);
    this.signals.step(seconds);
  }

  /** Most devices live with a few complaints that nobody looks after. */
  private raiseStandingAlarms(random: Random): void {
    for (let count = random.integer(0, 3); count > 0; count--) {
      const input = random.integer(1, 32);
      this.raise({ reason: 'No signal on a configured input.', location: `BNC-${input}`, objectId: `BNC-${input}` });
    }
  }
}
