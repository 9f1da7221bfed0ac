import { Random } from '../random';
import { KINDS, USUAL_KINDS, type DeviceKind, type Processor } from './device-kind';

/** `basic`: 404 for every configuration but those of the processors and of the system, as with some firmware. */
export const CONFIGURATION_OFFERS = ['all', 'basic'] as const;
export type ConfigurationOffer = (typeof CONFIGURATION_OFFERS)[number];

export type NetMode = 'Dual Addresses' | 'Bonded Active/Backup' | 'Bonded LACP';

/** What makes a device this one and no other: it stays the same while values come and go. */
export interface DeviceIdentity {
  /** 1, 2, 3 … */
  readonly number: number;
  readonly kind: DeviceKind;
  /** Loopback address that it is reached at. */
  readonly address: string;
  /** `STUDIO-A-SNP-01` */
  readonly name: string;
  readonly serial: string;
  readonly firmware: string;
  readonly hardware: string;
  /** The address that it believes to have (`fme_ip`). */
  readonly managementAddress: string;
  /** First four bytes of its Ethernet addresses and the number of the first, `00:90:f9:34` and 0x7dd4. */
  readonly macPrefix: string;
  readonly macBase: number;
  readonly personalities: Readonly<Record<Processor, string>>;
  /** Processors in UHD mode; the others are in HD mode. */
  readonly uhdProcessors: readonly Processor[];
  readonly netMode: NetMode;
  /** SNP Classic, Deluxe or XL. */
  readonly chassis: 0 | 1 | 2;
  /** Optical modules in the two network ports; copper cables report no powers. */
  readonly hasOpticalModules: boolean;
  /** A reference signal is connected. */
  readonly hasGenlock: boolean;
  /** It knows registration servers (NMOS). */
  readonly hasRegistration: boolean;
  /** Which configurations its firmware tells: all, or only those of the processors and of the system. */
  readonly configurations: ConfigurationOffer;
}

/** A device's own facts that a test may choose. */
export type IdentityOptions = Partial<Omit<DeviceIdentity, 'number' | 'address' | 'macPrefix' | 'macBase'>>;

const SITES = ['STUDIO', 'MCR', 'PLAYOUT', 'INGEST', 'OB', 'NEWS', 'SPORT', 'HUB', 'EDGE', 'LAB'];
const DEVICES_PER_SITE = 4;
const LETTERS = 26;
const ADDRESSES_PER_NET = 250;
const MACS_PER_DEVICE = 8;
const MACS_PER_PREFIX = 0x10000 / MACS_PER_DEVICE;

/** No more devices than there are 127.0.x.y. */
export const MAX_DEVICES = 255 * ADDRESSES_PER_NET;

const NET_MODES: readonly NetMode[] = ['Dual Addresses', 'Dual Addresses', 'Bonded Active/Backup', 'Bonded LACP'];

export function deviceIdentity(seed: string, number: number, chosen: IdentityOptions = {}): DeviceIdentity {
  const random = new Random(`${seed}/${number}/identity`);
  const kind = chosen.kind ?? USUAL_KINDS[(number - 1) % USUAL_KINDS.length];
  const { lineUps, uhdProcessors, firmware } = KINDS[kind];
  const [A, B, C, D] = lineUps[Math.floor((number - 1) / 2) % lineUps.length];
  return {
    number,
    kind,
    address: loopbackAddress(number),
    name: deviceName(number),
    serial: String(2_100_000_000 + random.integer(0, 8_999) * 10_000 + (number % 10_000)),
    firmware,
    hardware: random.chance(0.8) ? '1.0' : '1.1',
    managementAddress: `10.20.${Math.floor(number / 250)}.${(number % 250) + 1}`,
    macPrefix: `00:90:f9:${(16 + Math.floor(number / MACS_PER_PREFIX)).toString(16).padStart(2, '0')}`,
    macBase: (number % MACS_PER_PREFIX) * MACS_PER_DEVICE,
    personalities: { A, B, C, D },
    uhdProcessors,
    chassis: ([0, 1, 2] as const)[(number - 1) % 3],
    netMode: NET_MODES[(number - 1) % NET_MODES.length],
    hasOpticalModules: number % 2 === 0,
    hasGenlock: number % 3 !== 0,
    hasRegistration: number % 4 !== 0,
    configurations: 'all',
    ...chosen,
  };
}

/** Firmware 3.1 has other fields and words than 3.2. */
export function hasOldFirmware({ firmware }: DeviceIdentity): boolean {
  return firmware.startsWith('3.1.');
}

/** 127.0.1.1, 127.0.1.2 … 127.0.1.250, 127.0.2.1 … */
function loopbackAddress(number: number): string {
  const at = number - 1;
  return `127.0.${1 + Math.floor(at / ADDRESSES_PER_NET)}.${1 + (at % ADDRESSES_PER_NET)}`;
}

function deviceName(number: number): string {
  const site = Math.floor((number - 1) / DEVICES_PER_SITE);
  const kind = SITES[Math.floor(site / LETTERS) % SITES.length];
  const round = Math.floor(site / (LETTERS * SITES.length));
  const position = ((number - 1) % DEVICES_PER_SITE) + 1 + round * DEVICES_PER_SITE;
  return `${kind}-${String.fromCharCode(65 + (site % LETTERS))}-SNP-${String(position).padStart(2, '0')}`;
}

/** One of the device's Ethernet addresses, by position. */
export function macAddress(identity: DeviceIdentity, position: number): string {
  const low = identity.macBase + position;
  const hex = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0');
  return `${identity.macPrefix}:${hex((low >> 8) & 0xff)}:${hex(low & 0xff)}`;
}
