import type { Expectation } from '../reading/expectation';
import type { Seen } from '../reading/seen';
import { rows, text, word, type Maybe, type Raw } from '../reading/values';

/** Essence, array, the two MAC fields, and the field that says whether the bandwidth suffices. */
const LISTS: Readonly<Record<string, readonly (readonly [string, string, string, string, string?])[]>> = {
  ipVidTx: [
    ['video', 'ipVidTxStatus', 'priTxMacAddr', 'secTxMacAddr', 'TxChBandwidth'],
    ['video_proxy', 'ipVidTxProxyStatus', 'priTxProxyMacAddr', 'secTxProxyMacAddr', 'TxProxyChBandwidth'],
  ],
  ipAudTx: [['audio', 'ipAudTxStatus', 'priTxMacAddr', 'secTxMacAddr']],
  ipAncTx: [['ancillary', 'ipAncTxStatus', 'priTxMacAddr', 'secTxMacAddr']],
};

/** @param all whether senders that never had a destination count too, `SENDERS=all` */
export function readSenders(status: Raw, type: string, all: boolean, seen: Seen, out: Expectation): void {
  for (const [essence, list, primaryField, secondaryField, bandwidthField] of LISTS[type]) {
    for (const [index, row] of rows(status[list])) {
      const primary = resolved(row[primaryField]);
      const secondary = resolved(row[secondaryField]);
      const hadOne = seen.since(`${essence} ${index}`, primary === 1 || secondary === 1);
      if (hadOne || all) {
        out.add('ic_snp_sender_destination_resolved', { essence, index, leg: 'primary' }, primary);
        out.add('ic_snp_sender_destination_resolved', { essence, index, leg: 'secondary' }, secondary);
      }
      if (hadOne && bandwidthField !== undefined) {
        out.add('ic_snp_sender_bandwidth_ok', { essence, index }, bandwidthOk(row[bandwidthField]));
      }
    }
  }
}

/** Whether the MAC field is an address. */
function resolved(value: unknown): Maybe {
  if (word(value) === undefined) return undefined;
  return /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i.test(text(value) ?? '') ? 1 : 0;
}

function bandwidthOk(value: unknown): Maybe {
  const said = word(value);
  if (said === undefined) return undefined;
  return said.toLowerCase() === 'ok' ? 1 : 0;
}
