import {
  CHANGEOVER_PATHS,
  changeoverPath,
  CHANNELS,
  flag,
  isActiveChannel,
  isPlaceholder,
  isPacketPresent,
  number,
  unlessFlag,
  type JsonObject,
} from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { at, type Condition } from '../table/place';
import { derived, states, value, type SampleReader } from '../table/readers';
import { countOf, isAnySet } from '../table/counts';

const { video, color, audio, ancillary, changeover, jpegXs } = CHANNELS;
const CHANNEL = { channel: KEY };

const isActive: Condition = (_, { body }) => isActiveChannel(body);

/** A section of the channels that are active. */
const section = (path: string, only: Condition = isActive) => at(CHANNELS.types, path, { labels: CHANNEL, only });

const WHOLE = section('');
const FRAME_SYNC = section(video.section);
const AUDIO = section(audio.section);
const ANCILLARY = section(ancillary.section);
const CHANGEOVER = section(changeover.section);
const JPEG_XS = section(jpegXs.section, (row, object) => isActive(row, object) && hasStream(row));

/** Whether a JPEG XS stream comes in: something of it has a size, a standard or a state other than "no stream". */
function hasStream(row: JsonObject): boolean {
  if (isAboveZero(row[jpegXs.transportBitRate]) || isAboveZero(row[jpegXs.bitRate])) return true;
  const demux = row[jpegXs.demuxStatus];
  return says(row[jpegXs.standard]) || (demux !== NO_STREAM && says(demux) && !isNoStream(demux));
}

/** As the device writes it. */
const NO_STREAM = 'No Input Stream ';
const isNoStream = (raw: unknown): boolean => /^\s*no input/i.test(String(raw));
const isAboveZero = (raw: unknown): boolean => (number(raw) ?? 0) > 0;
const says = (raw: unknown): boolean => typeof raw === 'string' && raw !== 'Unknown' && !isPlaceholder(raw.trim());

/** The errors of one audio group, read only while the group is present or in error. */
function audioErrors({ group: number, present, errors }: (typeof audio.groups)[number]): SampleReader[] {
  const signs = [present, ...Object.values(errors)];
  const place = section(audio.section, (row, object) => isActive(row, object) && isAnySet(row, signs));
  return Object.entries(errors).map(([error, field]) => value(place, field, flag, { group: String(number), error }));
}

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
      input_standard: `${video.section}.${video.inputStandard}`,
      output_standard: `${video.section}.${video.outputStandard}`,
      input_colorimetry: `${color.section}.${color.input}`,
      output_colorimetry: `${color.section}.${color.output}`,
    }),
  },
  {
    name: 'ic_snp_channel_input_present',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether a channel has an input signal.',
    source: 'FrameSync.FsVidInputPresent',
    read: value(FRAME_SYNC, video.inputPresent, flag),
  },
  {
    name: 'ic_snp_channel_input_black',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the input of a channel is black.',
    source: 'FrameSync.InputBlack',
    read: value(FRAME_SYNC, video.inputBlack, flag),
  },
  {
    name: 'ic_snp_channel_input_frozen',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the input of a channel is frozen.',
    source: 'FrameSync.InputFrozen',
    read: value(FRAME_SYNC, video.inputFrozen, flag),
  },
  {
    name: 'ic_snp_channel_output_frozen',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the output of a channel is frozen.',
    source: 'FrameSync.FrozenStatus',
    read: value(FRAME_SYNC, video.outputFrozen, flag),
  },
  {
    name: 'ic_snp_channel_video_corrupted',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the video of a channel is corrupted.',
    source: 'FrameSync.VidCorrupted',
    read: value(FRAME_SYNC, video.corrupted, flag),
  },
  {
    name: 'ic_snp_channel_format_incompatible',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the format of the source is incompatible with a channel.',
    source: 'FrameSync.IncompatVidSrcFmt',
    read: value(FRAME_SYNC, video.formatIncompatible, flag),
  },
  {
    name: 'ic_snp_channel_input_link_missing',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether a channel has no input link.',
    source: 'FrameSync.InputLinkNone',
    read: value(FRAME_SYNC, video.inputLinkMissing, flag),
  },
  {
    name: 'ic_snp_channel_sdi_output_on',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the SDI output of a channel is on.',
    source: 'FrameSync.SdiTxOn',
    read: value(FRAME_SYNC, video.sdiOutputOn, flag),
  },
  {
    name: 'ic_snp_channel_audio_group_present',
    type: 'gauge',
    labels: ['channel', 'group'],
    help: 'Whether an embedded audio group is present at the input of a channel.',
    source: 'AudioProcessing.AudDmxGrp1Present … AudDmxGrp4Present',
    read: audio.groups.map(({ group, present }) => value(AUDIO, present, flag, { group: String(group) })),
  },
  {
    name: 'ic_snp_channel_audio_error',
    type: 'gauge',
    labels: ['channel', 'group', 'error'],
    help: 'Whether an embedded audio group has an error; only for groups that are present or have an error.',
    source: 'AudioProcessing.AudDmxGrpN…Error, MuxGrpN…Err',
    read: audio.groups.flatMap(audioErrors),
  },
  {
    name: 'ic_snp_channel_ancillary_present',
    type: 'gauge',
    labels: ['channel', 'packet'],
    help: 'Whether ancillary packets of a type are present at the input of a channel.',
    source: 'AncDataProcessing.Anc…Present',
    read: Object.entries(ancillary.packets).map(([packet, field]) =>
      value(ANCILLARY, field, isPacketPresent, { packet }),
    ),
  },
  {
    name: 'ic_snp_channel_changeover_path',
    type: 'stateset',
    labels: ['channel', 'state'],
    help: 'Active path of the automatic changeover of a channel.',
    source: 'ACO.ABStatus',
    read: states(CHANGEOVER, changeover.path, CHANGEOVER_PATHS, changeoverPath),
  },
  {
    name: 'ic_snp_channel_changeover_armed',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the automatic changeover of a channel is armed.',
    source: 'ACO.ACONotArmed',
    read: value(CHANGEOVER, changeover.notArmed, unlessFlag),
  },
  {
    name: 'ic_snp_channel_changeover_signal_score',
    type: 'gauge',
    labels: ['channel', 'path'],
    help: 'Signal score that the automatic changeover of a channel gives a path; higher is worse.',
    source: 'ACO.SignalScoreMain, SignalScoreProtect',
    read: [
      value(CHANGEOVER, changeover.mainScore, number, { path: 'main' }),
      value(CHANGEOVER, changeover.protectScore, number, { path: 'protect' }),
    ],
  },
  {
    name: 'ic_snp_channel_changeover_missing',
    type: 'gauge',
    labels: ['channel', 'kind'],
    help: 'Audio channels with a level out of range, or missing ancillary packets, in the automatic changeover of a channel.',
    source: 'ACO.AudCh1 … AudCh16, ANC1Missing … ANC4Missing',
    read: [
      derived(CHANGEOVER, countOf(changeover.missingAudio), { kind: 'audio' }),
      derived(CHANGEOVER, countOf(changeover.missingAncillary), { kind: 'ancillary' }),
    ],
  },
  {
    name: 'ic_snp_channel_jpegxs_decoder_errors',
    type: 'gauge',
    labels: ['channel', 'stream'],
    help: 'Continuity errors of a JPEG XS decoder as counted by the device; only while it receives a stream.',
    source: 'JpegXsDecoder.TR07Dec…CCError',
    read: Object.entries(jpegXs.errors).map(([stream, field]) => value(JPEG_XS, field, number, { stream })),
  },
  {
    name: 'ic_snp_channel_jpegxs_standard_mismatch',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the standard of a JPEG XS stream differs from the signalled one; only while a stream is received.',
    source: 'JpegXsDecoder.RxVidStdMismatch',
    read: value(JPEG_XS, jpegXs.standardMismatch, flag),
  },
]);
