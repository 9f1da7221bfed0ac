import { PROCESSORS, type DeviceIdentity } from '../../model/identity';
import type { DeviceModel } from '../../model/device-model';
import { multicastMac } from '../format';
import { rows, type Body, type Generator } from '../generator';

const UNREACHABLE = 'Dst Unreachable';
const VIDEO_SENDERS = 32;
const SENDERS_PER_PROCESSOR = VIDEO_SENDERS / PROCESSORS.length;
const AUDIO_SENDERS = 512;
const ANCILLARY_SENDERS = 128;
/** Proxies belong to every fourth video sender. */
const PROXIES = 8;
const PROXY_STEP = 4;

export const ipVidTx: Generator = {
  type: 'ipVidTx',
  title: 'SNP IP Video Tx Status',
  parent: 'snpTx',
  ids: () => ['ipVidTx'],
  fields: (model) => ({
    ipVidTxProxyStatus: rows(PROXIES, (position) => ({
      TSBitRate: '0',
      TxPictureHeight: '1080',
      TxProxyChBandwidth: 'Ok',
      TxStartingLine: 'N/A',
      idx: (position - 1) * PROXY_STEP + 1,
      priTxProxyMacAddr: UNREACHABLE,
      secTxProxyMacAddr: UNREACHABLE,
    })),
    ipVidTxStatus: rows(VIDEO_SENDERS, (idx) => ({
      TSBitRate: '4294',
      TxChBandwidth: idx % SENDERS_PER_PROCESSOR === 0 ? 'Disabled' : 'Ok',
      TxPictureHeight: pictureHeight(model.identity, idx),
      TxStartingLine: 'N/A',
      idx,
      ...destination(model, 'video', idx, idx > VIDEO_SENDERS / 2),
    })),
  }),
};

export const ipAudTx: Generator = {
  type: 'ipAudTx',
  title: 'SNP IP Audio Tx Status',
  parent: 'snpIpTx',
  ids: () => ['ipAudTx'],
  fields: (model) => ({
    ipAudTxStatus: rows(AUDIO_SENDERS, (idx) => ({ idx, ...destination(model, 'audio', idx, idx % 16 === 1) })),
  }),
};

export const ipAncTx: Generator = {
  type: 'ipAncTx',
  title: 'SNP IP Ancillary Data Tx Status',
  parent: 'snpIpTx',
  ids: () => ['ipAncTx'],
  fields: (model) => ({
    ipAncTxStatus: rows(ANCILLARY_SENDERS, (idx) => ({ idx, ...destination(model, 'ancillary', idx, idx % 8 === 1) })),
  }),
};

const GROUP_BASE = { video: 0, audio: 40, ancillary: 200 };

/** The Ethernet addresses that a sender sends to, or none where it has no next hop. */
function destination(model: DeviceModel, essence: keyof typeof GROUP_BASE, idx: number, isSending: boolean): Body {
  if (!isSending) return { priTxMacAddr: UNREACHABLE, secTxMacAddr: UNREACHABLE };
  const group = `${model.identity.number % 250}.${GROUP_BASE[essence] + (idx % 50)}`;
  return { priTxMacAddr: multicastMac(`239.47.${group}`), secTxMacAddr: multicastMac(`239.48.${group}`) };
}

function pictureHeight(identity: DeviceIdentity, idx: number): string {
  const processor = PROCESSORS[Math.floor((idx - 1) / SENDERS_PER_PROCESSOR)];
  if (identity.personalities[processor].includes('UHD')) return '2160';
  return idx % 11 === 0 ? '720' : '1080';
}
