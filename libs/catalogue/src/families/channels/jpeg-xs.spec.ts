import { channel, of } from '../../testing/channel-series';

describe('a JPEG XS encoder', () => {
  it('has its bit rate while it generates a stream, beside what the idle decoder says', () => {
    const JpegXsDecoder = { Bitrate: 0, VideoStandard: 'Unknown', TR07DecJxsCCError: 0 };
    expect(channel({ JpegXsEncoder: { GeneratedBitRate: 200, TSBitRate: 0 }, JpegXsDecoder })).toEqual(
      of({
        'jpegxs_bytes_per_second{direction="encode"}': 25_000_000,
        'jpegxs_bytes_per_second{direction="decode"}': 0,
        'jpegxs_decoder_errors{stream="jxs"}': 0,
      }),
    );
    expect(channel({ JpegXsEncoder: { GeneratedBitRate: 0, TSBitRate: 0 } })).toEqual({});
  });
});

describe('a JPEG XS decoder', () => {
  const quiet = {
    TSBitRate: 0,
    Bitrate: 0,
    VideoStandard: 'Unknown',
    TR07DemuxStatus: 'No Input Stream ',
    TR07DecAncCCError: 0,
    TR07DecPmtCCError: 0,
    TR07DecJxsCCError: 3,
    TR07DecPatCCError: 0,
    TR07DecAes3_1CCError: 1,
    TR07DecAes3_2CCError: 0,
    RxVidStdMismatch: true,
  };

  it('without a stream has no series', () => expect(channel({ JpegXsDecoder: quiet })).toEqual({}));

  it.each<{ Bitrate?: number }>([
    { TSBitRate: 250 } as object,
    { Bitrate: 1 },
    { VideoStandard: '1080i/50' },
    { TR07DemuxStatus: 'Locked' },
  ])('with a stream (%j) has a series for the errors of each of its parts', (stream) => {
    expect(channel({ JpegXsDecoder: { ...quiet, ...stream } })).toEqual(
      of({
        'jpegxs_decoder_errors{stream="pat"}': 0,
        'jpegxs_decoder_errors{stream="pmt"}': 0,
        'jpegxs_decoder_errors{stream="jxs"}': 3,
        'jpegxs_decoder_errors{stream="aes3_1"}': 1,
        'jpegxs_decoder_errors{stream="aes3_2"}': 0,
        'jpegxs_decoder_errors{stream="anc"}': 0,
        jpegxs_standard_mismatch: 1,
        'jpegxs_bytes_per_second{direction="decode"}': (stream.Bitrate ?? 0) * 125_000,
      }),
    );
  });
});
