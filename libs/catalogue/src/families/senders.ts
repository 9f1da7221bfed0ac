import { isBandwidthOk, isMacAddress, isResolved, SENDER_TABLES, SENDERS, type SenderTable } from '@snp/protocol';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { rows, type Place, type RowFilter } from '../table/place';
import { value, type SampleReader } from '../table/readers';

/** Senders that have had a destination in this session, one that loses it included; all where that is wanted. */
function senders(table: SenderTable, { evenAll }: { readonly evenAll: boolean }): Place {
  const { type, rows: path, essence, primaryMac, secondaryMac } = table;
  const hasDestination: RowFilter = (row) => isMacAddress(row[primaryMac]) || isMacAddress(row[secondaryMac]);
  return rows(type, path, {
    labels: { essence, index: KEY },
    once: ({ options }) => (evenAll && options.senders === 'all' ? undefined : hasDestination),
  });
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
      const resolved = senders(table, { evenAll: true });
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
    help: 'Whether there is enough bandwidth for a video sender; 0 if the device has switched it off. Only for senders that have, or had in this session, a destination.',
    source: 'ipVidTx.ipVidTxStatus[].TxChBandwidth, ipVidTxProxyStatus[].TxProxyChBandwidth',
    read: [SENDERS.video, SENDERS.video_proxy].map((table) =>
      value(senders(table, { evenAll: false }), table.bandwidth, isBandwidthOk),
    ),
  },
]);
