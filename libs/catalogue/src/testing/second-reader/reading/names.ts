import { array, label, number, object, type Raw } from './values';

/** What a row is called: its channel, and what people call that. */
export interface RowName {
  readonly channel: string;
  readonly program_name: string;
}

const NO_NAME: RowName = { channel: '', program_name: '' };

const PROCESSORS = ['A', 'B', 'C', 'D'];
const CHANNELS_OF_A_PROCESSOR = 8;
const CHANNELS_OF_A_SECTION = 4;
/** How many rows of an essence a channel has. */
const ROWS_OF_A_CHANNEL: Readonly<Record<string, number>> = { video: 1, audio: 16, ancillary: 4 };

/** Names of rows by the configurations of processors and channels. In UHD mode rows have none. */
export class Names {
  private readonly sections = new Map<string, readonly Raw[]>();
  private readonly programs = new Map<string, string>();

  /** @param config of `processorA` … */
  setProcessor(processor: string, config: Raw): void {
    this.sections.set(processor.replace('processor', ''), array(config['sections']).map(object));
  }

  /** @param config of `A-HD-1` … */
  setChannel(channel: string, config: Raw): void {
    this.programs.set(channel, label(object(config['ProgramName'])['name']));
  }

  ofReceiver(essence: string, row: number): RowName {
    const place = Math.ceil(row / ROWS_OF_A_CHANNEL[essence]);
    const [processor, number] = channelAt(place);
    if (processor === undefined || !this.isHd(processor, number)) return NO_NAME;
    const channel = `${processor}-HD-${number}`;
    return { channel, program_name: this.programs.get(channel) ?? '' };
  }

  /** Channels 1 to 4 are of section 1, 5 to 8 of section 2; the ninth is one only where all of them are HD. */
  private isHd(processor: string, channel: number): boolean {
    const sections = this.sections.get(processor) ?? [];
    const section = Math.ceil(channel / CHANNELS_OF_A_SECTION);
    const own = channel > CHANNELS_OF_A_PROCESSOR ? sections : sections.filter(({ idx }) => number(idx) === section);
    return own.length > 0 && own.every(({ opMode }) => label(opMode) === 'HD');
  }
}

/** Channels 1 to 8 of each processor come first, then the ninth of each. */
function channelAt(place: number): [string | undefined, number] {
  const eights = PROCESSORS.length * CHANNELS_OF_A_PROCESSOR;
  if (place > eights) return [PROCESSORS[place - eights - 1], CHANNELS_OF_A_PROCESSOR + 1];
  const processor = PROCESSORS[Math.floor((place - 1) / CHANNELS_OF_A_PROCESSOR)];
  return [processor, ((place - 1) % CHANNELS_OF_A_PROCESSOR) + 1];
}
