import { PROCESSORS, type Processor } from './device-kind';
import type { DeviceIdentity } from './identity';

/**
 * Which rows of the tables belong to which channel, in HD mode: eight video rows a processor, then the ninth channels.
 * A channel has 16 audio rows and 4 ancillary rows, in the same order.
 */
export interface RowOwner {
  readonly processor: Processor;
  /** 0-based within the processor. */
  readonly position: number;
}

export const CHANNELS_IN_ROWS = 8;
const NINTH = 8;
export const SENDER_CHANNELS = PROCESSORS.length * CHANNELS_IN_ROWS;
/** In UHD mode, four rows are the links of one channel; only the first of them is used. */
const LINKS = 4;

/** Who has a video row, 1 … 36. */
export function ownerOf(row: number): RowOwner {
  if (row > SENDER_CHANNELS) return { processor: PROCESSORS[row - SENDER_CHANNELS - 1], position: NINTH };
  const at = row - 1;
  return { processor: PROCESSORS[Math.floor(at / CHANNELS_IN_ROWS)], position: at % CHANNELS_IN_ROWS };
}

/** The video row of an HD channel. */
export function rowOf({ processor, position }: RowOwner): number {
  const at = PROCESSORS.indexOf(processor);
  return position === NINTH ? SENDER_CHANNELS + at + 1 : at * CHANNELS_IN_ROWS + position + 1;
}

/** Whether a video row is a link that a UHD group does not use. */
export function isIdleLink(identity: DeviceIdentity, row: number): boolean {
  const { processor, position } = ownerOf(row);
  return identity.uhdProcessors.includes(processor) && position % LINKS !== 0;
}

/** `A-HD-6`, or in UHD mode the channel that the links of the row belong to: `A-UHD-2`. */
export function channelIdOf(identity: DeviceIdentity, row: number): string {
  const { processor, position } = ownerOf(row);
  if (!identity.uhdProcessors.includes(processor)) return `${processor}-HD-${position + 1}`;
  return `${processor}-UHD-${Math.floor(position / LINKS) + 1}`;
}

/** Video rows that are fed from the network: 1 … 10. */
export const FED_ROWS = 10;
export const AUDIO_ROWS_PER_CHANNEL = 16;
export const ANCILLARY_ROWS_PER_CHANNEL = 4;
