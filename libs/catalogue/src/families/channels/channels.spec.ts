import { channel, of } from '../../testing/channel-series';
import { PretendDevice, seriesOf } from '../../testing/pretend-device';

const audioErrors = (group: number, set: readonly string[]) =>
  Object.fromEntries(
    ['crc', 'ecc', 'dbn', 'parity', 'append', 'overwrite'].map((error) => [
      `audio_error{link="",direction="",group="${group}",error="${error}"}`,
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
        'info{direction="",input_standard="1080i/50",output_standard="",input_colorimetry="Rec 709",output_colorimetry="Rec 2020/2100"}': 1,
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
          ActualFrameDelay: 2,
        },
      },
      {
        'input_present{direction=""}': 1,
        'input_black{direction=""}': 0,
        'input_frozen{direction=""}': 1,
        'output_frozen{direction=""}': 0,
        'video_corrupted{direction=""}': 1,
        'format_incompatible{direction=""}': 0,
        'input_link_missing{direction=""}': 1,
        'sdi_output_on{direction=""}': 0,
        'frame_delay_frames{direction=""}': 2,
      },
    ],
    [{ FrameSync: { InputBlack: 'yes', InputFrozen: 1, SdiTxOn: null } }, {}],
    [
      {
        AncDataProcessing: { AncAtcPresent: 'Line 10, Line 572', AncAfdPresent: 'Not Present', AncCcTtPresent: 'N/A' },
      },
      { 'ancillary_present{direction="",packet="atc"}': 1 },
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
      { changeover_audio_level_errors: 2, changeover_ancillary_missing: 0 },
    ],
    [{ ACO: { AudCh17: true, ANC5Missing: true } }, {}],
  ])('%j is %j', (part, expected) => expect(channel(part)).toEqual(of(expected)));

  it('knows every kind of ancillary packet', () => {
    const names = 'Atc Afd CcTt Scte104 St2031 RDD18 Edc Wss SourceId BrandNet'.split(' ');
    const AncDataProcessing = Object.fromEntries(names.map((name) => [`Anc${name}Present`, 'Line 9']));
    const packets = ['atc', 'afd', 'cc', 'scte104', 'st2031', 'rdd18', 'edc', 'wss', 'source_id', 'brand_net'];
    expect(channel({ AncDataProcessing })).toEqual(
      of(Object.fromEntries(packets.map((packet) => [`ancillary_present{direction="",packet="${packet}"}`, 1]))),
    );
  });

  it.each([[false], [undefined], ['true'], [1]])('that is not active (%j) has no series', (active) => {
    expect(channel({ active, FrameSync: { InputBlack: true }, ACO: { ABStatus: 'A' } })).toEqual({});
  });

  it('loses its series when it is no longer active', () => {
    const on = { type: 'procChannelHD', object_ID: 'A-HD-1', active: true, FrameSync: { InputBlack: true } };
    expect(seriesOf('channels', [on, { ...on, active: false }])).toEqual({});
  });

  it('in UHD mode has four links and an input of its own', () => {
    const part = {
      FrameSync: {
        InputBlack: true,
        UhdvidInputPresent: false,
        FsVidInputPresent: true,
        UHDPixelFormatMismatch: true,
      },
      AudioProcessing: { AudDmxGrp1Present: true },
      AudioUHD1: { AudDmxGrp1Present: true, AudDmxGrp1CrcError: false },
      AudioUHD4: { AudDmxGrp2Present: false, AudDmxGrp2EccError: true },
    };
    expect(channel(part, 'procChannelUHD', 'B-UHD-2')).toEqual({
      'ic_snp_channel_input_black{channel="B-UHD-2",direction=""}': 1,
      'ic_snp_channel_input_present{channel="B-UHD-2",direction=""}': 0,
      'ic_snp_channel_pixel_format_mismatch{channel="B-UHD-2",direction=""}': 1,
      'ic_snp_channel_audio_group_present{channel="B-UHD-2",link="1",direction="",group="1"}': 1,
      'ic_snp_channel_audio_error{channel="B-UHD-2",link="1",direction="",group="1",error="crc"}': 0,
      'ic_snp_channel_audio_error{channel="B-UHD-2",link="4",direction="",group="2",error="ecc"}': 1,
    });
  });

  it('of a gateway is read in both directions', () => {
    const part = {
      FrameSync: { InputBlack: true, FsVidInputStd: '1080i/50', SdiTxOn: true },
      FrameSyncGwSdi: { InputBlack: false, FsVidInputStd: '1080p/50' },
      ColorCorrector2GwSdi: { EffectiveInColorimetry: 'Rec 709' },
      AudioProcessing: { AudDmxGrp1Present: true },
      AudioProcessingGwSdi: { AudDmxGrp3Present: true },
      AncDataProcessing: { AncAtcPresent: 'Line 10' },
      AncDataProcessingGwSdi: { AncAtcPresent: 'Not Present', AncAfdPresent: 'Line 11' },
    };
    const facts = 'output_standard="",input_colorimetry';
    expect(channel(part)).toEqual(
      of({
        [`info{direction="ip_to_sdi",input_standard="1080i/50",${facts}="",output_colorimetry=""}`]: 1,
        [`info{direction="sdi_to_ip",input_standard="1080p/50",${facts}="Rec 709",output_colorimetry=""}`]: 1,
        'input_black{direction="ip_to_sdi"}': 1,
        'input_black{direction="sdi_to_ip"}': 0,
        'sdi_output_on{direction="ip_to_sdi"}': 1,
        'audio_group_present{link="",direction="ip_to_sdi",group="1"}': 1,
        'audio_group_present{link="",direction="sdi_to_ip",group="3"}': 1,
        'ancillary_present{direction="ip_to_sdi",packet="atc"}': 1,
        'ancillary_present{direction="sdi_to_ip",packet="afd"}': 1,
      }),
    );
  });

  it('has ancillary packets and audio groups that go as 0, until the session ends', () => {
    const status = (packet: string, present: boolean) => ({
      ...{ type: 'procChannelHD', object_ID: 'A-HD-1', active: true },
      AncDataProcessing: { AncAtcPresent: packet, AncAfdPresent: 'Not Present' },
      AudioProcessing: { AudDmxGrp1Present: present, AudDmxGrp2Present: false },
    });
    const device = new PretendDevice(['channels']).says(status('Line 10', true), status('Not Present', false));
    expect(device.series).toEqual(
      of({
        'ancillary_present{direction="",packet="atc"}': 0,
        'audio_group_present{link="",direction="",group="1"}': 0,
      }),
    );
    device.device.lose();
    expect(device.says(status('Not Present', false)).series).toEqual({});
  });
});

describe('an audio group', () => {
  it.each<[string, object, Record<string, number>]>([
    ['that is absent and without error has no series of errors', { AudDmxGrp1Present: false }, {}],
    [
      'that is present has a series for each error',
      { AudDmxGrp1Present: true },
      { 'audio_group_present{link="",direction="",group="1"}': 1, ...audioErrors(1, []) },
    ],
    [
      'that is absent but in error has them too',
      { AudDmxGrp1Present: false, MuxGrp1OvrwErr: true, AudDmxGrp1ParError: true },
      audioErrors(1, ['overwrite', 'parity']),
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
    expect(present).toEqual([1, 1, 1]);
  });
});
