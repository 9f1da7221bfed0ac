import { seriesOf } from '../testing/pretend-device';

const channel = (part: object, type = 'procChannelHD', object_ID = 'A-HD-1') =>
  seriesOf('channels', { type, object_ID, active: true, ...part });

/** `input_black` as the full name with the label of the channel. */
const of = (series: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(series).map(([name, value]) => {
      const [family, labels] = name.split('{');
      return [`ic_snp_channel_${family}{channel="A-HD-1"${labels === undefined ? '}' : `,${labels}`}`, value];
    }),
  );

const audioErrors = (group: number, set: readonly string[]) =>
  Object.fromEntries(
    ['crc', 'ecc', 'dbn', 'parity', 'append', 'overwrite'].map((error) => [
      `audio_error{group="${group}",error="${error}"}`,
      Number(set.includes(error)),
    ]),
  );

const cleanGroup = (n: number) => ({
  [`AudDmxGrp${n}CrcError`]: false,
  [`AudDmxGrp${n}EccError`]: false,
  [`AudDmxGrp${n}DBNError`]: false,
  [`AudDmxGrp${n}ParError`]: false,
  [`MuxGrp${n}AppendErr`]: false,
  [`MuxGrp${n}OvrwErr`]: false,
});

describe('a channel', () => {
  it.each<[object, Record<string, number>]>([
    [
      {
        FrameSync: { FsVidInputStd: '1080i/50', OutputVidStd: 'Unknown' },
        ColorCorrector2: { EffectiveInColorimetry: 'Rec 709', EffectiveOutColorimetry: 'Rec 2020/2100' },
      },
      {
        'info{input_standard="1080i/50",output_standard="",input_colorimetry="Rec 709",output_colorimetry="Rec 2020/2100"}': 1,
      },
    ],
    [{ FrameSync: { FsVidInputStd: 'Unknown' }, ColorCorrector2: 'none' }, {}],
    [
      {
        FrameSync: {
          FsVidInputPresent: true,
          InputBlack: false,
          InputFrozen: true,
          FrozenStatus: false,
          VidCorrupted: true,
          IncompatVidSrcFmt: false,
          InputLinkNone: true,
          SdiTxOn: false,
        },
      },
      {
        input_present: 1,
        input_black: 0,
        input_frozen: 1,
        output_frozen: 0,
        video_corrupted: 1,
        format_incompatible: 0,
        input_link_missing: 1,
        sdi_output_on: 0,
      },
    ],
    [{ FrameSync: { InputBlack: 'yes', InputFrozen: 1, SdiTxOn: null } }, {}],
    [
      {
        AncDataProcessing: { AncAtcPresent: 'Line 10, Line 572', AncAfdPresent: 'Not Present', AncCcTtPresent: 'N/A' },
      },
      { 'ancillary_present{packet="atc"}': 1, 'ancillary_present{packet="afd"}': 0 },
    ],
    [
      { ACO: { ABStatus: 'A', ACONotArmed: false } },
      {
        'changeover_path{state="a"}': 1,
        'changeover_path{state="b"}': 0,
        'changeover_path{state="other"}': 0,
        changeover_armed: 1,
      },
    ],
    [
      { ACO: { ABStatus: 'Mix', ACONotArmed: true } },
      {
        'changeover_path{state="a"}': 0,
        'changeover_path{state="b"}': 0,
        'changeover_path{state="other"}': 1,
        changeover_armed: 0,
      },
    ],
    [
      { ACO: { SignalScoreMain: 340, SignalScoreProtect: 0 } },
      { 'changeover_signal_score{path="main"}': 340, 'changeover_signal_score{path="protect"}': 0 },
    ],
    [
      { ACO: { AudCh1: true, AudCh2: false, AudCh16: true, ANC1Missing: false, ANC4Missing: false } },
      { 'changeover_missing{kind="audio"}': 2, 'changeover_missing{kind="ancillary"}': 0 },
    ],
    [{ ACO: { AudCh17: true, ANC5Missing: true } }, {}],
  ])('%j is %j', (part, expected) => expect(channel(part)).toEqual(of(expected)));

  it('knows every kind of ancillary packet', () => {
    const names = 'Atc Afd CcTt Scte104 St2031 RDD18 Edc Wss SourceId BrandNet'.split(' ');
    const AncDataProcessing = Object.fromEntries(names.map((name) => [`Anc${name}Present`, 'Line 9']));
    const packets = ['atc', 'afd', 'cc', 'scte104', 'st2031', 'rdd18', 'edc', 'wss', 'source_id', 'brand_net'];
    expect(channel({ AncDataProcessing })).toEqual(
      of(Object.fromEntries(packets.map((packet) => [`ancillary_present{packet="${packet}"}`, 1]))),
    );
  });

  it.each([[false], [undefined], ['true'], [1]])('that is not active (%j) has no series', (active) => {
    expect(channel({ active, FrameSync: { InputBlack: true }, ACO: { ABStatus: 'A' } })).toEqual({});
  });

  it('loses its series when it is no longer active', () => {
    const on = { type: 'procChannelHD', object_ID: 'A-HD-1', active: true, FrameSync: { InputBlack: true } };
    expect(seriesOf('channels', [on, { ...on, active: false }])).toEqual({});
  });

  it('in UHD mode is read alike', () => {
    expect(channel({ FrameSync: { InputBlack: true } }, 'procChannelUHD', 'B-UHD-2')).toEqual({
      'ic_snp_channel_input_black{channel="B-UHD-2"}': 1,
    });
  });
});

describe('an audio group', () => {
  it.each<[string, object, Record<string, number>]>([
    [
      'that is absent and without error has no series of errors',
      { AudDmxGrp1Present: false },
      { 'audio_group_present{group="1"}': 0 },
    ],
    [
      'that is present has a series for each error',
      { AudDmxGrp1Present: true },
      { 'audio_group_present{group="1"}': 1, ...audioErrors(1, []) },
    ],
    [
      'that is absent but in error has them too',
      { AudDmxGrp1Present: false, MuxGrp1OvrwErr: true, AudDmxGrp1ParError: true },
      { 'audio_group_present{group="1"}': 0, ...audioErrors(1, ['overwrite', 'parity']) },
    ],
  ])('%s', (_, flags, expected) => {
    expect(channel({ AudioProcessing: { ...cleanGroup(1), ...flags } })).toEqual(of(expected));
  });

  it('is one of four', () => {
    const AudioProcessing = {
      AudDmxGrp1Present: true,
      AudDmxGrp2Present: false,
      AudDmxGrp3Present: true,
      AudDmxGrp4Present: true,
    };
    const present = Object.values(channel({ AudioProcessing }));
    expect(present).toEqual([1, 0, 1, 1]);
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

  it.each([{ TSBitRate: 250 }, { Bitrate: 1 }, { VideoStandard: '1080i/50' }, { TR07DemuxStatus: 'Locked' }])(
    'with a stream (%j) has a series for the errors of each of its parts',
    (stream) => {
      expect(channel({ JpegXsDecoder: { ...quiet, ...stream } })).toEqual(
        of({
          'jpegxs_decoder_errors{stream="pat"}': 0,
          'jpegxs_decoder_errors{stream="pmt"}': 0,
          'jpegxs_decoder_errors{stream="jxs"}': 3,
          'jpegxs_decoder_errors{stream="aes3_1"}': 1,
          'jpegxs_decoder_errors{stream="aes3_2"}': 0,
          'jpegxs_decoder_errors{stream="anc"}': 0,
          jpegxs_standard_mismatch: 1,
        }),
      );
    },
  );
});
