import {
  isBandwidthOk,
  isResolved,
  macAddress,
  type ChannelNames,
  type JsonObject,
  type SenderEssence,
  type SenderTable,
} from '@snp/protocol';
import type { SenderDto } from '../dto/status/streams.dto';
import { indexedRowsAt, orNull, yesNo } from './values';

/** The senders of one essence that are in use. */
export function readSenders(
  body: JsonObject,
  table: SenderTable,
  isInUse: (essence: SenderEssence, index: number) => boolean,
  names: ChannelNames,
): SenderDto[] {
  const { essence, primaryMac, secondaryMac, bandwidth } = table;
  const rows = indexedRowsAt(body, table.rows).filter(([index]) => isInUse(essence, index));
  return rows.map(([index, row]) => ({
    essence,
    index,
    channel: orNull(names.ofSender(essence, index).channel),
    program_name: orNull(names.ofSender(essence, index).programName),
    primary_resolved: yesNo(isResolved(row[primaryMac])),
    secondary_resolved: yesNo(isResolved(row[secondaryMac])),
    primary_mac: orNull(macAddress(row[primaryMac])),
    secondary_mac: orNull(macAddress(row[secondaryMac])),
    bandwidth_ok: bandwidth === undefined ? null : yesNo(isBandwidthOk(row[bandwidth])),
  }));
}
