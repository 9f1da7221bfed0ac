import type { Channel } from '../../model/signals';
import type { Body } from '../generator';

/** Channels of such a processor that carry a stream. */
const STREAMS = 4;

export function jpegXsEncoder({ jpegXs, position }: Channel): Body {
  const isEncoding = jpegXs === 'encoder' && position < STREAMS;
  return { TSBitRate: isEncoding ? 215 + position : 0, GeneratedBitRate: isEncoding ? 200 + position : 0 };
}

export function jpegXsDecoder({ jpegXs, position, standard }: Channel): Body {
  const isDecoding = jpegXs === 'decoder' && position < STREAMS;
  const pairs = Array.from(
    { length: 8 },
    (_, at) => `Ch${2 * at + 1}/${2 * at + 2}: ${isDecoding && at < 4 ? 'PCM' : '-'} `,
  );
  return {
    TR07DecAncCCError: 0,
    Compression: isDecoding ? 10 : 0,
    TR07DecPmtCCError: 0,
    TR07DecJxsCCError: isDecoding ? position : 0,
    TR07AudioStatus: isDecoding ? 'A1 (48): Ok A2 (48): Ok ' : 'A1 (--): No Data A2 (--): No Data ',
    TR07AncStatus: isDecoding ? 'Anc: Ok' : 'Anc: No Data',
    TSBitRate: isDecoding ? 215 : 0,
    VideoTransferCharacteristics: isDecoding ? 0 : 4,
    VideoStandard: isDecoding ? standard : 'Unknown',
    Bitrate: isDecoding ? 200 : 0,
    ColorDepth: isDecoding ? 10 : 0,
    Profile: isDecoding ? 4 : 9,
    ColorSubsampling: isDecoding ? 1 : 4,
    VideoColorimetry: isDecoding ? 0 : 5,
    RxVidStdMismatch: false,
    TR07DecPatCCError: 0,
    TR07DemuxStatus: isDecoding ? 'Locked ' : 'No Input Stream ',
    TR07PCMStatus: pairs.join(''),
    TR07DecAes3_2CCError: 0,
    Level: isDecoding ? 2 : 10,
    TR07DecAes3_1CCError: 0,
  };
}
