import { index, isMacAddress, isNothing, isResolved } from '@snp/protocol';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { rows, type Place } from '../table/place';
import { value, type Reading } from '../table/reading';

interface Senders {
  readonly resolved: Place;
  readonly primary: string;
  readonly secondary: string;
}

/** Senders that have had a destination in this session; one that loses it stays. */
function senders(type: string, table: string, essence: string, mac = 'TxMacAddr'): Senders {
  const primary = `pri${mac}`;
  const secondary = `sec${mac}`;
  const resolved: Place = rows(type, table, {
    labels: { essence, index: KEY },
    only: ({ memory, options }) => {
      if (options.senders === 'all') return undefined;
      const seen = memory.seen(resolved);
      return (row) => {
        const position = index(row.idx);
        if (position === undefined) return false;
        if (seen.has(position)) return true;
        const isResolvedNow = isMacAddress(row[primary]) || isMacAddress(row[secondary]);
        if (isResolvedNow) memory.see(resolved, position);
        return isResolvedNow;
      };
    },
  });
  return { resolved, primary, secondary };
}

const ESSENCES = [
  senders('ipVidTx', 'ipVidTxStatus', 'video'),
  senders('ipVidTx', 'ipVidTxProxyStatus', 'video_proxy', 'TxProxyMacAddr'),
  senders('ipAudTx', 'ipAudTxStatus', 'audio'),
  senders('ipAncTx', 'ipAncTxStatus', 'ancillary'),
];

const VIDEO = rows('ipVidTx', 'ipVidTxStatus', { labels: { essence: 'video', index: KEY } });
const VIDEO_PROXY = rows('ipVidTx', 'ipVidTxProxyStatus', { labels: { essence: 'video_proxy', index: KEY } });

/** `Ok` in any case; a channel that is `Disabled` has no bandwidth to judge. */
function isBandwidthOk(raw: unknown): number | undefined {
  if (typeof raw !== 'string') return undefined;
  const word = raw.trim().toLowerCase();
  if (word === 'ok') return 1;
  return word === 'disabled' || isNothing(word) ? undefined : 0;
}

/** The ST 2110 senders. */
export const sendersGroup = group('senders', [
  {
    name: 'ic_snp_sender_destination_resolved',
    type: 'gauge',
    labels: ['essence', 'index', 'leg'],
    help: 'Whether a sender has a next hop on a leg.',
    source: 'ipVidTx, ipAudTx, ipAncTx: priTxMacAddr, secTxMacAddr; priTxProxyMacAddr, secTxProxyMacAddr',
    read: ESSENCES.flatMap(({ resolved, primary, secondary }): Reading[] => [
      value(resolved, primary, isResolved, { leg: 'primary' }),
      value(resolved, secondary, isResolved, { leg: 'secondary' }),
    ]),
  },
  {
    name: 'ic_snp_sender_bandwidth_ok',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether there is bandwidth for a video sender; absent for a disabled one.',
    source: 'ipVidTx.ipVidTxStatus[].TxChBandwidth, ipVidTxProxyStatus[].TxProxyChBandwidth',
    read: [value(VIDEO, 'TxChBandwidth', isBandwidthOk), value(VIDEO_PROXY, 'TxProxyChBandwidth', isBandwidthOk)],
  },
]);
