import {
  counter,
  endpoint,
  hasSource,
  isMakeBeforeBreakReady,
  isSignalPresent,
  isSynchronous,
  NO_SWITCH_ERROR,
  protectionState,
  RECEIVERS,
  seconds,
  type ChannelNames,
  type JsonObject,
  type ReceiverEssence,
  type ReceiverTable,
} from '@snp/protocol';
import type { ReceiverDto } from '../dto/status/streams.dto';
import { complaint, indexedRowsAt, orNull, words, yesNo } from './values';

/** Missing packets per second of a receiver, null where not known. */
export type LossRates = (essence: ReceiverEssence, index: number) => number | null;

/** The receivers of one essence that have a source. */
export function readReceivers(
  body: JsonObject,
  table: ReceiverTable,
  rates: LossRates,
  names: ChannelNames,
): ReceiverDto[] {
  return indexedRowsAt(body, table.rows).flatMap(([index, row]) =>
    hasSource(row, table) ? [readReceiver(index, row, table, rates, names)] : [],
  );
}

const { video, audio } = RECEIVERS;

function readReceiver(
  index: number,
  row: JsonObject,
  table: ReceiverTable,
  rates: LossRates,
  names: ChannelNames,
): ReceiverDto {
  const { essence } = table;
  const { channel, programName } = names.ofReceiver(essence, index);
  return {
    essence,
    index,
    channel: orNull(channel),
    program_name: orNull(programName),
    primary_source: words(endpoint(row[table.primaryAddress], row[table.primaryPort])),
    secondary_source: words(endpoint(row[table.secondaryAddress], row[table.secondaryPort])),
    standard: words(row[video.standard]),
    colorimetry: words(row[video.colorimetry]),
    transfer: words(row[video.transfer]),
    channels: orNull(counter(row[audio.channels])),
    packet_time_seconds: orNull(seconds(row[audio.packetTime])),
    signal_present: yesNo(isSignalPresent(row[video.standard])),
    clock_synchronous: yesNo(isSynchronous(row[video.clockDomain])),
    make_before_break_ready: yesNo(isMakeBeforeBreakReady(row[video.makeBeforeBreak])),
    protection: orNull(protectionState(row[table.protection])),
    packets: orNull(counter(row[table.packets])),
    missing_packets: orNull(counter(row[table.missingPackets])),
    missing_packets_per_second: rates(essence, index),
    out_of_range_packets: orNull(counter(row[table.outOfRangePackets])),
    switches: orNull(counter(row[table.switches])),
    switch_error: complaint(row[table.switchError], NO_SWITCH_ERROR),
    network_jitter_seconds: orNull(seconds(row[table.networkJitter])),
    path_difference_seconds: orNull(seconds(row[table.pathDifference])),
  };
}
