import type { ChannelConfig, ProcessorConfig } from '../config';
import type { ChannelDirection } from './channels';
import type { ReceiverEssence } from './receivers';
import { channelId, channelOfReceiver, channelOfSender, isHdBySections } from './rows-and-channels';
import type { SenderEssence } from './senders';

/** The channel that a row belongs to, and what people call it; undefined where that is not known. */
export interface RowName {
  readonly channel?: string;
  readonly programName?: string;
}

const GATEWAY = 'Dual Gateway';
const NAMELESS: RowName = {};

/**
 * What the rows of a device are called, from everything that is known of its channels. A name is no measurement: one that
 * was read stays until it is replaced or the device is lost.
 */
export class ChannelNames {
  private readonly processors = new Map<string, ProcessorConfig>();
  private readonly active = new Set<string>();
  private readonly configs = new Map<string, ChannelConfig>();
  private changes = 0;

  /** Another number whenever a row may be called something else. */
  get version(): number {
    return this.changes;
  }

  /** The channels that are active now, by their statuses. */
  get activeChannels(): Iterable<string> {
    return this.active;
  }

  /** @returns whether it is known to be another personality, or to have other sections, than before */
  setProcessor(processor: string, config: ProcessorConfig): boolean {
    if (config.personality === undefined && config.sections === undefined) return false;
    const known = this.processors.get(processor);
    this.processors.set(processor, config);
    if (known !== undefined && sameUse(known) === sameUse(config)) return false;
    this.changes++;
    return known !== undefined;
  }

  /** @returns whether it was different before */
  setActive(channel: string, isActive: boolean): boolean {
    if (this.active.has(channel) === isActive) return false;
    if (isActive) this.active.add(channel);
    else this.active.delete(channel);
    this.changes++;
    return true;
  }

  /** @param config undefined where the device has none */
  setChannel(channel: string, config: ChannelConfig | undefined): void {
    const known = this.configs.get(channel);
    if (known?.programName !== config?.programName || known?.gatewayProgramName !== config?.gatewayProgramName)
      this.changes++;
    if (config === undefined) this.configs.delete(channel);
    else this.configs.set(channel, config);
  }

  /** The device is lost. */
  clear(): void {
    this.processors.clear();
    this.active.clear();
    this.configs.clear();
    this.changes++;
  }

  /** Whether a channel `A-HD-6` is one in HD mode: by its processor's configuration, or else because it is active. */
  isHd(channel: string): boolean {
    const id = channelId(channel);
    if (id?.mode !== 'HD') return false;
    return isHdBySections(id.position, this.processors.get(id.processor)?.sections) ?? this.active.has(channel);
  }

  /** What people call a channel, of either mode; a gateway has another name for the direction SDI to IP. */
  program(channel: string, direction: ChannelDirection | null = null): string | undefined {
    const config = this.configs.get(channel);
    return direction === 'sdi_to_ip' ? config?.gatewayProgramName : config?.programName;
  }

  ofReceiver(essence: ReceiverEssence, row: number): RowName {
    const channel = channelOfReceiver(essence, row);
    if (channel === undefined || !this.isHd(channel)) return NAMELESS;
    return { channel, programName: this.program(channel) };
  }

  /** A Dual Gateway sends another program than it receives. */
  ofSender(essence: SenderEssence, row: number): RowName {
    const channel = channelOfSender(essence, row);
    if (channel === undefined || !this.isHd(channel)) return NAMELESS;
    const personality = this.processors.get(channelId(channel)?.processor ?? '')?.personality?.trim();
    if (personality === undefined) return { channel };
    const { programName, gatewayProgramName } = this.configs.get(channel) ?? {};
    return { channel, programName: personality === GATEWAY ? gatewayProgramName : programName };
  }
}

/** What of a processor's configuration decides how its channels are used. */
function sameUse({ personality, sections }: ProcessorConfig): string {
  return JSON.stringify([
    personality,
    sections?.map(({ idx, operationMode, inputMode }) => [idx, operationMode, inputMode]),
  ]);
}
