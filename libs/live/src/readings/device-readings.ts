import {
  IP_WAN,
  isRegistered,
  PTP,
  SYSTEM,
  type ConsoleStatus,
  type Leg,
  type ProcessorConfig,
  type Status,
} from '@snp/protocol';
import { readRates, type LegRates } from '../sections/network';
import { readPtpBriefly, type PtpReading } from '../sections/ptp';
import { objectAt, words, yesNo } from '../sections/values';
import { ReceiverWatch } from './receiver-watch';
import { SenderWatch } from './sender-watch';
import { readSystem, type SystemReading } from './system-reading';

/** The values of a device that health, figures and history need between two messages. Times are monotonic ms. */
export class DeviceReadings {
  system: SystemReading | null = null;
  ptp: PtpReading | null = null;
  rates: Readonly<Record<Leg, LegRates>> | null = null;
  /** Whether the device is connected to a registration server; null where it has found none. */
  isRegistered: boolean | null = null;
  readonly receivers = new ReceiverWatch();
  readonly senders = new SenderWatch();
  readonly personalities = new Map<string, string>();
  /** When the device was started. */
  bootedAt: number | null = null;
  /** When the device was powered on. */
  poweredAt: number | null = null;
  /** When the count of minor alarms last rose. */
  minorAlarmsRoseAt: number | null = null;

  /**
   * Keeps the needed values of a status, and nothing else of it.
   * @param at monotonic ms
   * @returns whether there were any
   */
  read({ type, body }: Status, at: number): boolean {
    switch (type) {
      case SYSTEM.type:
        this.takeSystem(readSystem(body), at);
        return true;
      case PTP.type:
        this.ptp = readPtpBriefly(body);
        return true;
      case IP_WAN.type:
        this.rates = readRates(body);
        this.isRegistered = yesNo(isRegistered(objectAt(body, IP_WAN.section)));
        return true;
      default:
        return this.senders.read(type, body) || this.receivers.read(type, body, at);
    }
  }

  readProcessor(processor: string, config: ProcessorConfig): void {
    const personality = words(config.personality);
    if (personality === null) this.personalities.delete(processor);
    else this.personalities.set(processor, personality);
  }

  /** @param at monotonic ms */
  readConsole({ uptimeSeconds, powerOnSeconds }: ConsoleStatus, at: number): void {
    this.bootedAt = uptimeSeconds === undefined ? null : at - uptimeSeconds * 1000;
    this.poweredAt = powerOnSeconds === undefined ? null : at - powerOnSeconds * 1000;
  }

  /** Forgets everything: the session is lost. */
  clear(): void {
    this.system = null;
    this.ptp = null;
    this.rates = null;
    this.isRegistered = null;
    this.receivers.clear();
    this.senders.clear();
    this.personalities.clear();
    this.bootedAt = null;
    this.poweredAt = null;
    this.minorAlarmsRoseAt = null;
  }

  private takeSystem(reading: SystemReading, at: number): void {
    const before = this.system?.minorAlarms ?? null;
    if (before !== null && reading.minorAlarms !== null && reading.minorAlarms > before) this.minorAlarmsRoseAt = at;
    this.system = reading;
  }
}
