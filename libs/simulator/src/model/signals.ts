import { Random } from '../random';
import { PROCESSORS, type DeviceIdentity, type Processor } from './identity';

export type ChannelInput = 'present' | 'missing' | 'black' | 'frozen';

/** What a processing channel does. */
export interface Channel {
  /** `A-HD-1` */
  readonly id: string;
  readonly processor: Processor;
  /** 0-based within its processor. */
  readonly position: number;
  readonly isUhd: boolean;
  /** A processor works either in HD or in UHD: the channels of the other kind are there but idle. */
  readonly isActive: boolean;
  readonly standard: string;
  readonly isHdr: boolean;
  readonly usualInput: ChannelInput;
  readonly jpegXs: 'encoder' | 'decoder' | null;
  readonly isMultiviewer: boolean;
  /** 16 audio channels are embedded. */
  readonly hasAudio: boolean;
  input: ChannelInput;
  /** Path of the automatic changeover. */
  path: 'A' | 'B';
}

/** An SDI connector. */
export interface SdiInput {
  /** `BNC-1`, `SFP-A-1` */
  readonly id: string;
  readonly standard: string;
  isPresent: boolean;
  crcErrors: number;
}

const HD_CHANNELS = 9;
const UHD_CHANNELS = 3;
const BNCS = 32;
const SFPS_PER_PROCESSOR = 2;
const HD_STANDARDS = ['1080i/59.94', '1080i/50', '1080p/50', '720p/59.94'];
const UHD_STANDARDS = ['2160p/50', '2160p/59.94'];

/** Signals on connectors and in channels. */
export class Signals {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly inputs: ReadonlyMap<string, SdiInput>;
  private failingInput: SdiInput | undefined;
  hasGenlock: boolean;

  constructor(
    private readonly random: Random,
    identity: DeviceIdentity,
  ) {
    this.hasGenlock = identity.hasGenlock;
    const channels = PROCESSORS.flatMap((processor) => [
      ...this.channelsOf(processor, identity.personalities[processor], false),
      ...this.channelsOf(processor, identity.personalities[processor], true),
    ]);
    this.channels = new Map(channels.map((channel) => [channel.id, channel]));
    this.inputs = new Map(inputIds().map((id, at) => [id, this.sdiInput(id, at)]));
  }

  /** Channels that have a picture, to take it from one of them. */
  liveChannels(): Channel[] {
    return [...this.channels.values()].filter(({ isActive, input }) => isActive && input === 'present');
  }

  presentInputs(): SdiInput[] {
    return [...this.inputs.values()].filter(({ isPresent }) => isPresent);
  }

  /** Counts errors on that connector until told otherwise. */
  damage(input: SdiInput | undefined): void {
    this.failingInput = input;
  }

  isDamaged(id: string): boolean {
    return this.failingInput?.id === id;
  }

  step(seconds: number): void {
    if (this.failingInput) this.failingInput.crcErrors += Math.ceil(this.random.between(0, 6) * seconds);
  }

  private channelsOf(processor: Processor, personality: string, isUhd: boolean): Channel[] {
    const isUhdProcessor = personality.includes('UHD');
    return Array.from({ length: isUhd ? UHD_CHANNELS : HD_CHANNELS }, (_, position) => {
      const usualInput: ChannelInput = position < 6 && this.random.chance(0.75) ? 'present' : 'missing';
      return {
        id: `${processor}-${isUhd ? 'UHD' : 'HD'}-${position + 1}`,
        processor,
        position,
        isUhd,
        isActive: isUhd === isUhdProcessor,
        standard: this.random.pick(isUhd ? UHD_STANDARDS : HD_STANDARDS),
        isHdr: this.random.chance(isUhd ? 0.7 : 0.2),
        usualInput,
        jpegXs: jpegXsOf(personality),
        isMultiviewer: personality === 'Multiviewer',
        hasAudio: this.random.chance(0.4),
        input: usualInput,
        path: this.random.chance(0.8) ? 'A' : 'B',
      };
    });
  }

  private sdiInput(id: string, at: number): SdiInput {
    const isPresent = this.random.chance(0.35);
    return {
      id,
      standard: HD_STANDARDS[at % 2],
      isPresent,
      crcErrors: isPresent && this.random.chance(0.5) ? this.random.integer(1, 12) : 0,
    };
  }
}

function jpegXsOf(personality: string): Channel['jpegXs'] {
  if (!personality.startsWith('JPEG-XS')) return null;
  return personality.includes('Encoder') ? 'encoder' : 'decoder';
}

/** `BNC-1` … `BNC-32`, `SFP-A-1` … `SFP-D-2` */
function inputIds(): string[] {
  const sfps = PROCESSORS.flatMap((processor) =>
    Array.from({ length: SFPS_PER_PROCESSOR }, (_, at) => `SFP-${processor}-${at + 1}`),
  );
  return [...Array.from({ length: BNCS }, (_, at) => `BNC-${at + 1}`), ...sfps];
}
