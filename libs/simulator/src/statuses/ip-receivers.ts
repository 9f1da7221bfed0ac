import { RECEIVER_ROWS, type Essence, type Receiver } from '../model/receivers';
import { counter, milliseconds } from './format';
import { rows, type Body, type Generator } from './generator';

/** The fields that a receiver has whatever it receives; `VidRx…`, `AudRx…`, `AncRx…` on the wire. */
type CommonField =
  | 'MissingPktCnt'
  | 'NetworkJitter'
  | 'NetworkPathDiff'
  | 'OORPktCnt'
  | 'PriIPsourceRO'
  | 'PriPortRO'
  | 'ReadPktCnt'
  | 'SeamlessStatus'
  | 'SecIPsourceRO'
  | 'SecPortRO'
  | 'SwitchCount'
  | 'SwitchErrMsg';

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
  const unused = rows(RECEIVER_ROWS[essence].rows, (idx) => ({
    ...own(undefined, idx),
    ...common(prefix, undefined),
    idx,
  }));
  return {
    type,
    title,
    parent,
    every,
    ids: () => [type],
    fields({ receivers: { [essence]: inUse } }) {
      const table: Body[] = unused.slice();
      for (const receiver of inUse) {
        const idx = receiver.index;
        table[idx - 1] = { ...own(receiver, idx), ...common(prefix, receiver), idx };
      }
      return { [`${type}Status`]: table };
    },
  };
}

function common(prefix: string, receiver: Receiver | undefined): Body {
  const fields: Record<CommonField, string> = {
    MissingPktCnt: counter(receiver?.lost ?? 0),
    NetworkJitter: milliseconds(receiver?.jitter ?? 0),
    NetworkPathDiff: milliseconds(receiver?.pathDifference ?? 0),
    OORPktCnt: counter(receiver?.outOfRange ?? 0),
    PriIPsourceRO: receiver?.primary ?? '0.0.0.0',
    PriPortRO: String(receiver?.port ?? 0),
    ReadPktCnt: counter(receiver?.packets ?? 0),
    SeamlessStatus: protection(receiver),
    SecIPsourceRO: receiver?.secondary ?? '0.0.0.0',
    SecPortRO: String(receiver?.port ?? 0),
    SwitchCount: String(receiver?.switches ?? 1),
    SwitchErrMsg: 'None',
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}${name}`, value]));
}

/** ST 2022-7: whether both legs deliver. */
function protection(receiver: Receiver | undefined): string {
  if (!receiver?.isSecondaryPresent) return 'Not Present';
  return receiver.index % 10 === 0 ? 'Present' : 'Present (Loopback)';
}
