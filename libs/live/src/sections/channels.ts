import { isObject, number, slug, type JsonObject } from '@snp/protocol';
import type { AudioGroupDto, ChangeoverDto, ChannelDto } from '../dto/status/media.dto';
import { flagOrNull, objectAt, orNull, words } from './fields';

const NOT_THERE = 'Not Present';

/** The ancillary packets and their fields in `AncDataProcessing`. */
const ANCILLARY: readonly (readonly [name: string, field: string])[] = [
  ['atc', 'AncAtcPresent'],
  ['afd', 'AncAfdPresent'],
  ['cc', 'AncCcTtPresent'],
  ['scte104', 'AncScte104Present'],
  ['st2031', 'AncSt2031Present'],
  ['rdd18', 'AncRDD18Present'],
  ['edc', 'AncEdcPresent'],
  ['wss', 'AncWssPresent'],
  ['source_id', 'AncSourceIdPresent'],
  ['brand_net', 'AncBrandNetPresent'],
];

/** The errors of an audio group and their fields in `AudioProcessing`. */
const AUDIO_ERRORS: readonly (readonly [name: string, field: (group: number) => string])[] = [
  ['crc', (group) => `AudDmxGrp${group}CrcError`],
  ['ecc', (group) => `AudDmxGrp${group}EccError`],
  ['dbn', (group) => `AudDmxGrp${group}DBNError`],
  ['parity', (group) => `AudDmxGrp${group}ParError`],
  ['append', (group) => `MuxGrp${group}AppendErr`],
  ['overwrite', (group) => `MuxGrp${group}OvrwErr`],
];

/** A processing channel, of an object `procChannelHD` or `procChannelUHD`; none for one that is not in use. */
export function readChannel(channel: string, body: JsonObject): ChannelDto | undefined {
  if (body.active !== true) return undefined;
  const video = objectAt(body, 'FrameSync');
  const color = objectAt(body, 'ColorCorrector2');
  return {
    channel,
    input_standard: words(video.FsVidInputStd),
    output_standard: words(video.OutputVidStd),
    input_colorimetry: words(color.EffectiveInColorimetry),
    output_colorimetry: words(color.EffectiveOutColorimetry),
    input_present: flagOrNull(video.FsVidInputPresent),
    input_black: flagOrNull(video.InputBlack),
    input_frozen: flagOrNull(video.InputFrozen),
    output_frozen: flagOrNull(video.FrozenStatus),
    video_corrupted: flagOrNull(video.VidCorrupted),
    format_incompatible: flagOrNull(video.IncompatVidSrcFmt),
    input_link_missing: flagOrNull(video.InputLinkNone),
    sdi_output_on: flagOrNull(video.SdiTxOn),
    audio_groups: isObject(body.AudioProcessing) ? audioGroups(body.AudioProcessing) : [],
    ancillary: ancillary(objectAt(body, 'AncDataProcessing')),
    changeover: isObject(body.ACO) ? changeover(body.ACO) : null,
  };
}

function audioGroups(audio: JsonObject): AudioGroupDto[] {
  return [1, 2, 3, 4].map((group) => ({
    group,
    present: flagOrNull(audio[`AudDmxGrp${group}Present`]),
    errors: AUDIO_ERRORS.filter(([, field]) => audio[field(group)] === true).map(([name]) => name),
  }));
}

function ancillary(packets: JsonObject): string[] {
  return ANCILLARY.filter(([, field]) => {
    const said = packets[field];
    return typeof said === 'string' && said.trim() !== '' && said.trim() !== NOT_THERE;
  }).map(([name]) => name);
}

function changeover(aco: JsonObject): ChangeoverDto {
  return {
    path: path(aco.ABStatus),
    armed: typeof aco.ACONotArmed === 'boolean' ? !aco.ACONotArmed : null,
    main_score: orNull(number(aco.SignalScoreMain)),
    protect_score: orNull(number(aco.SignalScoreProtect)),
    missing_audio: setFlags(aco, /^AudCh\d+$/),
    missing_ancillary: setFlags(aco, /^ANC\d+Missing$/),
  };
}

function path(raw: unknown): ChangeoverDto['path'] {
  const said = words(raw);
  if (said === null) return null;
  const word = slug(said);
  return word === 'a' || word === 'b' ? word : 'other';
}

function setFlags(aco: JsonObject, pattern: RegExp): number {
  return Object.keys(aco).filter((key) => aco[key] === true && pattern.test(key)).length;
}
