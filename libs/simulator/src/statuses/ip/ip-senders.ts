import { hasOldFirmware, type DeviceIdentity } from '../../model/identity';
import type { DeviceModel } from '../../model/device-model';
import { channelIdOf, isIdleLink, ownerOf, SENDER_CHANNELS } from '../../model/rows';
import { sentStream, type Essence } from '../../model/streams';
import { multicastMac } from '../format';
import { rows, type Body, type Generator } from '../generator';

const UNREACHABLE = 'Dst Unreachable';
const DISABLED = 'Disabled';
export const SENDER_ROWS: Readonly<Record<Essence, number>> = { video: 32, audio: 512, ancillary: 128 };
/** Proxies belong to every fourth video sender. */
export const PROXIES = 8;
export const PROXY_STEP = 4;
/** In Mb/s, and saturated on every device. */
const TS_BIT_RATE = 4294;

export const ipVidTx: Generator = {
  type: 'ipVidTx',
  title: 'SNP IP Video Tx Status',
  parent: 'snpTx',
  every: 10,
  ids: () => ['ipVidTx'],
  fields: (model) => ({
    ipVidTxProxyStatus: rows(PROXIES, (position) => proxy(model, (position - 1) * PROXY_STEP + 1)),
    ipVidTxStatus: rows(SENDER_ROWS.video, (idx) => video(model, idx)),
  }),
};

export const ipAudTx: Generator = {
  type: 'ipAudTx',
  title: 'SNP IP Audio Tx Status',
  parent: 'snpIpTx',
  ids: () => ['ipAudTx'],
  fields: ({ identity }) => ({
    ipAudTxStatus: rows(SENDER_ROWS.audio, (idx) => ({ idx, ...destination(identity, 'audio', idx) })),
  }),
};

export const ipAncTx: Generator = {
  type: 'ipAncTx',
  title: 'SNP IP Ancillary Data Tx Status',
  parent: 'snpIpTx',
  ids: () => ['ipAncTx'],
  fields: ({ identity }) => ({
    ipAncTxStatus: rows(SENDER_ROWS.ancillary, (idx) => ({ idx, ...destination(identity, 'ancillary', idx) })),
  }),
};

function video(model: DeviceModel, idx: number): Body {
  const { identity } = model;
  const isDisabled = isIdleLink(identity, idx) || isSwitchedOff(model, idx);
  return {
    TSBitRate: hasOldFirmware(identity) ? TS_BIT_RATE : String(TS_BIT_RATE),
    TxChBandwidth: isDisabled ? DISABLED : enough(identity),
    TxPictureHeight: pictureHeight(model, idx),
    TxStartingLine: 'N/A',
    idx,
    ...destination(identity, 'video', idx),
  };
}

function proxy({ identity }: DeviceModel, idx: number): Body {
  const common = {
    TxProxyChBandwidth: enough(identity),
    idx,
    priTxProxyMacAddr: UNREACHABLE,
    secTxProxyMacAddr: UNREACHABLE,
  };
  if (hasOldFirmware(identity)) return common;
  return { ...common, TSBitRate: '0', TxPictureHeight: '1080', TxStartingLine: 'N/A' };
}

/** Firmware 3.2 changed the case of the word. */
function enough(identity: DeviceIdentity): string {
  return hasOldFirmware(identity) ? 'OK' : 'Ok';
}

/** A processor that is short of bandwidth gives up the last of its senders. */
function isSwitchedOff({ identity, network: { overloaded } }: DeviceModel, idx: number): boolean {
  if (overloaded === null || ownerOf(idx).processor !== overloaded) return false;
  const isInUse = (row: number): boolean => sentStream(identity, 'video', row) !== undefined;
  const later = Array.from({ length: SENDER_CHANNELS - idx }, (_, at) => idx + at + 1);
  return isInUse(idx) && !later.some((row) => ownerOf(row).processor === overloaded && isInUse(row));
}

/** The Ethernet addresses that a sender sends to, or none where it has no next hop. */
function destination(identity: DeviceIdentity, essence: Essence, idx: number): Body {
  const groups = sentStream(identity, essence, idx)?.groups;
  return {
    priTxMacAddr: groups ? multicastMac(groups.primary) : UNREACHABLE,
    secTxMacAddr: groups ? multicastMac(groups.secondary) : UNREACHABLE,
  };
}

/** The links of a UHD group have the height of their channel. */
function pictureHeight({ identity, signals }: DeviceModel, idx: number): string {
  const standard = signals.channels.get(channelIdOf(identity, idx))?.standard ?? '';
  return standard.slice(0, standard.search(/\D/));
}
