import { LEGS, type Leg } from '@snp/protocol';
import { Random } from '../random';
import type { Processor } from './device-kind';
import type { DeviceIdentity } from './identity';

/** The traffic of one media network port. Rates in bits per second, counters since the device started. */
export interface LegTraffic {
  receiveRate: number;
  transmitRate: number;
  receivedPackets: number;
  sentPackets: number;
  errors: number;
}

/** Packets of about 1,400 bytes. */
const BITS_PER_PACKET = 11_200;
const ERRORS_PER_SECOND = 40;
/** Multicast that nobody asked for: above the 1.5 Gb/s that devices tolerate. */
const UNWANTED_RATE = 2e9;

/** What runs through the two media network ports. */
export class Network {
  readonly primary: LegTraffic;
  readonly secondary: LegTraffic;
  private readonly usualReceive: number;
  private readonly usualTransmit: number;
  private faultyLeg: Leg | null = null;
  private floodedLeg: Leg | null = null;
  /** It is connected to a registration server; devices that know none never are. */
  isRegistered = true;
  /** Its senders need more than it has: one of them is switched off. */
  overloaded: Processor | null = null;

  constructor(private readonly random: Random) {
    this.usualReceive = random.between(1.1e9, 14e9);
    this.usualTransmit = random.between(6e9, 21e9);
    this.primary = this.traffic();
    this.secondary = this.traffic();
  }

  /** Frames arrive damaged on that leg until told otherwise. */
  damageFrames(leg: Leg | null): void {
    this.faultyLeg = leg;
  }

  isDamaged(leg: Leg): boolean {
    return this.faultyLeg === leg;
  }

  /** Unwanted multicast arrives on that leg until told otherwise. */
  flood(leg: Leg | null): void {
    this.floodedLeg = leg;
  }

  isFlooded(leg: Leg): boolean {
    return this.floodedLeg === leg;
  }

  /** What it is configured to receive and to send, bits per second: unlike the rates, these do not wander. */
  get configured(): { readonly receive: number; readonly transmit: number } {
    return { receive: this.usualReceive * 1.02, transmit: this.usualTransmit * 1.01 };
  }

  step(seconds: number): void {
    for (const leg of LEGS) {
      const traffic = this[leg];
      traffic.receiveRate = this.usualReceive * this.random.between(0.995, 1.005);
      if (this.floodedLeg === leg) traffic.receiveRate += UNWANTED_RATE;
      traffic.transmitRate = this.usualTransmit * this.random.between(0.997, 1.003);
      traffic.receivedPackets += Math.round((traffic.receiveRate / BITS_PER_PACKET) * seconds);
      traffic.sentPackets += Math.round((traffic.transmitRate / BITS_PER_PACKET) * seconds);
      if (this.faultyLeg === leg) traffic.errors += Math.round(ERRORS_PER_SECOND * seconds);
    }
  }

  private traffic(): LegTraffic {
    return {
      receiveRate: this.usualReceive,
      transmitRate: this.usualTransmit,
      receivedPackets: this.random.integer(1, 1.2e12),
      sentPackets: this.random.integer(1e12, 1.2e13),
      errors: 0,
    };
  }
}

/** The media network address of a device: a /25 for each leg, as in the houses that these devices live in. */
export function legAddress({ number }: Pick<DeviceIdentity, 'number'>, leg: Leg): string {
  return `10.30.${number >> 6}.${(leg === 'primary' ? 0 : 128) + 2 + (number & 63)}`;
}
