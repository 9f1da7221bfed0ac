import {
  index,
  isBandwidthOk,
  isMacAddress,
  isResolved,
  SENDER_TABLES,
  SENDERS,
  type SenderTable,
} from '@snp/protocol';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { rows, type Place } from '../table/place';
import { value, type SampleReader } from '../table/readers';

const allSenders = ({ type, rows: table, essence }: SenderTable): Place =>
  rows(type, table, { labels: { essence, index: KEY } });

/** Senders that have had a destination in this session; one that loses it stays. */
function resolvedSenders({ type, rows: table, essence, primaryMac, secondaryMac }: SenderTable): Place {
  const resolved: Place = rows(type, table, {
    labels: { essence, index: KEY },
    only: ({ memory, options }) => {
      if (options.senders === 'all') return undefined;
      const seen = memory.seen(resolved);
      return (row) => {
        const position = index(row.idx);
        if (position === undefined) return false;
        if (seen.has(position)) return true;
        const isResolvedNow = isMacAddress(row[primaryMac]) || isMacAddress(row[secondaryMac]);
        if (isResolvedNow) memory.see(resolved, position);
        return isResolvedNow;
      };
    },
  });
  return resolved;
}

/** The ST 2110 senders. */
export const sendersGroup = group('senders', [
  {
    name: 'ic_snp_sender_destination_resolved',
    type: 'gauge',
    labels: ['essence', 'index', 'leg'],
    help: 'Whether a sender has a next hop on a leg.',
    source: 'ipVidTx, ipAudTx, ipAncTx: priTxMacAddr, secTxMacAddr; priTxProxyMacAddr, secTxProxyMacAddr',
    read: SENDER_TABLES.flatMap((table): SampleReader[] => {
      const resolved = resolvedSenders(table);
      return [
        value(resolved, table.primaryMac, isResolved, { leg: 'primary' }),
        value(resolved, table.secondaryMac, isResolved, { leg: 'secondary' }),
      ];
    }),
  },
  {
    name: 'ic_snp_sender_bandwidth_ok',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether there is enough bandwidth for a video sender; absent if the sender is disabled.',
    source: 'ipVidTx.ipVidTxStatus[].TxChBandwidth, ipVidTxProxyStatus[].TxProxyChBandwidth',
    read: [SENDERS.video, SENDERS.video_proxy].map((table) => value(allSenders(table), table.bandwidth, isBandwidthOk)),
  },
]);
