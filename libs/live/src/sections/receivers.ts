import { counter, endpoint, isConfiguredAddress, isWord, seconds, slug, type JsonObject } from '@snp/protocol';
import type { ReceiverDto } from '../dto/status/media.dto';
import type { ProtectionState, ReceiverEssence } from '../dto/words';
import { complaint, indexedRowsAt, orNull, words, yesNo } from './fields';

/** Reads a field of a row. */
type Field = (row: JsonObject) => unknown;

/** Where the receivers of an essence are found. */
export interface ReceiverTable {
  readonly essence: ReceiverEssence;
  /** Type of the status object. */
  readonly type: string;
  readonly rows: string;
  /** How the fields of a row begin. */
  readonly prefix: string;
  /** The fields that are looked at in every status; written out, which is several times as fast as a name put together. */
  readonly primary: Field;
  readonly secondary: Field;
  readonly protection: Field;
  readonly missing: Field;
}

export const RECEIVER_TABLES: readonly ReceiverTable[] = [
  {
    essence: 'video',
    type: 'ipVidRx',
    rows: 'ipVidRxStatus',
    prefix: 'VidRx',
    primary: (row) => row.VidRxPriIPsourceRO,
    secondary: (row) => row.VidRxSecIPsourceRO,
    protection: (row) => row.VidRxSeamlessStatus,
    missing: (row) => row.VidRxMissingPktCnt,
  },
  {
    essence: 'audio',
    type: 'ipAudRx',
    rows: 'ipAudRxStatus',
    prefix: 'AudRx',
    primary: (row) => row.AudRxPriIPsourceRO,
    secondary: (row) => row.AudRxSecIPsourceRO,
    protection: (row) => row.AudRxSeamlessStatus,
    missing: (row) => row.AudRxMissingPktCnt,
  },
  {
    essence: 'ancillary',
    type: 'ipAncRx',
    rows: 'ipAncRxStatus',
    prefix: 'AncRx',
    primary: (row) => row.AncRxPriIPsourceRO,
    secondary: (row) => row.AncRxSecIPsourceRO,
    protection: (row) => row.AncRxSeamlessStatus,
    missing: (row) => row.AncRxMissingPktCnt,
  },
];

const PROTECTION: ReadonlyMap<string, ProtectionState> = new Map([
  ['present', 'present'],
  ['present_loopback', 'loopback'],
  ['loopback', 'loopback'],
  ['not_present', 'not_present'],
]);

/** State of ST 2022-7 protection; null where the device does not say. */
export function protectionState(raw: unknown): ProtectionState | null {
  switch (raw) {
    case 'Present':
      return 'present';
    case 'Present (Loopback)':
      return 'loopback';
    case 'Not Present':
      return 'not_present';
    default:
      return typeof raw === 'string' ? protectionOf(slug(raw.slice(0, 64))) : null;
  }
}

function protectionOf(word: string): ProtectionState | null {
  if (word === '' || word === 'n_a' || word === 'unknown') return null;
  return PROTECTION.get(word) ?? 'other';
}

const isSynchronous = isWord('Synchronous');
const isReady = isWord('Ready');

/** Missing packets per second of a receiver, null where not known. */
export type LossRates = (essence: ReceiverEssence, index: number) => number | null;

/** The receivers of one essence that have a source. */
export function readReceivers(body: JsonObject, table: ReceiverTable, rates: LossRates): ReceiverDto[] {
  return indexedRowsAt(body, table.rows).flatMap(([index, row]) => {
    const hasSource = isConfiguredAddress(table.primary(row)) || isConfiguredAddress(table.secondary(row));
    return hasSource ? [readReceiver(index, row, table, rates)] : [];
  });
}

function readReceiver(
  index: number,
  row: JsonObject,
  { essence, prefix }: ReceiverTable,
  rates: LossRates,
): ReceiverDto {
  const field = (name: string) => row[prefix + name];
  const isVideo = essence === 'video';
  const standard = words(field('Std'));
  return {
    essence,
    index,
    primary_source: words(endpoint(field('PriIPsourceRO'), field('PriPortRO'))),
    secondary_source: words(endpoint(field('SecIPsourceRO'), field('SecPortRO'))),
    standard,
    colorimetry: words(field('Colorimetry')),
    transfer: words(field('TransferCharacteristics')),
    channels: orNull(counter(field('NumChStatus'))),
    packet_time_seconds: orNull(seconds(field('PacketTime'))),
    signal_present: isVideo && typeof field('Std') === 'string' ? standard !== null : null,
    clock_synchronous: yesNo(isSynchronous(field('ClkDomainStatus'))),
    make_before_break_ready: yesNo(isReady(field('MBBstatus'))),
    protection: protectionState(field('SeamlessStatus')),
    packets: orNull(counter(field('ReadPktCnt'))),
    missing_packets: orNull(counter(field('MissingPktCnt'))),
    missing_packets_per_second: rates(essence, index),
    out_of_range_packets: orNull(counter(field('OORPktCnt'))),
    switches: orNull(counter(field('SwitchCount'))),
    switch_error: complaint(field('SwitchErrMsg'), 'None'),
    network_jitter_seconds: orNull(seconds(field('NetworkJitter'))),
    path_difference_seconds: orNull(seconds(field('NetworkPathDiff'))),
  };
}
