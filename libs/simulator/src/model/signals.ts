import { Random } from '../random';
import { GATEWAY, PROCESSORS, type Processor } from './device-kind';
import type { DeviceIdentity } from './identity';
import { RECEIVER_ROWS } from './receivers';
import { channelIdOf, FED_ROWS, isIdleLink, rowOf } from './rows';

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
  /** It works in both directions: IP to SDI and SDI to IP. */
  readonly isGateway: boolean;
  /** 16 audio channels are embedded. */
  readonly hasAudio: boolean;
  /** The automatic changeover is in use. */
  readonly hasChangeover: boolean;
  input: ChannelInput;
  /** Path of the automatic changeover. */
  path: 'A' | 'B';
}

/** An SDI connector. */
export interface SdiInput {
  /** `BNC-1`, `SFP-A-1` */
  readonly id: string;
  readonly standard: string;
  readonly isHdr: boolean;
  isPresent: boolean;
  /** Damaged samples: of the chroma, of the luma. */
  chromaErrors: number;
  lumaErrors: number;
  /** Damaged fields, which only SD signals can tell. */
  edhErrors: number;
}

const HD_CHANNELS = 9;
const UHD_CHANNELS = 3;
const BNCS = 32;
/** The last connectors have SD signals. */
const FIRST_SD_INPUT = 30;
const SFPS_PER_PROCESSOR = 2;
const HD_STANDARDS = ['1080i/59.94', '1080i/50', '1080p/50', '720p/59.94'];
const UHD_STANDARDS = ['2160p/50', '2160p/59.94'];
const SD_STANDARDS = ['525i/59.94', '625i/50'];
/** How a device spells UHD on a connector. */
const UHD_INPUT = '2060p/50';

/** Signals on connectors and in channels. */
export class Signals {
  readonly channels: ReadonlyMap<string, Channel>;
  /** The channel of each video row, 1 first; undefined for a link that a UHD group does not use. */
  readonly channelsByRow: readonly (Channel | undefined)[];
  readonly inputs: ReadonlyMap<string, SdiInput>;
  private failingInput: SdiInput | undefined;
  hasGenlock: boolean;

  constructor(
    private readonly random: Random,
    private readonly identity: DeviceIdentity,
  ) {
    this.hasGenlock = identity.hasGenlock;
    const hasUhd = identity.uhdProcessors.length > 0;
    const channels = PROCESSORS.flatMap((processor) => [
      ...this.channelsOf(processor, false),
      ...(hasUhd ? this.channelsOf(processor, true) : []),
    ]);
    this.channels = new Map(channels.map((channel) => [channel.id, channel]));
    this.channelsByRow = Array.from({ length: RECEIVER_ROWS.video }, (_, at) =>
      isIdleLink(identity, at + 1) ? undefined : this.channels.get(channelIdOf(identity, at + 1)),
    );
    this.inputs = new Map(inputIds().map((id, at) => [id, this.sdiInput(id, at)]));
  }

  /** Channels that have a picture, to take it from one of them. */
  liveChannels(): Channel[] {
    return [...this.channels.values()].filter(({ isActive, input }) => isActive && input === 'present');
  }

  /** Channels whose changeover is in use. */
  changeovers(): Channel[] {
    return [...this.channels.values()].filter(({ isActive, hasChangeover }) => isActive && hasChangeover);
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
    const { failingInput: input } = this;
    if (!input) return;
    input.chromaErrors += Math.ceil(this.random.between(0, 6) * seconds);
    input.lumaErrors += Math.ceil(this.random.between(0, 3) * seconds);
    if (isSd(input.standard)) input.edhErrors += Math.ceil(seconds);
  }

  private channelsOf(processor: Processor, isUhd: boolean): Channel[] {
    return Array.from({ length: isUhd ? UHD_CHANNELS : HD_CHANNELS }, (_, position) =>
      this.channel(processor, position, isUhd),
    );
  }

  private channel(processor: Processor, position: number, isUhd: boolean): Channel {
    const { personalities, uhdProcessors } = this.identity;
    const personality = personalities[processor];
    const row = rowOf({ processor, position });
    const usualInput = this.usualInput(processor, position, isUhd);
    const isGateway = personality === GATEWAY;
    const hasChangeover = personality === 'Sync' && position === 0;
    const path = this.random.chance(0.8) ? 'A' : 'B';
    return {
      id: `${processor}-${isUhd ? 'UHD' : 'HD'}-${position + 1}`,
      processor,
      position,
      isUhd,
      isActive: isUhd === uhdProcessors.includes(processor),
      standard: isUhd ? UHD_STANDARDS[position % UHD_STANDARDS.length] : HD_STANDARDS[(row - 1) % HD_STANDARDS.length],
      isHdr: isUhd ? position % 3 !== 2 : row % 5 === 0,
      usualInput,
      jpegXs: jpegXsOf(personality),
      isMultiviewer: personality.startsWith('Multiviewer'),
      isGateway,
      hasAudio: this.random.chance(0.4) || ((isUhd || isGateway) && position === 0),
      hasChangeover,
      input: usualInput,
      path: hasChangeover ? 'A' : path,
    };
  }

  /** What is fed from the network is there; of the SDI sources, some are not. */
  private usualInput(processor: Processor, position: number, isUhd: boolean): ChannelInput {
    const isLucky = this.random.chance(0.75);
    const isFed = isUhd ? position < 2 : rowOf({ processor, position }) <= FED_ROWS;
    return isFed || (position < 6 && isLucky) ? 'present' : 'missing';
  }

  private sdiInput(id: string, at: number): SdiInput {
    const isSdInput = at >= FIRST_SD_INPUT && at < BNCS;
    const isPresent = this.random.chance(0.35) || isSdInput;
    const hasErrors = isPresent && this.random.chance(0.5);
    return {
      id,
      standard: isSdInput ? SD_STANDARDS[at % 2] : this.inputStandard(id, at),
      isHdr: at % 7 === 6,
      isPresent,
      chromaErrors: hasErrors ? this.random.integer(1, 12) : 0,
      lumaErrors: hasErrors ? this.random.integer(0, 8) : 0,
      edhErrors: isSdInput && hasErrors ? this.random.integer(1, 4) : 0,
    };
  }

  private inputStandard(id: string, at: number): string {
    const isOfUhd = this.identity.uhdProcessors.some((processor) => id.startsWith(`SFP-${processor}`));
    return isOfUhd ? UHD_INPUT : HD_STANDARDS[at % 2];
  }
}

/** EDH exists in SD signals alone. */
export function isSd(standard: string): boolean {
  return SD_STANDARDS.includes(standard);
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
