import { Random } from '../random';

export const PROCESSORS = ['A', 'B', 'C', 'D'] as const;
export type Processor = (typeof PROCESSORS)[number];

export type NetMode = 'Dual Addresses' | 'Bonded Active/Backup' | 'Bonded LACP';

/** What makes a device this one and no other: it stays the same while values come and go. */
export interface DeviceIdentity {
  /** 1, 2, 3 … */
  readonly number: number;
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
  readonly netMode: NetMode;
  /** Optical modules in the two network ports; copper cables report no powers. */
  readonly hasOpticalModules: boolean;
  /** A reference signal is connected. */
  readonly hasGenlock: boolean;
}

/** A device's own facts that a test may choose. */
export type IdentityOptions = Partial<
  Pick<
    DeviceIdentity,
    'name' | 'serial' | 'firmware' | 'hardware' | 'personalities' | 'netMode' | 'hasOpticalModules' | 'hasGenlock'
  >
>;

const SITES = ['STUDIO', 'MCR', 'PLAYOUT', 'INGEST', 'OB', 'NEWS', 'SPORT', 'HUB', 'EDGE', 'LAB'];
const DEVICES_PER_SITE = 4;
const LETTERS = 26;
const ADDRESSES_PER_NET = 250;
const MACS_PER_DEVICE = 8;
const MACS_PER_PREFIX = 0x10000 / MACS_PER_DEVICE;

/** No more devices than there are 127.0.x.y. */
export const MAX_DEVICES = 255 * ADDRESSES_PER_NET;

const NET_MODES: readonly NetMode[] = ['Dual Addresses', 'Dual Addresses', 'Bonded Active/Backup', 'Bonded LACP'];

/** By device number, so that any few devices show a bit of everything. */
const LINE_UPS: readonly (readonly [string, string, string, string])[] = [
  ['Multiviewer', 'Quad Conversion', 'Sync', 'Sync'],
  ['Quad Conversion', 'Quad Conversion', 'JPEG-XS Encoder (TR-07)', 'JPEG-XS Decoder (TR-07)'],
  ['Master Control Lite', 'Sync', 'Quad Conversion', 'Multiviewer'],
  ['Dual UHD Conversion', 'Dual UHD Conversion', 'Sync', 'Multiviewer'],
];

export function deviceIdentity(seed: string, number: number, chosen: IdentityOptions = {}): DeviceIdentity {
  const random = new Random(`${seed}/${number}/identity`);
  const [A, B, C, D] = LINE_UPS[(number - 1) % LINE_UPS.length];
  return {
    number,
    address: loopbackAddress(number),
    name: deviceName(number),
    serial: String(2_100_000_000 + random.integer(0, 8_999) * 10_000 + (number % 10_000)),
    firmware: random.chance(0.75) ? '3.2.0.35' : '3.1.0.62',
    hardware: random.chance(0.8) ? '1.0' : '1.1',
    managementAddress: `10.20.${Math.floor(number / 250)}.${(number % 250) + 1}`,
    macPrefix: `00:90:f9:${(16 + Math.floor(number / MACS_PER_PREFIX)).toString(16).padStart(2, '0')}`,
    macBase: (number % MACS_PER_PREFIX) * MACS_PER_DEVICE,
    personalities: { A, B, C, D },
    netMode: NET_MODES[(number - 1) % NET_MODES.length],
    hasOpticalModules: number % 2 === 0,
    hasGenlock: number % 3 !== 0,
    ...chosen,
  };
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
