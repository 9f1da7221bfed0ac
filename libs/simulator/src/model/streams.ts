import type { Leg } from '@snp/protocol';
import { GATEWAY } from './device-kind';
import type { DeviceIdentity } from './identity';
import { legAddress } from './network';
import { ANCILLARY_ROWS_PER_CHANNEL, AUDIO_ROWS_PER_CHANNEL, isIdleLink, ownerOf } from './rows';

export type Essence = 'video' | 'audio' | 'ancillary';

/** A pair of multicast groups, one for each leg, and who sends there. */
export interface Stream {
  readonly groups: Readonly<Record<Leg, string>>;
  readonly port: number;
  /** The sender's own addresses; 0.0.0.0: anybody may send. */
  readonly sources: Readonly<Record<Leg, string>>;
}

const PORTS: Readonly<Record<Essence, number>> = { video: 20_000, audio: 30_000, ancillary: 40_000 };
const FIRST_HOST: Readonly<Record<Essence, number>> = { video: 1, audio: 41, ancillary: 81 };
/** The second leg uses the upper half of the same /24. */
const SECOND_HALF = 128;
const ANYBODY = { primary: '0.0.0.0', secondary: '0.0.0.0' };
const ROWS_PER_CHANNEL: Readonly<Record<Essence, number>> = {
  video: 1,
  audio: AUDIO_ROWS_PER_CHANNEL,
  ancillary: ANCILLARY_ROWS_PER_CHANNEL,
};
/** Processors that send to the network whatever their personality. */
const SENDING = ['C', 'D'];

/** Where a row of a device's senders sends to; undefined for one that is not in use. */
export function sentStream(identity: DeviceIdentity, essence: Essence, row: number): Stream | undefined {
  const perChannel = ROWS_PER_CHANNEL[essence];
  const isFirstOfChannel = (row - 1) % perChannel === 0;
  const channel = Math.floor((row - 1) / perChannel) + 1;
  return isFirstOfChannel && isSending(identity, channel) ? streamOf(identity.number, essence, channel) : undefined;
}

function isSending(identity: DeviceIdentity, channel: number): boolean {
  const { processor } = ownerOf(channel);
  const isSender =
    SENDING.includes(processor) ||
    identity.uhdProcessors.includes(processor) ||
    identity.personalities[processor] === GATEWAY;
  return isSender && !isIdleLink(identity, channel);
}

/** The stream of a device's channel, 1 … 32. */
export function streamOf(device: number, essence: Essence, channel: number): Stream {
  const net = `239.${Math.floor(device / 250)}.${device % 250}`;
  const host = FIRST_HOST[essence] + channel - 1;
  return {
    groups: { primary: `${net}.${host}`, secondary: `${net}.${host + SECOND_HALF}` },
    port: PORTS[essence],
    sources: {
      primary: legAddress({ number: device }, 'primary'),
      secondary: legAddress({ number: device }, 'secondary'),
    },
  };
}

/** A stream of somebody else's device, of another make. */
export function foreignStream(device: number, essence: Essence, at: number): Stream {
  const net = `239.255.${device % 250}`;
  const host = FIRST_HOST[essence] + at;
  return {
    groups: { primary: `${net}.${host}`, secondary: `${net}.${host + SECOND_HALF}` },
    port: PORTS[essence],
    sources: ANYBODY,
  };
}

/** Devices listen to each other in pairs: 1 and 2, 3 and 4 … */
export function partnerOf(device: number): number {
  return device % 2 === 1 ? device + 1 : device - 1;
}
