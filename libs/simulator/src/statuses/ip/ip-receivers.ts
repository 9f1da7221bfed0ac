import { RECEIVER_ROWS, type Essence, type Receiver } from '../../model/receivers';
import { counter, milliseconds } from '../format';
import { rows, type Body, type Generator } from '../generator';

/** What the device says of a row that nobody has configured. */
const UNUSED = {
  primary: '0.0.0.0',
  secondary: '0.0.0.0',
  port: 0,
  packets: 0,
  lost: 0,
  outOfRange: 0,
  jitter: 0,
  pathDifference: 0,
  switches: 1,
  isSecondaryPresent: false,
  index: 0,
};

export const ipVidRx = receivers(
  'ipVidRx',
  'SNP IP Video Rx Status',
  'snpRx',
  2,
  'video',
  'VidRx',
  (receiver, index) => ({
    VidRxChSwitchMode: index <= 9 ? 'Make After Break' : 'Make Before Break',
    VidRxClkDomainStatus: receiver ? 'Synchronous' : 'Unknown',
    VidRxColorimetry: receiver?.isHdr ? 'Rec 2020/2100' : 'Rec 709',
    VidRxMBBstatus: 'Ready',
    VidRxPictureHeight: receiver?.standard.startsWith('720') ? '720' : '1080',
    VidRxStd: receiver?.standard ?? 'Not Present',
    VidRxTransferCharacteristics: receiver?.isHdr ? 'HLG' : 'SDR-TV',
    VidRxVpid: receiver && index % 3 === 0 ? '85h 16h 80h 01h' : 'Not Present',
  }),
);

export const ipAudRx = receivers('ipAudRx', 'SNP IP Audio Rx Status', 'snpRx', 10, 'audio', 'AudRx', (receiver) => ({
  AudRxNumChStatus: String(receiver?.channels ?? 2),
  AudRxPacketTime: receiver ? (receiver.channels > 2 ? '1 ms' : '0.125 ms') : 'Unsupported',
}));

export const ipAncRx = receivers(
  'ipAncRx',
  'SNP IP Ancillary Data Rx Status',
  'snpIpRx',
  5,
  'ancillary',
  'AncRx',
  () => ({}),
);

function receivers(
  type: string,
  title: string,
  parent: string,
  every: number,
  essence: Essence,
  prefix: string,
  own: (receiver: Receiver | undefined, index: number) => Body,
): Generator {
  const { settled, moving } = commonFields(prefix);
  const row = (receiver: Receiver | undefined, idx: number): Body => ({
    ...own(receiver, idx),
    ...settled(receiver ?? UNUSED),
    ...moving({}, receiver ?? UNUSED),
    idx,
  });
  const unused = rows(RECEIVER_ROWS[essence].rows, (idx) => Object.freeze(row(undefined, idx)));
  // A thousand devices count packets all the time: a row is made once, and then only what moves is written into it.
  const made = new WeakMap<Receiver, Body>();
  const current = (receiver: Receiver): Body => {
    const known = made.get(receiver);
    if (known) return moving(known, receiver);
    const fresh = row(receiver, receiver.index);
    made.set(receiver, fresh);
    return fresh;
  };
  return {
    type,
    title,
    parent,
    every,
    ids: () => [type],
    fields({ receivers: { [essence]: inUse } }) {
      const table = unused.slice();
      for (const receiver of inUse) table[receiver.index - 1] = current(receiver);
      return { [`${type}Status`]: table };
    },
  };
}

/** The fields that a receiver has whatever it receives; their names, made once, begin with `VidRx`, `AudRx` or `AncRx`. */
function commonFields(prefix: string): {
  settled(receiver: typeof UNUSED): Body;
  moving(row: Body, receiver: typeof UNUSED): Body;
} {
  const missing = `${prefix}MissingPktCnt`;
  const jitter = `${prefix}NetworkJitter`;
  const outOfRange = `${prefix}OORPktCnt`;
  const packets = `${prefix}ReadPktCnt`;
  const seamless = `${prefix}SeamlessStatus`;
  return {
    settled: (receiver) => ({
      [`${prefix}NetworkPathDiff`]: milliseconds(receiver.pathDifference),
      [`${prefix}PriIPsourceRO`]: receiver.primary,
      [`${prefix}PriPortRO`]: String(receiver.port),
      [`${prefix}SecIPsourceRO`]: receiver.secondary,
      [`${prefix}SecPortRO`]: String(receiver.port),
      [`${prefix}SwitchCount`]: String(receiver.switches),
      [`${prefix}SwitchErrMsg`]: 'None',
    }),
    moving(row, receiver) {
      row[missing] = counter(receiver.lost);
      row[jitter] = milliseconds(receiver.jitter);
      row[outOfRange] = counter(receiver.outOfRange);
      row[packets] = counter(receiver.packets);
      row[seamless] = protection(receiver);
      return row;
    },
  };
}

/** ST 2022-7: whether both legs deliver. */
function protection({ isSecondaryPresent, index }: typeof UNUSED): string {
  if (!isSecondaryPresent) return 'Not Present';
  return index % 10 === 0 ? 'Present' : 'Present (Loopback)';
}
