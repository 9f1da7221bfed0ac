import {
  channelId,
  channelOfReceiver,
  CHANNELS,
  hasSource,
  index,
  isActiveChannel,
  isObject,
  RECEIVER_TABLES,
  statusName,
  type ChannelNames,
  type JsonObject,
  type ReceiverTable,
  type Status,
} from '@snp/protocol';

const CHANNEL_TYPES: ReadonlySet<string> = new Set(CHANNELS.types);
const TABLES = new Map(RECEIVER_TABLES.map((table) => [table.type, table]));
const NONE: ReadonlySet<string> = new Set();

/** A device has 36 channels in HD mode and 12 in UHD mode. */
const MOST_CHANNELS = 64;

/** The channels of a device's first element that are in use: active ones, and those whose receivers have a source. */
export class ChannelsInUse {
  /** The channels that receivers with a source belong to in HD mode, by the name of their object. */
  private readonly receiving = new Map<string, ReadonlySet<string>>();

  constructor(private readonly names: ChannelNames) {}

  /** @returns whether other channels may be in use now */
  note(status: Status): boolean {
    const { type, objectId, body, element } = status;
    if (element !== undefined) return false;
    const table = TABLES.get(type);
    if (table !== undefined) return this.noteReceivers(statusName(status), body, table);
    if (!CHANNEL_TYPES.has(type) || channelId(objectId) === undefined) return false;
    return this.names.setActive(objectId, isActiveChannel(body));
  }

  /** Objects are gone, by their names among the statuses. */
  forget(sources: Iterable<string>): void {
    for (const source of sources) {
      this.receiving.delete(source);
      const cut = source.indexOf('/');
      if (CHANNEL_TYPES.has(source.slice(0, cut))) this.names.setActive(source.slice(cut + 1), false);
    }
  }

  list(): string[] {
    const receiving = [...this.receiving.values()].flatMap((channels) => [...channels]);
    const found = new Set([...receiving.filter((channel) => this.names.isHd(channel)), ...this.names.activeChannels]);
    return [...found].slice(0, MOST_CHANNELS);
  }

  /** The device is lost. */
  clear(): void {
    this.receiving.clear();
  }

  private noteReceivers(source: string, body: JsonObject, table: ReceiverTable): boolean {
    const known = this.receiving.get(source) ?? NONE;
    const channels = withSources(body, table);
    if (channels.size === known.size && [...channels].every((channel) => known.has(channel))) return false;
    this.receiving.set(source, channels);
    return true;
  }
}

/** The channels of which a receiver has a source. */
function withSources(body: JsonObject, table: ReceiverTable): Set<string> {
  const channels = new Set<string>();
  const rows = body[table.rows];
  if (!Array.isArray(rows)) return channels;
  for (const row of rows as readonly unknown[]) {
    if (!isObject(row) || !hasSource(row, table)) continue;
    const number = index(row.idx);
    const channel = number === undefined ? undefined : channelOfReceiver(table.essence, number);
    if (channel !== undefined) channels.add(channel);
  }
  return channels;
}
