import type { Body } from './audio-parts';

const LISTS: Readonly<Record<string, string>> = { Vid: 'ipVidRx', Aud: 'ipAudRx', Anc: 'ipAncRx' };

/** Receivers of one essence; each row is overlaid with what is given for it. */
export function receivers(essence: 'Vid' | 'Aud' | 'Anc', ...overlays: readonly Body[]): Body {
  const type = LISTS[essence];
  return {
    ...{ type, object_ID: type, name: `SNP ${type}`, fme_ip: '10.1.2.3' },
    [`${type}Status`]: overlays.map((more, index) => receiver(essence, index + 1, more)),
  };
}

/** A receiver that has its stream on both legs. */
export function receiver(essence: 'Vid' | 'Aud' | 'Anc', idx: number, more: Body = {}): Body {
  const fields: Body = {
    ...{ PriIPsourceRO: `239.1.0.${idx}`, PriPortRO: '20000', SecIPsourceRO: `239.2.0.${idx}`, SecPortRO: 20000 },
    ...{ SwitchErrMsg: 'None', SwitchCount: '2', ReadPktCnt: '1675704744', OORPktCnt: '1', MissingPktCnt: '20011' },
    ...{ NetworkPathDiff: '0.25 ms', NetworkJitter: '12.5 us', SeamlessStatus: 'Present' },
    ...essenceFields(essence),
    ...more,
  };
  return { idx, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${essence}Rx${name}`, value])) };
}

function essenceFields(essence: 'Vid' | 'Aud' | 'Anc'): Body {
  if (essence === 'Aud') return { PacketTime: '125 us', NumChStatus: '16' };
  if (essence === 'Anc') return {};
  return {
    ...{ Std: '1080i/50', Colorimetry: 'Rec 709', TransferCharacteristics: 'SDR-TV', Vpid: 'Not Present' },
    ...{ MBBstatus: 'Ready', ClkDomainStatus: 'Synchronous', ChSwitchMode: 'Make Before Break', PictureHeight: '1080' },
  };
}

/** A receiver that is not configured. */
export const NO_SOURCE: Body = {
  ...{
    PriIPsourceRO: '0.0.0.0',
    PriPortRO: '0',
    SecIPsourceRO: '0.0.0.0',
    SecPortRO: '0',
    SeamlessStatus: 'Not Present',
  },
  ...{ Std: 'Not Present', Colorimetry: 'Unknown', ClkDomainStatus: 'Unknown' },
};

export const MAC = '01:00:5e:01:02:03';
export const UNREACHABLE = 'Dst Unreachable';

/** Video senders and their proxies, by the MAC fields of the two legs and the bandwidth. */
export function videoSenders(...legs: readonly (readonly [unknown, unknown, unknown])[]): Body {
  return {
    ...{ type: 'ipVidTx', object_ID: 'ipVidTx', name: 'SNP IP Video Tx Status', fme_ip: '10.1.2.3' },
    ipVidTxStatus: legs.map(([pri, sec, bandwidth], index) => ({
      ...{ idx: index + 1, priTxMacAddr: pri, secTxMacAddr: sec, TxChBandwidth: bandwidth, TSBitRate: '4294' },
      ...{ TxStartingLine: 'N/A', TxPictureHeight: '1080' },
    })),
    ipVidTxProxyStatus: legs.map(([pri, sec, bandwidth], index) => ({
      ...{ idx: index + 1, priTxProxyMacAddr: sec, secTxProxyMacAddr: pri, TxProxyChBandwidth: bandwidth },
    })),
  };
}

/** Audio or ancillary senders by the MAC fields of the two legs. */
export function senders(type: 'ipAudTx' | 'ipAncTx', ...legs: readonly (readonly [unknown, unknown])[]): Body {
  return {
    ...{ type, object_ID: type, name: `SNP ${type}`, fme_ip: '10.1.2.3' },
    [`${type}Status`]: legs.map(([priTxMacAddr, secTxMacAddr], index) => ({
      ...{ idx: index + 1, priTxMacAddr, secTxMacAddr },
    })),
  };
}
