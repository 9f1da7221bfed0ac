import type { DeviceModel } from '../../model/device-model';
import type { DeviceIdentity } from '../../model/identity';
import { RECEIVER_ROWS, type Receiver } from '../../model/receivers';
import { ANCILLARY_ROWS_PER_CHANNEL, AUDIO_ROWS_PER_CHANNEL, channelIdOf, isIdleLink } from '../../model/rows';
import { sentStream, type Essence, type Stream } from '../../model/streams';
import { rows, type Body } from '../../statuses/generator';
import { PROXIES, PROXY_STEP, SENDER_ROWS } from '../../statuses/ip/ip-senders';

const NOWHERE = '0.0.0.0';
const NO_PORT = 1;
const WAN = 'WAN 1';

/** `config/ipVidTx`: where each sender sends to; a sender that is not enabled has a destination only by chance. */
export function ipVidTxConfig({ identity }: DeviceModel): Body {
  return {
    ipVidTxCtrl: rows(SENDER_ROWS.video, (idx) => ({
      ...sender('VidTx', sentStream(identity, 'video', idx), idx),
      VidTxPackMode: 'GPM',
      VidTxMode: 'ST2110-20',
      VidTxSDExtSize: 0,
    })),
    vidTxGeneral: {
      ...{ VidTxIpDSCP: 'AF41', VidTxTTL: 64, VidTxPayloadType20: 96, 'VidTxPayloadType2110-22': 96 },
      ...{ 'VidTxPayloadType2022-6': 98, 'VidTxPayloadType2022-2': 33, VidTxIpIGMPEnable: 1, VidTxSSRCEnable: 1 },
    },
    ipVidTxProxyCtrl: rows(PROXIES, (position) => ({
      ...sender('VidTxProxy', undefined, (position - 1) * PROXY_STEP + 1),
      VidTxProxyPackMode: 'GPM',
      VidTxProxyMode: 'ST2110-20',
    })),
  };
}

/** `config/ipAudTx` */
export function ipAudTxConfig({ identity }: DeviceModel): Body {
  return {
    ipAudTxCtrl: rows(SENDER_ROWS.audio, (idx) => ({
      ...sender('AudTx', sentStream(identity, 'audio', idx), idx),
      AudTxTag: tag(identity, 'audio', idx),
      AudTxMode: 'ST2110-30',
      AudTxSDPChannelOrder: 'SMPTE2110.(ST,ST,ST,ST)',
      AudTxBitWidth: '24 bits',
      AudTxNumCh: 8,
      AudTxPktTime: 'default',
    })),
    ipAudTxCfg: rows(SENDER_ROWS.video, (idx) => ({ idx, AudTxChCfg: 3 })),
  };
}

/** `config/ipAncTx` */
export function ipAncTxConfig({ identity }: DeviceModel): Body {
  return {
    ipAncTxCtrl: rows(SENDER_ROWS.ancillary, (idx) => ({
      ...sender('AncTx', sentStream(identity, 'ancillary', idx), idx),
      AncTxTag: tag(identity, 'ancillary', idx),
    })),
    ipAncTSCtrl: rows(SENDER_ROWS.video, (idx) => ({ idx, AncDataEnable: true })),
    ipAncTxGeneral: { AncTxIpDSCP: 'AF41', AncTxTTL: 64, AncTxPayloadType40: 100 },
  };
}

function sender(prefix: string, stream: Stream | undefined, idx: number): Body {
  return {
    idx,
    [`${prefix}Enable`]: stream !== undefined,
    [`${prefix}PriWANSel`]: WAN,
    [`${prefix}PriIPaddr`]: stream?.groups.primary ?? NOWHERE,
    [`${prefix}PriUDPport`]: stream?.port ?? NO_PORT,
    [`${prefix}SecWANSel`]: WAN,
    [`${prefix}SecIPaddr`]: stream?.groups.secondary ?? NOWHERE,
    [`${prefix}SecUDPport`]: stream?.port ?? NO_PORT,
  };
}

/** What people have written beside the first stream of a channel: `C-HD-1 AUDIO`. */
function tag(identity: DeviceIdentity, essence: Essence, idx: number): string {
  if (!sentStream(identity, essence, idx)) return '';
  const perChannel = essence === 'audio' ? AUDIO_ROWS_PER_CHANNEL : ANCILLARY_ROWS_PER_CHANNEL;
  const channel = channelIdOf(identity, Math.floor((idx - 1) / perChannel) + 1);
  return `${channel} ${essence === 'audio' ? 'AUDIO' : 'ANC'}`;
}

/** `config/ipVidRx`: what each receiver is to listen to, and the sender that it insists on. */
export function ipVidRxConfig({ identity, receivers }: DeviceModel): Body {
  const inUse = new Map(receivers.video.map((receiver) => [receiver.index, receiver]));
  return {
    ipVidRxCtrl: rows(RECEIVER_ROWS.video, (idx) => ({
      ...receiver(inUse.get(idx), idx),
      VidRxMode: 'ST2110-20',
      VidRxStdSet: '1080i/59.94',
      VidRxUHDStdSet: '2160p/59.94',
      VidRxConvStdSet: '1080i/59.94',
      VidRxPayloadIdDominance: 0,
      VidRxOffset: 0,
      VidRxClearPktCntr: false,
      VidRxSeamFmtColorimetry: 'BT709',
      VidRxSeamFmtTcs: 'SDR',
      VidRx2022ModeAudSrc: 'ST2110-30/31',
      VidRx2022ModeAncSrc: 'ST2110-40',
      VidRxClkNextSwitch: 'Auto Clock Select',
      VidRxSD525Height: 486,
      VidRxSD625Height: 576,
      VidRxEnable: !isIdleLink(identity, idx),
    })),
  };
}

function receiver(inUse: Receiver | undefined, idx: number): Body {
  const { groups, sources, port = 0 } = inUse?.stream ?? {};
  return {
    idx,
    VidRxPriWANSel: WAN,
    VidRxSecWANSel: WAN,
    VidRxNextPriIPaddr: groups?.primary ?? NOWHERE,
    VidRxNextPriUDPport: port,
    VidRxPriMcastSrc1: sources?.primary ?? NOWHERE,
    VidRxNextSecIPaddr: groups?.secondary ?? NOWHERE,
    VidRxNextSecUDPport: port,
    VidRxSecMcastSrc1: sources?.secondary ?? NOWHERE,
  };
}
