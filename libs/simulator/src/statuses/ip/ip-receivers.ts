import type { DeviceModel } from '../../model/device-model';
import { hasOldFirmware } from '../../model/identity';
import { RECEIVER_ROWS, type Receiver } from '../../model/receivers';
import { channelIdOf, isIdleLink } from '../../model/rows';
import type { Channel } from '../../model/signals';
import type { Essence } from '../../model/streams';
import { counter, milliseconds } from '../format';
import { rows, type Body, type Generator } from '../generator';

/** What the device says of a row that nobody has configured. */
type Unused = undefined;

/** What a video row says of the picture of its channel, whether that comes from the network or from SDI. */
function picture(channel: Channel | undefined): Body {
  const isPresent = channel !== undefined && channel.input !== 'missing';
  const isHdr = isPresent && channel.isHdr;
  return {
    VidRxColorimetry: isHdr ? 'Rec 2020/2100' : 'Rec 709',
    VidRxPictureHeight: isPresent ? channel.standard.replace(/\D.*/, '') : '1080',
    VidRxStd: isPresent ? channel.standard : 'Not Present',
    VidRxTransferCharacteristics: isHdr ? 'HLG' : 'SDR-TV',
  };
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
  private readonly names: Readonly<Record<(typeof FIELDS)[number], string>>;

  constructor(
    private readonly table: Table,
    private readonly isOldFirmware: boolean,
  ) {
    const names = FIELDS.map((field) => [field, `${table.prefix}${field}`]);
    this.names = Object.fromEntries(names) as typeof this.names;
    this.unused = rows(RECEIVER_ROWS[table.essence], (idx) => Object.freeze(this.row(undefined, idx)));
  }

  of(model: DeviceModel): Body[] {
    const { essence, changing } = this.table;
    const all = this.unused.slice();
    if (changing) this.addPictures(all, model);
    for (const receiver of model.receivers[essence]) {
      const row = this.current(receiver);
      all[receiver.index - 1] = changing ? Object.assign(row, changing(channelOf(model, receiver.index))) : row;
    }
    return all;
  }

  private addPictures(all: Body[], model: DeviceModel): void {
    for (let idx = 1; idx <= all.length; idx++) {
      const channel = isIdleLink(model.identity, idx) ? undefined : channelOf(model, idx);
      if (channel && channel.input !== 'missing') all[idx - 1] = this.withPicture(idx, channel);
    }
  }

  private withPicture(idx: number, channel: Channel): Body {
    const key = `${idx} ${channel.standard} ${channel.isHdr}`;
    const known = this.shared.get(key);
    if (known) return known;
    const row = Object.freeze({ ...this.unused[idx - 1], ...this.table.changing?.(channel) });
    this.shared.set(key, row);
    return row;
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
    const settled = {
      ...this.table.own(receiver, idx),
      [names.NetworkPathDiff]: milliseconds(receiver?.pathDifference ?? 0),
      [names.PriIPsourceRO]: groups?.primary ?? '0.0.0.0',
      [names.PriPortRO]: String(port),
      [names.SecIPsourceRO]: groups?.secondary ?? '0.0.0.0',
      [names.SecPortRO]: String(port),
      [names.SwitchCount]: String(receiver?.switches ?? 1),
      [names.SwitchErrMsg]: 'None',
      idx,
    };
    return this.move(settled, receiver);
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

function channelOf({ identity, signals }: DeviceModel, row: number): Channel | undefined {
  return signals.channels.get(channelIdOf(identity, row));
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
    ...picture(undefined),
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
