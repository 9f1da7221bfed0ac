import type { Leg } from '@snp/protocol';
import { Random } from '../random';
import type { DeviceIdentity } from './identity';
import { ANCILLARY_ROWS_PER_CHANNEL, AUDIO_ROWS_PER_CHANNEL, FED_ROWS, isIdleLink } from './rows';
import { foreignStream, partnerOf, streamOf, type Essence, type Stream } from './streams';

/** A receiver that listens to something. Counters are totals since the device started. */
export interface Receiver {
  /** 1-based row. */
  readonly index: number;
  readonly stream: Stream;
  readonly packetsPerSecond: number;
  /** Channel count of audio. */
  readonly channels: number;
  readonly switches: number;
  packets: number;
  lost: number;
  outOfRange: number;
  /** Milliseconds. */
  jitter: number;
  readonly pathDifference: number;
  /** The leg that delivers nothing. */
  lostLeg: Leg | null;
}

/** Rows of the tables: most of a device's receivers are never used. */
export const RECEIVER_ROWS: Readonly<Record<Essence, number>> = { video: 36, audio: 576, ancillary: 144 };

/** Of the channels that are fed from the network, the last takes streams of another make, the others those of the partner device. */
const PARTNER_OFFSET = 16;
const PACKETS_PER_SECOND: Readonly<Record<Essence, number>> = { video: 135_000, audio: 1_000, ancillary: 120 };

/** The receivers of a device that are in use, per essence. */
export class Receivers {
  readonly video: readonly Receiver[];
  readonly audio: readonly Receiver[];
  readonly ancillary: readonly Receiver[];
  private lossPerSecond = 0;

  constructor(
    private readonly random: Random,
    identity: DeviceIdentity,
  ) {
    const fed = Array.from({ length: FED_ROWS }, (_, at) => at + 1).filter((row) => !isIdleLink(identity, row));
    const from = (essence: Essence, channel: number): Stream =>
      channel === FED_ROWS
        ? foreignStream(identity.number, essence, channel)
        : streamOf(partnerOf(identity.number), essence, PARTNER_OFFSET + channel);
    const one = (essence: Essence, row: number, stream: Stream): Receiver => receiver(essence, row, stream, random);
    this.video = fed.map((channel) => one('video', channel, from('video', channel)));
    this.audio = fed.flatMap((channel) => {
      const row = (channel - 1) * AUDIO_ROWS_PER_CHANNEL + 1;
      const first = one('audio', row, from('audio', channel));
      return channel === FED_ROWS
        ? [first]
        : [first, one('audio', row + 1, foreignStream(identity.number, 'audio', channel - 1))];
    });
    this.ancillary = fed.map((channel) =>
      one('ancillary', (channel - 1) * ANCILLARY_ROWS_PER_CHANNEL + 1, from('ancillary', channel)),
    );
  }

  /** Packets that each receiver loses a second, until it is set to 0 again. */
  losePackets(perSecond: number): void {
    this.lossPerSecond = perSecond;
  }

  /** One leg of all receivers delivers nothing, until told otherwise. */
  loseLeg(leg: Leg | null): void {
    for (const receiver of this.all()) receiver.lostLeg = leg;
  }

  step(seconds: number): void {
    for (const receiver of this.all()) {
      receiver.packets += Math.round(receiver.packetsPerSecond * seconds);
      if (this.lossPerSecond > 0) receiver.lost += Math.round(this.lossPerSecond * seconds * this.random.next());
      receiver.jitter = Math.abs(this.random.bell()) * 0.008;
    }
  }

  private *all(): Iterable<Receiver> {
    yield* this.video;
    yield* this.audio;
    yield* this.ancillary;
  }
}

function receiver(essence: Essence, index: number, stream: Stream, random: Random): Receiver {
  const rate = PACKETS_PER_SECOND[essence];
  return {
    index,
    stream,
    packetsPerSecond: Math.round(random.between(0.9, 1.1) * rate),
    channels: index % 3 === 2 ? 2 : 8,
    switches: random.integer(1, 12),
    packets: rate * random.integer(10_000, 20_000),
    lost: random.chance(0.4) ? random.integer(1, 25_000) : 0,
    outOfRange: random.chance(0.2) ? random.integer(1, 9_000) : 0,
    jitter: 0,
    pathDifference: random.between(0, 0.09),
    lostLeg: null,
  };
}
