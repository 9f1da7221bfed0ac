import { isPlaceholder } from '../values/text';

export const SENDER_ESSENCES = ['video', 'video_proxy', 'audio', 'ancillary'] as const;
export type SenderEssence = (typeof SENDER_ESSENCES)[number];

/** Where the senders of an essence are found, and their fields. */
export interface SenderTable {
  readonly essence: SenderEssence;
  /** The object type. */
  readonly type: string;
  readonly rows: string;
  /** MAC address of the next hop on each leg. */
  readonly primaryMac: string;
  readonly secondaryMac: string;
  readonly bandwidth?: string;
}

/** The senders by our names. */
export const SENDERS = {
  video: {
    essence: 'video',
    type: 'ipVidTx',
    rows: 'ipVidTxStatus',
    primaryMac: 'priTxMacAddr',
    secondaryMac: 'secTxMacAddr',
    bandwidth: 'TxChBandwidth',
  },
  video_proxy: {
    essence: 'video_proxy',
    type: 'ipVidTx',
    rows: 'ipVidTxProxyStatus',
    primaryMac: 'priTxProxyMacAddr',
    secondaryMac: 'secTxProxyMacAddr',
    bandwidth: 'TxProxyChBandwidth',
  },
  audio: {
    essence: 'audio',
    type: 'ipAudTx',
    rows: 'ipAudTxStatus',
    primaryMac: 'priTxMacAddr',
    secondaryMac: 'secTxMacAddr',
  },
  ancillary: {
    essence: 'ancillary',
    type: 'ipAncTx',
    rows: 'ipAncTxStatus',
    primaryMac: 'priTxMacAddr',
    secondaryMac: 'secTxMacAddr',
  },
} as const satisfies Readonly<Record<SenderEssence, SenderTable>>;

/** The same by essence, for what all have in common. */
export const SENDER_TABLES: readonly SenderTable[] = SENDER_ESSENCES.map((essence) => SENDERS[essence]);

/** `bandwidth`: `Ok` in any case; `Disabled`: the device has switched the sender off because bandwidth is short. */
export function isBandwidthOk(raw: unknown): number | undefined {
  if (typeof raw !== 'string') return undefined;
  const word = raw.trim().toLowerCase();
  if (word === 'ok') return 1;
  return isPlaceholder(word) ? undefined : 0;
}
