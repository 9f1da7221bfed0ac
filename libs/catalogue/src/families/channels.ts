import { flag, isNothing, number, unlessFlag, type JsonObject } from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { at, type Condition } from '../table/place';
import { derived, states, value, type Reading } from '../table/reading';
import { countOf, isAnySet } from './counts';
import { stateWords } from './words';

const TYPES = ['procChannelHD', 'procChannelUHD'];
const CHANNEL = { channel: KEY };

const isActive: Condition = (_, { body }) => body.active === true;

/** A section of the channels that are active. */
const section = (path: string, only: Condition = isActive) => at(TYPES, path, { labels: CHANNEL, only });

const WHOLE = section('');
const FRAME_SYNC = section('FrameSync');
const AUDIO = section('AudioProcessing');
const ANCILLARY = section('AncDataProcessing');
const CHANGEOVER = section('ACO');
const JPEG_XS = section('JpegXsDecoder', (row, object) => isActive(row, object) && hasStream(row));

/** Whether a JPEG XS stream comes in: something of it has a size, a standard or a state other than "no stream". */
function hasStream({ TSBitRate, Bitrate, VideoStandard, TR07DemuxStatus }: JsonObject): boolean {
  if (isAboveZero(TSBitRate) || isAboveZero(Bitrate)) return true;
  return (
    says(VideoStandard) || (TR07DemuxStatus !== NO_STREAM && says(TR07DemuxStatus) && !isNoStream(TR07DemuxStatus))
  );
}

/** As the device writes it. */
const NO_STREAM = 'No Input Stream ';
const isNoStream = (raw: unknown): boolean => /^\s*no input/i.test(String(raw));
const isAboveZero = (raw: unknown): boolean => (number(raw) ?? 0) > 0;
const says = (raw: unknown): boolean => typeof raw === 'string' && raw !== 'Unknown' && !isNothing(raw.trim());

/** Field names of the errors of audio group `n`. */
const groupErrors = (n: number): Readonly<Record<string, string>> => ({
  crc: `AudDmxGrp${n}CrcError`,
  ecc: `AudDmxGrp${n}EccError`,
  dbn: `AudDmxGrp${n}DBNError`,
  parity: `AudDmxGrp${n}ParError`,
  append: `MuxGrp${n}AppendErr`,
  overwrite: `MuxGrp${n}OvrwErr`,
});

/** The errors of one audio group, read only while the group is present or in error. */
function audioErrors(n: number): Reading[] {
  const errors = Object.entries(groupErrors(n));
  const signs = [`AudDmxGrp${n}Present`, ...errors.map(([, field]) => field)];
  const place = section('AudioProcessing', (row, object) => isActive(row, object) && isAnySet(row, signs));
  return errors.map(([error, field]) => value(place, field, flag, { group: String(n), error }));
}

const GROUPS = [1, 2, 3, 4];

const PACKETS: Readonly<Record<string, string>> = {
  atc: 'AncAtcPresent',
  afd: 'AncAfdPresent',
  cc: 'AncCcTtPresent',
  scte104: 'AncScte104Present',
  st2031: 'AncSt2031Present',
  rdd18: 'AncRDD18Present',
  edc: 'AncEdcPresent',
  wss: 'AncWssPresent',
  source_id: 'AncSourceIdPresent',
  brand_net: 'AncBrandNetPresent',
};

/** `Not Present`, or where the packets are: `Line 10, Line 572`. */
function isPacketPresent(raw: unknown): number | undefined {
  if (raw === 'Not Present') return 0;
  if (typeof raw !== 'string') return undefined;
  const word = raw.trim();
  if (word.toLowerCase() === 'not present') return 0;
  return isNothing(word) ? undefined : 1;
}

const AUDIO_FLAGS = Array.from({ length: 16 }, (_, at) => `AudCh${at + 1}`);
const ANCILLARY_FLAGS = [1, 2, 3, 4].map((n) => `ANC${n}Missing`);

/** Continuity count errors of the elementary streams of a TR-07 transport stream. */
const STREAMS: Readonly<Record<string, string>> = {
  pat: 'TR07DecPatCCError',
  pmt: 'TR07DecPmtCCError',
  jxs: 'TR07DecJxsCCError',
  aes3_1: 'TR07DecAes3_1CCError',
  aes3_2: 'TR07DecAes3_2CCError',
  anc: 'TR07DecAncCCError',
};

/** The processing channels that are active. */
export const channels = group('channels', [
  {
    name: 'ic_snp_channel_info',
    type: 'info',
    labels: ['channel', 'input_standard', 'output_standard', 'input_colorimetry', 'output_colorimetry'],
    help: 'Standard and colorimetry at the input and output of a channel.',
    source:
      'procChannelHD, procChannelUHD: FrameSync.FsVidInputStd, OutputVidStd; ColorCorrector2.EffectiveInColorimetry, EffectiveOutColorimetry',
    read: facts(WHOLE, {
      input_standard: 'FrameSync.FsVidInputStd',
      output_standard: 'FrameSync.OutputVidStd',
      input_colorimetry: 'ColorCorrector2.EffectiveInColorimetry',
      output_colorimetry: 'ColorCorrector2.EffectiveOutColorimetry',
    }),
  },
  {
    name: 'ic_snp_channel_input_present',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether a channel has an input signal.',
    source: 'FrameSync.FsVidInputPresent',
    read: value(FRAME_SYNC, 'FsVidInputPresent', flag),
  },
  {
    name: 'ic_snp_channel_input_black',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the input of a channel is black.',
    source: 'FrameSync.InputBlack',
    read: value(FRAME_SYNC, 'InputBlack', flag),
  },
  {
    name: 'ic_snp_channel_input_frozen',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the input of a channel is frozen.',
    source: 'FrameSync.InputFrozen',
    read: value(FRAME_SYNC, 'InputFrozen', flag),
  },
  {
    name: 'ic_snp_channel_output_frozen',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the output of a channel is frozen.',
    source: 'FrameSync.FrozenStatus',
    read: value(FRAME_SYNC, 'FrozenStatus', flag),
  },
  {
    name: 'ic_snp_channel_video_corrupted',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the video of a channel is corrupted.',
    source: 'FrameSync.VidCorrupted',
    read: value(FRAME_SYNC, 'VidCorrupted', flag),
  },
  {
    name: 'ic_snp_channel_format_incompatible',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether a channel cannot use the format of its source.',
    source: 'FrameSync.IncompatVidSrcFmt',
    read: value(FRAME_SYNC, 'IncompatVidSrcFmt', flag),
  },
  {
    name: 'ic_snp_channel_input_link_missing',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether a channel has no input link.',
    source: 'FrameSync.InputLinkNone',
    read: value(FRAME_SYNC, 'InputLinkNone', flag),
  },
  {
    name: 'ic_snp_channel_sdi_output_on',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the SDI output of a channel is on.',
    source: 'FrameSync.SdiTxOn',
    read: value(FRAME_SYNC, 'SdiTxOn', flag),
  },
  {
    name: 'ic_snp_channel_audio_group_present',
    type: 'gauge',
    labels: ['channel', 'group'],
    help: 'Whether an embedded audio group is in the input of a channel.',
    source: 'AudioProcessing.AudDmxGrp1Present … AudDmxGrp4Present',
    read: GROUPS.map((n) => value(AUDIO, `AudDmxGrp${n}Present`, flag, { group: String(n) })),
  },
  {
    name: 'ic_snp_channel_audio_error',
    type: 'gauge',
    labels: ['channel', 'group', 'error'],
    help: 'Whether an embedded audio group has an error; only for groups that are present or in error.',
    source: 'AudioProcessing.AudDmxGrpN…Error, MuxGrpN…Err',
    read: GROUPS.flatMap(audioErrors),
  },
  {
    name: 'ic_snp_channel_ancillary_present',
    type: 'gauge',
    labels: ['channel', 'packet'],
    help: 'Whether ancillary packets of a kind are in the input of a channel.',
    source: 'AncDataProcessing.Anc…Present',
    read: Object.entries(PACKETS).map(([packet, field]) => value(ANCILLARY, field, isPacketPresent, { packet })),
  },
  {
    name: 'ic_snp_channel_changeover_path',
    type: 'stateset',
    labels: ['channel', 'state'],
    help: 'Path that the automatic changeover of a channel is on.',
    source: 'ACO.ABStatus',
    read: states(CHANGEOVER, 'ABStatus', ['a', 'b', 'other'], stateWords({ A: 'a', B: 'b' })),
  },
  {
    name: 'ic_snp_channel_changeover_armed',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the automatic changeover of a channel is armed.',
    source: 'ACO.ACONotArmed',
    read: value(CHANGEOVER, 'ACONotArmed', unlessFlag),
  },
  {
    name: 'ic_snp_channel_changeover_signal_score',
    type: 'gauge',
    labels: ['channel', 'path'],
    help: 'How bad the automatic changeover of a channel judges a path to be.',
    source: 'ACO.SignalScoreMain, SignalScoreProtect',
    read: [
      value(CHANGEOVER, 'SignalScoreMain', number, { path: 'main' }),
      value(CHANGEOVER, 'SignalScoreProtect', number, { path: 'protect' }),
    ],
  },
  {
    name: 'ic_snp_channel_changeover_missing',
    type: 'gauge',
    labels: ['channel', 'kind'],
    help: 'How many audio channels or ancillary packets the automatic changeover of a channel misses.',
    source: 'ACO.AudCh1 … AudCh16, ANC1Missing … ANC4Missing',
    read: [
      derived(CHANGEOVER, countOf(AUDIO_FLAGS), { kind: 'audio' }),
      derived(CHANGEOVER, countOf(ANCILLARY_FLAGS), { kind: 'ancillary' }),
    ],
  },
  {
    name: 'ic_snp_channel_jpegxs_decoder_errors',
    type: 'gauge',
    labels: ['channel', 'stream'],
    help: 'Continuity errors of a JPEG XS decoder as the device counts them; only while a stream comes in.',
    source: 'JpegXsDecoder.TR07Dec…CCError',
    read: Object.entries(STREAMS).map(([stream, field]) => value(JPEG_XS, field, number, { stream })),
  },
  {
    name: 'ic_snp_channel_jpegxs_standard_mismatch',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether a JPEG XS stream is of another standard than it says; only while a stream comes in.',
    source: 'JpegXsDecoder.RxVidStdMismatch',
    read: value(JPEG_XS, 'RxVidStdMismatch', flag),
  },
]);
