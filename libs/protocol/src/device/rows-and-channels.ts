import type { ReceiverEssence } from './receivers';
import type { SenderEssence } from './senders';

const PROCESSOR_LETTERS = ['A', 'B', 'C', 'D'];
const FIRST_EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];
const NINTH = 9;
const CHANNELS_PER_SECTION = 4;

/** The channels in HD mode in the order of the rows of senders: eight of each processor. */
const SENDING = PROCESSOR_LETTERS.flatMap((letter) => FIRST_EIGHT.map((position) => `${letter}-HD-${position}`));
/** The same in the order of the rows of receivers, where the ninth channels follow. */
const RECEIVING = [...SENDING, ...PROCESSOR_LETTERS.map((letter) => `${letter}-HD-${NINTH}`)];

/** How many rows a channel has in each table. */
const ROWS_PER_CHANNEL: Readonly<Record<ReceiverEssence, number>> = { video: 1, audio: 16, ancillary: 4 };

/** The channel that a receiver belongs to in HD mode: video row 6 to `A-HD-6`, row 33 to `A-HD-9`. */
export function channelOfReceiver(essence: ReceiverEssence, row: number): string | undefined {
  return RECEIVING[positionOf(essence, row)];
}

/** The channel that a sender belongs to in HD mode; the ninth channels have none, and proxies belong to no channel. */
export function channelOfSender(essence: SenderEssence, row: number): string | undefined {
  return essence === 'video_proxy' ? undefined : SENDING[positionOf(essence, row)];
}

/** The number of a channel in the order of the tables, from 0. */
function positionOf(essence: ReceiverEssence, row: number): number {
  return Number.isSafeInteger(row) ? Math.floor((row - 1) / ROWS_PER_CHANNEL[essence]) : NaN;
}

const CHANNEL_ID = /^([A-Z])-(HD|UHD)-([1-9]\d?)$/;

/** What the id of a processing channel says. */
export interface ChannelId {
  /** `processorA` */
  readonly processor: string;
  readonly mode: 'HD' | 'UHD';
  /** From 1. */
  readonly position: number;
}

/** Reads `A-HD-6`; undefined for what is no channel. */
export function channelId(id: string): ChannelId | undefined {
  const [, letter, mode, position] = CHANNEL_ID.exec(id) ?? [];
  if (letter === undefined) return undefined;
  return { processor: `processor${letter}`, mode: mode as ChannelId['mode'], position: Number(position) };
}

/** A section of a processor as configured: channels 1 to 4, channels 5 to 8. */
export interface SectionConfig {
  readonly idx: number;
  /** `HD`, `UHD` */
  readonly operationMode?: string;
  /** `SDI`, `IP` */
  readonly inputMode?: string;
}

/** Whether a channel works in HD mode by the sections of its processor; undefined where they do not say. */
export function isHdBySections(position: number, sections: readonly SectionConfig[] = []): boolean | undefined {
  const number = Math.ceil(position / CHANNELS_PER_SECTION);
  const own = position === NINTH ? sections : sections.filter(({ idx }) => idx === number);
  const modes = own.map(({ operationMode }) => operationMode?.toUpperCase());
  if (modes.some((mode) => mode !== undefined && mode !== 'HD')) return false;
  return modes.length === 0 || modes.includes(undefined) ? undefined : true;
}
