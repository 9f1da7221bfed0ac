import { isResolved, isWord, macAddress, text, type JsonObject } from '@snp/protocol';
import type { SenderDto } from '../dto/status/media.dto';
import type { SenderEssence } from '../dto/words';
import { indexedRowsAt, orNull, yesNo } from './fields';

/** Where the senders of an essence are found. */
export interface SenderTable {
  readonly essence: SenderEssence;
  readonly rows: string;
  readonly primary: string;
  readonly secondary: string;
  readonly bandwidth?: string;
}

const PLAIN = { primary: 'priTxMacAddr', secondary: 'secTxMacAddr' };

/** Where the senders are found, by the type of the status object. */
export const SENDER_TABLES: ReadonlyMap<string, readonly SenderTable[]> = new Map([
  [
    'ipVidTx',
    [
      { essence: 'video', rows: 'ipVidTxStatus', ...PLAIN, bandwidth: 'TxChBandwidth' },
      {
        essence: 'video_proxy',
        rows: 'ipVidTxProxyStatus',
        primary: 'priTxProxyMacAddr',
        secondary: 'secTxProxyMacAddr',
        bandwidth: 'TxProxyChBandwidth',
      },
    ],
  ],
  ['ipAudTx', [{ essence: 'audio', rows: 'ipAudTxStatus', ...PLAIN }]],
  ['ipAncTx', [{ essence: 'ancillary', rows: 'ipAncTxStatus', ...PLAIN }]],
] satisfies [string, SenderTable[]][]);

const saysOk = isWord('Ok');

/** The senders of one status object that are in use. */
export function readSenders(
  body: JsonObject,
  table: SenderTable,
  isInUse: (essence: SenderEssence, index: number) => boolean,
): SenderDto[] {
  const rows = indexedRowsAt(body, table.rows).filter(([index]) => isInUse(table.essence, index));
  return rows.map(([index, row]) => ({
    essence: table.essence,
    index,
    primary_resolved: yesNo(isResolved(row[table.primary])),
    secondary_resolved: yesNo(isResolved(row[table.secondary])),
    primary_mac: orNull(macAddress(row[table.primary])),
    secondary_mac: orNull(macAddress(row[table.secondary])),
    bandwidth_ok: table.bandwidth === undefined ? null : bandwidth(row[table.bandwidth]),
  }));
}

function bandwidth(raw: unknown): boolean | null {
  return text(raw)?.toLowerCase() === 'disabled' ? null : yesNo(saysOk(raw));
}
