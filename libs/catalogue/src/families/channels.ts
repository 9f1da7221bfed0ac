import {
  bytesPerSecondFromMegabits,
  CHANGEOVER_PATHS,
  CHANGEOVER_PROGRAMS,
  changeoverPath,
  changeoverProgram,
  CHANNELS,
  flag,
  GATEWAY_SUFFIX,
  hasJpegXsStream,
  isActiveChannel,
  isChangeoverInUse,
  isGatewayChannel,
  isPacketPresent,
  number,
  unlessFlag,
  type JsonObject,
} from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { KEY, type LabelValues } from '../table/labels';
import { at, narrowed, type Condition, type Place } from '../table/place';
import { derived, onceTrue, states, value, type SampleReader } from '../table/readers';
import { countOf, isAnySet } from '../table/counts';

const { video, color, audio, ancillary, changeover, jpegXs, jpegXsEncoder } = CHANNELS;
const [HD, UHD] = CHANNELS.types;
const CHANNEL = { channel: KEY };

const isActive: Condition = (_, { body }) => isActiveChannel(body);

/** A section of the channels that are active. */
const section = (path: string, only: Condition = isActive, objects: string | readonly string[] = CHANNELS.types) =>
  at(objects, path, { labels: CHANNEL, only });

/** {@link isGatewayChannel}; many places ask it of the same status. */
const isGateway = latest(isGatewayChannel);

/**
 * The directions of a channel. A gateway has two, of which the second has sections of its own; all other channels have
 * one, without a name.
 */
const DIRECTIONS: readonly { readonly direction: string; readonly suffix: string; readonly only: Condition }[] = [
  { direction: '', suffix: '', only: (_, { body }) => isActiveChannel(body) && !isGateway(body) },
  { direction: 'ip_to_sdi', suffix: '', only: (_, { body }) => isActiveChannel(body) && isGateway(body) },
  { direction: 'sdi_to_ip', suffix: GATEWAY_SUFFIX, only: isActive },
];

/** A section of the channels that are active, in each direction. */
const inDirections = (path: string, objects: string | readonly string[] = CHANNELS.types, labels: LabelValues = {}) =>
  DIRECTIONS.map(({ direction, suffix, only }) =>
    at(objects, path + suffix, { labels: { ...CHANNEL, ...labels, direction }, only }),
  );

const FRAME_SYNC = inDirections(video.section);
const FRAME_SYNC_HD = inDirections(video.section, HD);
const FRAME_SYNC_UHD = inDirections(video.section, UHD);
const ANCILLARY = inDirections(ancillary.section);
/** A UHD channel has a section for each of its four links. */
const AUDIO = [
  ...inDirections(audio.section, HD, { link: '' }),
  ...Object.entries(audio.uhdSections).flatMap(([link, path]) => inDirections(path, UHD, { link })),
];

/** The changeover of the channels that use it, or have used it in this session. */
const CHANGEOVER_EVER = at(CHANNELS.types, changeover.section, {
  labels: CHANNEL,
  only: isActive,
  once: isChangeoverInUse,
});
const CHANGEOVER = section(changeover.section, (row, object) => isActive(row, object) && isChangeoverInUse(row));

const hasJpegXs: Condition = (_, { body }) => isActiveChannel(body) && hasJpegXsStream(body);
const JPEG_XS = section(jpegXs.section, hasJpegXs);
const JPEG_XS_ENCODER = section(jpegXsEncoder.section, hasJpegXs);

/** The same question, whose latest answer is kept. */
function latest(ask: (body: JsonObject) => boolean): (body: JsonObject) => boolean {
  let asked: JsonObject | undefined;
  let answer = false;
  return (body) => {
    if (body !== asked) answer = ask((asked = body));
    return answer;
  };
}

/** A flag of the frame synchroniser in each direction. */
const frameSync = (field: string, places = FRAME_SYNC): SampleReader[] =>
  places.map((place) => value(place, field, flag));

/** The errors of one audio group, read only while the group is present or in error. */
function audioErrors(place: Place, { group: number, present, errors }: (typeof audio.groups)[number]): SampleReader[] {
  const signs = [present, ...Object.values(errors)];
  const inTrouble = narrowed(place, (row) => isAnySet(row, signs));
  return Object.entries(errors).map(([error, field]) =>
    value(inTrouble, field, flag, { group: String(number), error }),
  );
}

/** Standard and colorimetry in one direction. */
function channelFacts({ direction, suffix, only }: (typeof DIRECTIONS)[number]): SampleReader {
  const whole = at(CHANNELS.types, '', { labels: { ...CHANNEL, direction }, only });
  return facts(whole, {
    input_standard: `${video.section}${suffix}.${video.inputStandard}`,
    output_standard: `${video.section}${suffix}.${video.outputStandard}`,
    input_colorimetry: `${color.section}${suffix}.${color.input}`,
    output_colorimetry: `${color.section}${suffix}.${color.output}`,
  });
}

/** The processing channels that are active. */
export const channels = group('channels', [
  {
    name: 'ic_snp_channel_info',
    type: 'info',
    labels: ['channel', 'direction', 'input_standard', 'output_standard', 'input_colorimetry', 'output_colorimetry'],
    help: 'Standard and colorimetry at the input and output of a channel.',
    source:
      'procChannelHD, procChannelUHD: FrameSync.FsVidInputStd, OutputVidStd; ColorCorrector2.EffectiveInColorimetry, EffectiveOutColorimetry',
    read: DIRECTIONS.map(channelFacts),
  },
  {
    name: 'ic_snp_channel_input_present',
    type: 'gauge',
    labels: ['channel', 'direction'],
    help: 'Whether a channel has an input signal.',
    source: 'FrameSync.FsVidInputPresent; of UHD channels UhdvidInputPresent',
    read: [...frameSync(video.inputPresent, FRAME_SYNC_HD), ...frameSync(video.uhdInputPresent, FRAME_SYNC_UHD)],
  },
  {
    name: 'ic_snp_channel_input_black',
    type: 'gauge',
    labels: ['channel', 'direction'],
    help: 'Whether the input of a channel is black.',
    source: 'FrameSync.InputBlack',
    read: frameSync(video.inputBlack),
  },
  {
    name: 'ic_snp_channel_input_frozen',
    type: 'gauge',
    labels: ['channel', 'direction'],
    help: 'Whether the input of a channel is frozen.',
    source: 'FrameSync.InputFrozen',
    read: frameSync(video.inputFrozen),
  },
  {
    name: 'ic_snp_channel_output_frozen',
    type: 'gauge',
    labels: ['channel', 'direction'],
    help: 'Whether the output of a channel is frozen.',
    source: 'FrameSync.FrozenStatus',
    read: frameSync(video.outputFrozen),
  },
  {
    name: 'ic_snp_channel_video_corrupted',
    type: 'gauge',
    labels: ['channel', 'direction'],
    help: 'Whether the video of a channel is corrupted.',
    source: 'FrameSync.VidCorrupted',
    read: frameSync(video.corrupted),
  },
  {
    name: 'ic_snp_channel_format_incompatible',
    type: 'gauge',
    labels: ['channel', 'direction'],
    help: 'Whether the format of the source is incompatible with a channel.',
    source: 'FrameSync.IncompatVidSrcFmt',
    read: frameSync(video.formatIncompatible),
  },
  {
    name: 'ic_snp_channel_input_link_missing',
    type: 'gauge',
    labels: ['channel', 'direction'],
    help: 'Whether a channel has no input link.',
    source: 'FrameSync.InputLinkNone',
    read: frameSync(video.inputLinkMissing),
  },
  {
    name: 'ic_snp_channel_sdi_output_on',
    type: 'gauge',
    labels: ['channel', 'direction'],
    help: 'Whether the SDI output of a channel is on.',
    source: 'FrameSync.SdiTxOn',
    read: frameSync(video.sdiOutputOn),
  },
  {
    name: 'ic_snp_channel_audio_group_present',
    type: 'gauge',
    labels: ['channel', 'link', 'direction', 'group'],
    help: 'Whether an embedded audio group is present at the input of a channel; only for groups that are, or were in this session. UHD channels have four links.',
    source: 'AudioProcessing.AudDmxGrp1Present … AudDmxGrp4Present; of UHD channels AudioUHD1 … AudioUHD4',
    read: AUDIO.flatMap((place) =>
      audio.groups.map(({ group, present }) => onceTrue(place, present, flag, { group: String(group) })),
    ),
  },
  {
    name: 'ic_snp_channel_audio_error',
    type: 'gauge',
    labels: ['channel', 'link', 'direction', 'group', 'error'],
    help: 'Whether an embedded audio group has an error; only for groups that are present or have an error.',
    source: 'AudioProcessing.AudDmxGrpN…Error, MuxGrpN…Err; of UHD channels AudioUHD1 … AudioUHD4',
    read: AUDIO.flatMap((place) => audio.groups.flatMap((group) => audioErrors(place, group))),
  },
  {
    name: 'ic_snp_channel_ancillary_present',
    type: 'gauge',
    labels: ['channel', 'direction', 'packet'],
    help: 'Whether ancillary packets of a type are present at the input of a channel; only for packets that are, or were in this session.',
    source: 'AncDataProcessing.Anc…Present',
    read: ANCILLARY.flatMap((place) =>
      Object.entries(ancillary.packets).map(([packet, field]) => onceTrue(place, field, isPacketPresent, { packet })),
    ),
  },
  {
    name: 'ic_snp_channel_changeover_program_state',
    type: 'stateset',
    labels: ['channel', 'state'],
    help: `What the program output of the automatic changeover of a channel shows: ${CHANGEOVER_PROGRAMS.join(', ')}. off only for a channel whose changeover was in use in this session.`,
    source: 'ACO.PGMStatus',
    read: states(CHANGEOVER_EVER, changeover.program, CHANGEOVER_PROGRAMS, changeoverProgram),
  },
  {
    name: 'ic_snp_channel_changeover_path',
    type: 'stateset',
    labels: ['channel', 'state'],
    help: `Active path of the automatic changeover of a channel: ${CHANGEOVER_PATHS.join(', ')}.`,
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
    help: 'Sum of the failure points that the automatic changeover of a channel gives a path; higher is worse.',
    source: 'ACO.SignalScoreMain, SignalScoreProtect',
    read: [
      value(CHANGEOVER, changeover.mainScore, number, { path: 'main' }),
      value(CHANGEOVER, changeover.protectScore, number, { path: 'protect' }),
    ],
  },
  {
    name: 'ic_snp_channel_changeover_audio_level_errors',
    type: 'gauge',
    labels: ['channel'],
    help: 'Audio channels whose level is too high or too low in the automatic changeover of a channel.',
    source: 'ACO.AudCh1 … AudCh16',
    read: derived(CHANGEOVER, countOf(changeover.audioLevels)),
  },
  {
    name: 'ic_snp_channel_changeover_ancillary_missing',
    type: 'gauge',
    labels: ['channel'],
    help: 'Ancillary packets that are missing in the automatic changeover of a channel.',
    source: 'ACO.ANC1Missing … ANC4Missing',
    read: derived(CHANGEOVER, countOf(changeover.missingAncillary)),
  },
  {
    name: 'ic_snp_channel_jpegxs_decoder_errors',
    type: 'gauge',
    labels: ['channel', 'stream'],
    help: 'Continuity errors of a JPEG XS decoder as counted by the device; only for channels with a stream.',
    source: 'JpegXsDecoder.TR07Dec…CCError',
    read: Object.entries(jpegXs.errors).map(([stream, field]) => value(JPEG_XS, field, number, { stream })),
  },
  {
    name: 'ic_snp_channel_jpegxs_standard_mismatch',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the standard of a JPEG XS stream differs from the signalled one; only for channels with a stream.',
    source: 'JpegXsDecoder.RxVidStdMismatch',
    read: value(JPEG_XS, jpegXs.standardMismatch, flag),
  },
  {
    name: 'ic_snp_channel_jpegxs_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['channel', 'direction'],
    help: 'Bit rate of the JPEG XS stream that a channel encodes or decodes; only for channels with a stream.',
    source: 'JpegXsEncoder.GeneratedBitRate, JpegXsDecoder.Bitrate',
    read: [
      value(JPEG_XS_ENCODER, jpegXsEncoder.bitRate, bytesPerSecondFromMegabits, { direction: 'encode' }),
      value(JPEG_XS, jpegXs.bitRate, bytesPerSecondFromMegabits, { direction: 'decode' }),
    ],
  },
  {
    name: 'ic_snp_channel_frame_delay_frames',
    type: 'gauge',
    unit: 'frames',
    labels: ['channel', 'direction'],
    help: 'Delay of a channel in frames.',
    source: 'FrameSync.ActualFrameDelay',
    read: FRAME_SYNC.map((place) => value(place, video.frameDelay, number)),
  },
  {
    name: 'ic_snp_channel_pixel_format_mismatch',
    type: 'gauge',
    labels: ['channel', 'direction'],
    help: 'Whether the pixel format (square division or interleave) at the input of a UHD channel is not the configured one.',
    source: 'FrameSync.UHDPixelFormatMismatch',
    read: frameSync(video.pixelFormatMismatch, FRAME_SYNC_UHD),
  },
]);
