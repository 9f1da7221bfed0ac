import { Random } from '../random';

export type Essence = 'video' | 'audio' | 'ancillary';

/** A receiver that listens to something. Counters are totals since the device started. */
export interface Receiver {
  /** 1-based row. */
  readonly index: number;
  readonly primary: string;
  readonly secondary: string;
  readonly port: number;
  readonly packetsPerSecond: number;
  /** What a channel does with it: the standard of video, the channel count of audio. */
  readonly standard: string;
  readonly isHdr: boolean;
  readonly channels: number;
  readonly switches: number;
  packets: number;
  lost: number;
  outOfRange: number;
  /** Milliseconds. */
  jitter: number;
  pathDifference: number;
  isSecondaryPresent: boolean;
}

/** Rows, and how many of them are in use: most of a device's receivers never are. */
export const RECEIVER_ROWS: Readonly<Record<Essence, { rows: number; inUse: number }>> = {
  video: { rows: 36, inUse: 10 },
  audio: { rows: 576, inUse: 19 },
  ancillary: { rows: 144, inUse: 10 },
};

const PACKETS_PER_SECOND: Readonly<Record<Essence, number>> = { video: 135_000, audio: 1_000, ancillary: 120 };
const STANDARDS = ['1080i/59.94', '1080i/50', '1080p/50', '1080i/59.94'];
const GROUP_OFFSET: Readonly<Record<Essence, number>> = { video: 10, audio: 60, ancillary: 160 };

/** The receivers of a device that are in use, per essence. */
export class Receivers {
  readonly video: readonly Receiver[];
  readonly audio: readonly Receiver[];
  readonly ancillary: readonly Receiver[];
  private lossPerSecond = 0;

  constructor(
    private readonly random: Random,
    deviceNumber: number,
  ) {
    this.video = receivers('video', random, deviceNumber);
    this.audio = receivers('audio', random, deviceNumber);
    this.ancillary = receivers('ancillary', random, deviceNumber);
  }

  /** Packets that each receiver loses a second, until it is set to 0 again. */
  losePackets(perSecond: number): void {
    this.lossPerSecond = perSecond;
  }

  loseSecondaryLeg(isLost: boolean): void {
    for (const receiver of this.all()) receiver.isSecondaryPresent = !isLost;
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

function receivers(essence: Essence, random: Random, deviceNumber: number): Receiver[] {
  return Array.from({ length: RECEIVER_ROWS[essence].inUse }, (_, at) => {
    const host = GROUP_OFFSET[essence] + at;
    const group = `${100 + Math.floor(deviceNumber / 250)}.${deviceNumber % 250}.${host}`;
    const rate = PACKETS_PER_SECOND[essence];
    return {
      index: at + 1,
      primary: `239.${group}`,
      secondary: `238.${group}`,
      port: random.pick([20_000, 30_000, 40_000]),
      packetsPerSecond: Math.round(random.between(0.9, 1.1) * rate),
      standard: STANDARDS[at % STANDARDS.length],
      isHdr: at % 5 === 4,
      channels: at % 3 === 2 ? 2 : 8,
      switches: random.integer(1, 12),
      packets: rate * random.integer(10_000, 20_000),
      lost: random.chance(0.4) ? random.integer(1, 25_000) : 0,
      outOfRange: random.chance(0.2) ? random.integer(1, 9_000) : 0,
      jitter: 0,
      pathDifference: random.between(0, 0.09),
      isSecondaryPresent: true,
    };
  });
}
