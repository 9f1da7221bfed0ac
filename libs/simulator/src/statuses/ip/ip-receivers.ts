import type { DeviceModel } from '../../model/device-model';
import { hasOldFirmware } from '../../model/identity';
import { RECEIVER_ROWS, type Receiver } from '../../model/receivers';
import type { Channel } from '../../model/signals';
import type { Essence } from '../../model/streams';
import { counter, milliseconds } from '../format';
import { rows, type Body, type Generator } from '../generator';

/** What the device says of a row that nobody has configured. */
type Unused = undefined;

const NO_PICTURE: Body = {
  VidRxColorimetry: 'Rec 709',
  VidRxPictureHeight: '1080',
  VidRxStd: 'Not Present',
  VidRxTransferCharacteristics: 'SDR-TV',
};
const pictures = new WeakMap<Channel, Body>();

/** What a video row says of the picture of its channel, whether that comes from the network or from SDI. */
function picture(channel: Channel | undefined): Body {
  if (!channel || channel.input === 'missing') return NO_PICTURE;
  const known = pictures.get(channel);
  if (known) return known;
  const { isHdr, standard } = channel;
  const made: Body = {
    VidRxColorimetry: isHdr ? 'Rec 2020/2100' : 'Rec 709',
    VidRxPictureHeight: standard.slice(0, standard.search(/\D/)),
    VidRxStd: standard,
    VidRxTransferCharacteristics: isHdr ? 'HLG' : 'SDR-TV',
  };
  pictures.set(channel, made);
  return made;
}

/** The fields that a receiver has whatever it receives; their names begin with `VidRx`, `AudRx` or `AncRx`. */
const FIELDS = [
  ...(['MissingPktCnt', 'NetworkJitter', 'NetworkPathDiff', 'OORPktCnt', 'PriIPsourceRO', 'PriPortRO'] as const),
  ...(['ReadPktCnt', 'SeamlessStatus', 'SecIPsourceRO', 'SecPortRO', 'SwitchCount', 'SwitchErrMsg'] as const),
];

interface Table {
  readonly type: string;
  readonly title: string;
  readonly parent: string;
  readonly every: number;
  readonly essence: Essence;
  /** What the fields begin with: `VidRx`, `AudRx`, `AncRx`. */
  readonly prefix: string;
  own(receiver: Receiver | Unused, index: number): Body;
  /** What follows the channel of the row, where the essence has such a thing. */
  changing?(channel: Channel | undefined): Body;
}

function receivers(table: Table): Generator {
  const { type, title, parent, every } = table;
  const generations = { old: new Rows(table, true), new: new Rows(table, false) };
  return {
    type,
    title,
    parent,
    every,
    ids: () => [type],
    fields: (model) => ({
      [`${type}Status`]: (hasOldFirmware(model.identity) ? generations.old : generations.new).of(model),
    }),
  };
}

/**
 * The rows of one table, as one generation of the firmware writes them. A thousand devices count packets all the time:
 * a row in use is made once, and then only what moves is written into it; the other rows are the same for all devices.
 */
class Rows {
  private readonly unused: readonly Body[];
  private readonly made = new WeakMap<Receiver, Body>();
  /** Rows without a source of their own whose channel has a picture, by row and picture. */
  private readonly shared = new Map<string, Body>();
  private readonly painted = new WeakMap<Body, Body>();
  private readonly ofChannel = new WeakMap<Channel, Body>();
  private readonly names: Readonly<Record<(typeof FIELDS)[number], string>>;

  constructor(
    private readonly table: Table,
    private readonly isOldFirmware: boolean,
  ) {
    const names = FIELDS.map((field) => [field, `${table.prefix}${field}`]);
    this.names = Object.fromEntries(names) as typeof this.names;
    this.unused = rows(RECEIVER_ROWS[table.essence], (idx) => Object.freeze(this.row(undefined, idx)));
  }

  of({ receivers: { [this.table.essence]: inUse }, signals: { channelsByRow } }: DeviceModel): Body[] {
    const { changing } = this.table;
    const all = changing ? this.withPictures(channelsByRow) : this.unused.slice();
    for (const receiver of inUse) {
      const at = receiver.index - 1;
      const row = this.current(receiver);
      all[at] = row;
      if (changing) this.repaint(row, changing(channelsByRow[at]));
    }
    return all;
  }

  private withPictures(channels: readonly (Channel | undefined)[]): Body[] {
    return this.unused.map((row, at) => {
      const channel = channels[at];
      return !channel || channel.input === 'missing' ? row : this.withPicture(row, channel);
    });
  }

  private withPicture(row: Body, channel: Channel): Body {
    const known = this.ofChannel.get(channel);
    if (known) return known;
    const key = `${String(row.idx)} ${channel.standard} ${channel.isHdr}`;
    const shared = this.shared.get(key) ?? Object.freeze({ ...row, ...this.table.changing?.(channel) });
    this.shared.set(key, shared);
    this.ofChannel.set(channel, shared);
    return shared;
  }

  private repaint(row: Body, picture: Body): void {
    if (this.painted.get(row) === picture) return;
    Object.assign(row, picture);
    this.painted.set(row, picture);
  }

  private current(receiver: Receiver): Body {
    const known = this.made.get(receiver);
    if (known) return this.move(known, receiver);
    const fresh = this.row(receiver, receiver.index);
    this.made.set(receiver, fresh);
    return fresh;
  }

  private row(receiver: Receiver | Unused, idx: number): Body {
    const { names } = this;
    const { groups, port = 0 } = receiver?.stream ?? {};
    return {
      ...this.table.own(receiver, idx),
      [names.NetworkPathDiff]: milliseconds(receiver?.pathDifference ?? 0),
      [names.PriIPsourceRO]: groups?.primary ?? '0.0.0.0',
      [names.PriPortRO]: String(port),
      [names.SecIPsourceRO]: groups?.secondary ?? '0.0.0.0',
      [names.SecPortRO]: String(port),
      [names.SwitchCount]: String(receiver?.switches ?? 1),
      [names.SwitchErrMsg]: 'None',
      ...this.move({}, receiver),
      idx,
    };
  }

  private move(row: Body, receiver: Receiver | Unused): Body {
    const { names } = this;
    row[names.MissingPktCnt] = counter(receiver?.lost ?? 0);
    row[names.OORPktCnt] = counter(receiver?.outOfRange ?? 0);
    row[names.ReadPktCnt] = counter(receiver?.packets ?? 0);
    row[names.SeamlessStatus] = receiver ? protection(receiver) : 'Not Present';
    if (!this.isOldFirmware) row[names.NetworkJitter] = milliseconds(receiver?.jitter ?? 0);
    return row;
  }
}

/** ST 2022-7: which of the two legs deliver. */
function protection({ lostLeg, index }: Receiver): string {
  if (lostLeg !== null) return lostLeg === 'primary' ? 'Secondary Only' : 'Primary Only';
  return index % 10 === 0 ? 'Present' : 'Present (Loopback)';
}

export const ipVidRx = receivers({
  type: 'ipVidRx',
  title: 'SNP IP Video Rx Status',
  parent: 'snpRx',
  every: 2,
  essence: 'video',
  prefix: 'VidRx',
  own: (receiver, index) => ({
    VidRxChSwitchMode: index <= 9 ? 'Make After Break' : 'Make Before Break',
    VidRxClkDomainStatus: receiver ? 'Synchronous' : 'Unknown',
    VidRxMBBstatus: 'Ready',
    VidRxVpid: receiver && index % 3 === 0 ? '85h 16h 80h 01h' : 'Not Present',
    ...NO_PICTURE,
  }),
  changing: picture,
});

export const ipAudRx = receivers({
  type: 'ipAudRx',
  title: 'SNP IP Audio Rx Status',
  parent: 'snpRx',
  every: 10,
  essence: 'audio',
  prefix: 'AudRx',
  own: (receiver) => ({
    AudRxNumChStatus: String(receiver?.channels ?? 2),
    AudRxPacketTime: receiver ? (receiver.channels > 2 ? '1 ms' : '125 us') : 'Unsupported',
  }),
});

export const ipAncRx = receivers({
  type: 'ipAncRx',
  title: 'SNP IP Ancillary Data Rx Status',
  parent: 'snpIpRx',
  every: 5,
  essence: 'ancillary',
  prefix: 'AncRx',
  own: () => ({}),
});
