import type { Channel } from '../../model/signals';
import type { Body, Generator } from '../generator';

const GROUPS = [1, 2, 3, 4];
const AUDIO_CHANNELS = Array.from({ length: 16 }, (_, at) => at + 1);
/** Of the automatic changeover: no ancillary packets and no audio channels are missing. */
const NOTHING_MISSING: Body = Object.fromEntries([
  ...GROUPS.map((packet) => [`ANC${packet}Missing`, false]),
  ...AUDIO_CHANNELS.map((audio) => [`AudCh${audio}`, false]),
]);
const GROUP_ERRORS = ['CrcError', 'EccError', 'DBNError', 'ParError'];
const NOT_PRESENT = 'Not Present';

export const procChannelHD = channels('procChannelHD', false);
export const procChannelUHD = channels('procChannelUHD', true);

function channels(type: string, isUhd: boolean): Generator {
  return {
    type,
    every: 10,
    ids: ({ signals }) =>
      [...signals.channels.values()].filter((channel) => channel.isUhd === isUhd).map(({ id }) => id),
    fields({ signals }, id) {
      const channel = signals.channels.get(id);
      return channel ? fields(channel) : {};
    },
  };
}

function fields(channel: Channel): Body {
  const audio = audioFormat(channel);
  return {
    FrameSyncGwSdi: {},
    FrameSync: frameSync(channel),
    AudioProcessingGwSdi: audio,
    active: channel.isActive,
    AncDataProcessing: ancillary(channel),
    ColorCorrector2GwSdi: {},
    ACO: changeover(channel),
    AudioProcessing: { ...audio, ...audioGroups(channel) },
    JpegXsEncoder: jpegXsEncoder(channel),
    JpegXsDecoder: jpegXsDecoder(channel),
    VideoTsgGwSdi: {},
    VideoTsg: {},
    AncDataProcessingGwSdi: {},
    ColorCorrector2: colour(channel),
  };
}

function hasPicture({ input }: Channel): boolean {
  return input !== 'missing';
}

function frameSync(channel: Channel): Body {
  const { input, standard, position, usualInput } = channel;
  const isPresent = hasPicture(channel);
  const isUsed = position < 6;
  return {
    IncompatVidSrcFmt: false,
    SdiTxOn: isUsed && position % 2 === 0,
    FrozenStatus: usualInput === 'present' && input === 'missing',
    InputLinkNone: false,
    FsVidInputStd: isPresent ? standard : 'Unknown',
    FsVidInputPresent: isPresent,
    InputBlack: input === 'black',
    MbbTakeDone: isUsed,
    InputFrozen: input === 'frozen',
    VidDlyApplied: isPresent ? 33_000 + position * 130 : 0,
    FsBwStatus: isUsed ? 1 : 0,
    OutputVidStd: isUsed ? standard : 'Unknown',
    VidCorrupted: false,
    MbbInSel: position % 4,
    ActualFrameDelay: 0,
    MbbReady: isUsed,
    FsHphaseTime2PixelConvert: pixelsPerMicrosecond(isUsed ? standard : ''),
    ...(channel.isMultiviewer
      ? { MultiviewerPipAssignment: '--', MultiviewerPipDestName: '', MultiviewerPipName: '' }
      : {}),
  };
}

/** The pixel clock in MHz, by the frame rate: the fractional rates are a thousandth slower. */
function pixelsPerMicrosecond(standard: string): number {
  if (standard === '') return 1;
  return standard.endsWith('.94') ? 74.17582 : 74.25;
}

function audioFormat({ hasAudio }: Channel): Body {
  const letters = (letter: string): string => Array(4).fill(letter.repeat(4)).join(' ');
  return { AudVbitStatus: letters(hasAudio ? 'V' : '='), AudFormatStatus: letters(hasAudio ? 'D' : 'P') };
}

function audioGroups(channel: Channel): Body {
  const isPresent = channel.hasAudio && hasPicture(channel);
  const groups: Body = {};
  for (const group of GROUPS) {
    const isCarried = isPresent && group <= (channel.position % 2 === 0 ? 4 : 2);
    groups[`AudDmxGrp${group}Present`] = isCarried;
    groups[`AudDmxGrp${group}ActiveCh`] = isCarried ? 'CH1234' : 'None';
    groups[`AudDmxGrp${group}SampleRate`] = isCarried ? '48kHz' : 'N/A';
    for (const error of GROUP_ERRORS) groups[`AudDmxGrp${group}${error}`] = false;
    groups[`MuxGrp${group}AppendErr`] = false;
    groups[`MuxGrp${group}OvrwErr`] = false;
  }
  return groups;
}

function ancillary(channel: Channel): Body {
  const isPresent = hasPicture(channel);
  const carried = (isCarried: boolean, where: string): string => (isPresent && isCarried ? where : NOT_PRESENT);
  return {
    AncBrandNetPresent: NOT_PRESENT,
    AncSt2031Present: NOT_PRESENT,
    AncAtcPresent: carried(channel.position % 2 === 0, 'Line 10, Line 572'),
    AncAfdPresent: carried(channel.hasAudio, 'Line 11, Line 574(16:9) 1000-16:9 full'),
    AncRDD18Present: NOT_PRESENT,
    AncCcTtPresent: carried(channel.hasAudio, 'Line 9'),
    AncEdcPresent: NOT_PRESENT,
    AncScte104Present: carried(channel.position === 4, 'Line 13'),
    AncSourceIdPresent: NOT_PRESENT,
    AncWssPresent: NOT_PRESENT,
  };
}

function changeover(channel: Channel): Body {
  const isWatching = hasPicture(channel) && channel.position < 2;
  return {
    ABStatus: channel.path,
    ACONotArmed: false,
    PGMStatus: 'OFF',
    PSTStatus: 'OFF',
    SignalScoreMain: isWatching ? 340 : 0,
    SignalScoreProtect: isWatching ? 260 : 0,
    ...NOTHING_MISSING,
  };
}

function jpegXsEncoder({ jpegXs, position }: Channel): Body {
  const isEncoding = jpegXs === 'encoder' && position < 4;
  return { TSBitRate: isEncoding ? 215 + position : 0, GeneratedBitRate: isEncoding ? 200 + position : 0 };
}

function jpegXsDecoder({ jpegXs, position, standard }: Channel): Body {
  const isDecoding = jpegXs === 'decoder' && position < 4;
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
    VideoTransferCharacteristics: 4,
    VideoStandard: isDecoding ? standard : 'Unknown',
    Bitrate: isDecoding ? 200 : 0,
    ColorDepth: isDecoding ? 10 : 0,
    Profile: 9,
    ColorSubsampling: 4,
    VideoColorimetry: 5,
    RxVidStdMismatch: false,
    TR07DecPatCCError: 0,
    TR07DemuxStatus: isDecoding ? 'Locked ' : 'No Input Stream ',
    TR07PCMStatus: pairs.join(''),
    TR07DecAes3_2CCError: 0,
    Level: 10,
    TR07DecAes3_1CCError: 0,
  };
}

function colour({ isHdr, isUhd }: Channel): Body {
  const colorimetry = isHdr ? 'Rec 2020/2100' : 'Rec 709';
  const transfer = isHdr ? 'HLG' : 'SDR-TV';
  return {
    EffectiveOutTCS: transfer,
    LutCubeFile_optList: isUhd ? '' : 'UNITY.cube',
    EffectiveOutColorimetry: colorimetry,
    EffectiveInColorimetry: colorimetry,
    EffectiveMappingMode: isHdr ? 'Scene Light' : 'Display Light',
    EffectiveInTCS: transfer,
    LutStatus: `Disabled, In: ${isHdr ? 'HLG-2020' : 'SDR-709'}, Out: ${isHdr ? 'HLG-2020' : 'SDR-709'}`,
  };
}
