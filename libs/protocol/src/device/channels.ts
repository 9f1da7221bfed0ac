import type { JsonObject } from '../values/record';
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
    inputBlack: 'InputBlack',
    inputFrozen: 'InputFrozen',
    outputFrozen: 'FrozenStatus',
    corrupted: 'VidCorrupted',
    formatIncompatible: 'IncompatVidSrcFmt',
    inputLinkMissing: 'InputLinkNone',
    sdiOutputOn: 'SdiTxOn',
  },
  color: {
    section: 'ColorCorrector2',
    input: 'EffectiveInColorimetry',
    output: 'EffectiveOutColorimetry',
  },
  audio: {
    section: 'AudioProcessing',
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
    path: 'ABStatus',
    notArmed: 'ACONotArmed',
    mainScore: 'SignalScoreMain',
    protectScore: 'SignalScoreProtect',
    missingAudio: Array.from({ length: 16 }, (_, at) => `AudCh${at + 1}`),
    missingAncillary: [1, 2, 3, 4].map((n) => `ANC${n}Missing`),
  },
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

/** The paths of the automatic changeover. */
export const CHANGEOVER_PATHS = ['a', 'b', 'other'] as const;
export type ChangeoverPath = (typeof CHANGEOVER_PATHS)[number];

export const changeoverPath: (raw: unknown) => ChangeoverPath | undefined = stateWords({ A: 'a', B: 'b' });
