export const PROCESSORS = ['A', 'B', 'C', 'D'] as const;
export type Processor = (typeof PROCESSORS)[number];

/** What a device is used for: it decides the personalities of its processors, their modes and the firmware. */
export const DEVICE_KINDS = ['hd', 'uhd', 'gateway', 'jpeg-xs', 'master-control'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

type LineUp = readonly [string, string, string, string];

export interface KindFacts {
  /** Personalities of the processors A to D; devices of a kind take the line-ups in turn. */
  readonly lineUps: readonly LineUp[];
  readonly uhdProcessors: readonly Processor[];
  readonly firmware: string;
}

/** The personality of a processor whose channels work in both directions. */
export const GATEWAY = 'Dual Gateway';

const FIRMWARE = '3.2.0.35';
const OLD_FIRMWARE = '3.1.0.62';

export const KINDS: Readonly<Record<DeviceKind, KindFacts>> = {
  hd: {
    lineUps: [
      ['Multiviewer', 'Quad Conversion', 'Sync', 'Sync'],
      ['Master Control Lite', 'Remap', 'Sync', 'Multiviewer Portrait'],
    ],
    uhdProcessors: [],
    firmware: FIRMWARE,
  },
  uhd: {
    lineUps: [['Conv', 'Conv', 'JPEG-XS Encoder UHD (TR-07)', 'Sync']],
    uhdProcessors: ['A', 'B', 'C'],
    firmware: FIRMWARE,
  },
  gateway: {
    lineUps: [[GATEWAY, GATEWAY, GATEWAY, 'Sync']],
    uhdProcessors: ['C'],
    firmware: FIRMWARE,
  },
  'jpeg-xs': {
    lineUps: [['Quad Conversion', 'Quad Conversion', 'JPEG-XS Encoder (TR-07)', 'JPEG-XS Decoder (TR-07)']],
    uhdProcessors: [],
    firmware: FIRMWARE,
  },
  'master-control': {
    lineUps: [['Master Control Lite', 'Master Control Lite', 'Sync', 'Multiviewer']],
    uhdProcessors: [],
    firmware: OLD_FIRMWARE,
  },
};

/** Mostly HD, and one of each other kind, in any eight consecutive devices. */
export const USUAL_KINDS: readonly DeviceKind[] = [
  ...(['hd', 'jpeg-xs', 'hd', 'uhd'] as const),
  ...(['hd', 'gateway', 'master-control', 'hd'] as const),
];
