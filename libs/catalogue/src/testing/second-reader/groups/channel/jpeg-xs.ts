import type { Expectation } from '../../reading/expectation';
import { flag, megabits, number, object, word, type Raw } from '../../reading/values';

const COUNTERS: Readonly<Record<string, string>> = {
  pat: 'TR07DecPatCCError',
  pmt: 'TR07DecPmtCCError',
  jxs: 'TR07DecJxsCCError',
  anc: 'TR07DecAncCCError',
  aes3_1: 'TR07DecAes3_1CCError',
  aes3_2: 'TR07DecAes3_2CCError',
};

const NO_STREAM = 'No Input Stream';

/** Only a channel that encodes or decodes a stream has something to say. */
export function readJpegXs(status: Raw, channel: string, out: Expectation): void {
  const encoder = object(status['JpegXsEncoder']);
  const decoder = object(status['JpegXsDecoder']);
  if (!hasStream(encoder, decoder)) return;
  for (const [stream, field] of Object.entries(COUNTERS)) {
    out.add('ic_snp_channel_jpegxs_decoder_errors', { channel, stream }, number(decoder[field]));
  }
  out.add('ic_snp_channel_jpegxs_standard_mismatch', { channel }, flag(decoder['RxVidStdMismatch']));
  const rate = 'ic_snp_channel_jpegxs_bytes_per_second';
  out.add(rate, { channel, direction: 'encode' }, megabits(encoder['GeneratedBitRate']));
  out.add(rate, { channel, direction: 'decode' }, megabits(decoder['Bitrate']));
}

function hasStream(encoder: Raw, decoder: Raw): boolean {
  const rates = [encoder['GeneratedBitRate'], encoder['TSBitRate'], decoder['Bitrate'], decoder['TSBitRate']];
  if (rates.some((rate) => (number(rate) ?? 0) > 0)) return true;
  const demultiplexer = word(decoder['TR07DemuxStatus']) ?? NO_STREAM;
  return word(decoder['VideoStandard']) !== undefined || demultiplexer !== NO_STREAM;
}
