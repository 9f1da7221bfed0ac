import { isObject, type JsonObject } from '../values/record';
import { number } from '../values/decimal';
import { isPlaceholder } from '../values/text';
import { stateWords } from './state-words';

/** The errors of the embedded audio group `n`, by our names. */
const audioErrors = (n: number) =>
  ({
    crc: `AudDmxGrp${n}CrcError`,
    ecc: `AudDmxGrp${n}EccError`,
    dbn: `AudDmxGrp${n}DBNError`,
    parity: `AudDmxGrp${n}ParError`,
    append: `MuxGrp${n}AppendErr`,
    overwrite: `MuxGrp${n}OvrwErr`,
  }) as const;

/** What the objects `procChannelHD` and `procChannelUHD` say, by our names: the fields of each section. */
export const CHANNELS = {
  types: ['procChannelHD', 'procChannelUHD'],
  active: 'active',
  video: {
    section: 'FrameSync',
    inputStandard: 'FsVidInputStd',
    outputStandard: 'OutputVidStd',
    inputPresent: 'FsVidInputPresent',
    uhdInputPresent: 'UhdvidInputPresent',
    inputBlack: 'InputBlack',
    inputFrozen: 'InputFrozen',
    outputFrozen: 'FrozenStatus',
    corrupted: 'VidCorrupted',
    formatIncompatible: 'IncompatVidSrcFmt',
    inputLinkMissing: 'InputLinkNone',
    sdiOutputOn: 'SdiTxOn',
    frameDelay: 'ActualFrameDelay',
    pixelFormatMismatch: 'UHDPixelFormatMismatch',
  },
  color: {
    section: 'ColorCorrector2',
    input: 'EffectiveInColorimetry',
    output: 'EffectiveOutColorimetry',
  },
  audio: {
    section: 'AudioProcessing',
    /** A UHD channel has one section for each of its links in place of the one above. */
    uhdSections: { '1': 'AudioUHD1', '2': 'AudioUHD2', '3': 'AudioUHD3', '4': 'AudioUHD4' },
    groups: [1, 2, 3, 4].map((group) => ({ group, present: `AudDmxGrp${group}Present`, errors: audioErrors(group) })),
  },
  ancillary: {
    section: 'AncDataProcessing',
    packets: {
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
    },
  },
  changeover: {
    section: 'ACO',
    program: 'PGMStatus',
    path: 'ABStatus',
    notArmed: 'ACONotArmed',
    mainScore: 'SignalScoreMain',
    protectScore: 'SignalScoreProtect',
    /** Whether the level of an audio channel is too high or too low. */
    audioLevels: Array.from({ length: 16 }, (_, at) => `AudCh${at + 1}`),
    missingAncillary: [1, 2, 3, 4].map((n) => `ANC${n}Missing`),
  },
  jpegXsEncoder: { section: 'JpegXsEncoder', bitRate: 'GeneratedBitRate', transportBitRate: 'TSBitRate' },
  jpegXs: {
    section: 'JpegXsDecoder',
    transportBitRate: 'TSBitRate',
    bitRate: 'Bitrate',
    standard: 'VideoStandard',
    demuxStatus: 'TR07DemuxStatus',
    standardMismatch: 'RxVidStdMismatch',
    /** Continuity count errors of the elementary streams of a TR-07 transport stream. */
    errors: {
      pat: 'TR07DecPatCCError',
      pmt: 'TR07DecPmtCCError',
      jxs: 'TR07DecJxsCCError',
      aes3_1: 'TR07DecAes3_1CCError',
      aes3_2: 'TR07DecAes3_2CCError',
      anc: 'TR07DecAncCCError',
    },
  },
} as const;

/** The directions of a gateway; all other channels have one, without a name. */
export const CHANNEL_DIRECTIONS = ['ip_to_sdi', 'sdi_to_ip'] as const;
export type ChannelDirection = (typeof CHANNEL_DIRECTIONS)[number];

/** The sections of the direction SDI to IP have this at the end of their names. */
export const GATEWAY_SUFFIX = 'GwSdi';

const { video, color, ancillary, audio } = CHANNELS;
const WHOLE_GATEWAY_SECTIONS = [video, color, ancillary].map(({ section }) => section + GATEWAY_SUFFIX);
const AUDIO_GATEWAY_SECTIONS = [audio.section, ...Object.values(audio.uhdSections)].map(
  (section) => section + GATEWAY_SUFFIX,
);
const AUDIO_GROUP = audio.groups[0].present;

/** Whether a channel works in both directions. Other channels have the sections too, but empty or nearly so. */
export function isGatewayChannel(body: JsonObject): boolean {
  for (const section of WHOLE_GATEWAY_SECTIONS) if (hasFields(body[section])) return true;
  for (const section of AUDIO_GATEWAY_SECTIONS) {
    const groups = body[section];
    if (isObject(groups) && groups[AUDIO_GROUP] !== undefined) return true;
  }
  return false;
}

function hasFields(section: unknown): boolean {
  if (!isObject(section)) return false;
  for (const _ in section) return true;
  return false;
}

/** Whether a channel is in use. */
export const isActiveChannel = (body: JsonObject): boolean => body[CHANNELS.active] === true;

/** Ancillary packets: `Not Present`, or where they are: `Line 10, Line 572`. */
export function isPacketPresent(raw: unknown): number | undefined {
  if (raw === 'Not Present') return 0;
  if (typeof raw !== 'string') return undefined;
  const word = raw.trim();
  if (word.toLowerCase() === 'not present') return 0;
  return isPlaceholder(word) ? undefined : 1;
}

/** What the program output of the automatic changeover shows; `off`: the changeover is not in use. */
export const CHANGEOVER_PROGRAMS = [
  'main',
  'protect',
  'tsg',
  'freeze',
  'pass_main',
  'pass_protect',
  'black',
  'off',
  'other',
] as const;
export type ChangeoverProgram = (typeof CHANGEOVER_PROGRAMS)[number];

export const changeoverProgram: (raw: unknown) => ChangeoverProgram | undefined = stateWords({
  MAIN: 'main',
  PROTECT: 'protect',
  TSG: 'tsg',
  Freeze: 'freeze',
  'Pass MAIN': 'pass_main',
  'Pass PROTECT': 'pass_protect',
  Black: 'black',
  OFF: 'off',
});

/** Whether a channel uses its automatic changeover; if not, the rest of its section means nothing. */
export const isChangeoverInUse = (section: JsonObject): boolean =>
  changeoverProgram(section[CHANNELS.changeover.program]) !== 'off';

/** The paths of the automatic changeover. */
export const CHANGEOVER_PATHS = ['a', 'b', 'other'] as const;
export type ChangeoverPath = (typeof CHANGEOVER_PATHS)[number];

export const changeoverPath: (raw: unknown) => ChangeoverPath | undefined = stateWords({ A: 'a', B: 'b' });

/** Whether a channel encodes or decodes a JPEG XS stream. */
export function hasJpegXsStream(body: JsonObject): boolean {
  const { [CHANNELS.jpegXs.section]: decoder, [CHANNELS.jpegXsEncoder.section]: encoder } = body;
  return (isObject(decoder) && comesIn(decoder)) || (isObject(encoder) && hasBitRate(encoder, CHANNELS.jpegXsEncoder));
}

/** Something of the decoder has a size, a standard or a state other than "no stream". */
function comesIn(decoder: JsonObject): boolean {
  if (hasBitRate(decoder, CHANNELS.jpegXs)) return true;
  const demux = decoder[CHANNELS.jpegXs.demuxStatus];
  return says(decoder[CHANNELS.jpegXs.standard]) || (demux !== NO_STREAM && says(demux) && !isNoStream(demux));
}

type BitRates = Readonly<Record<'bitRate' | 'transportBitRate', string>>;
const hasBitRate = (row: JsonObject, { bitRate, transportBitRate }: BitRates): boolean =>
  isAboveZero(row[bitRate]) || isAboveZero(row[transportBitRate]);

/** As the device writes it. */
const NO_STREAM = 'No Input Stream ';
const isNoStream = (raw: unknown): boolean => /^\s*no input/i.test(String(raw));
const isAboveZero = (raw: unknown): boolean => (number(raw) ?? 0) > 0;
const says = (raw: unknown): boolean => typeof raw === 'string' && raw !== 'Unknown' && !isPlaceholder(raw.trim());
