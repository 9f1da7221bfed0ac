import {
  bytesPerSecondFromMegabits,
  changeoverPath,
  changeoverProgram,
  CHANNELS,
  GATEWAY_SUFFIX,
  hasJpegXsStream,
  isActiveChannel,
  isChangeoverInUse,
  isGatewayChannel,
  isObject,
  isPacketPresent,
  number,
  unlessFlag,
  type ChannelNames,
  type JsonObject,
} from '@snp/protocol';
import type { AudioGroupDto, ChangeoverDto, ChannelDto, JpegXsDto } from '../dto/status/channels.dto';
import { flagOrNull, objectAt, orNull, total, words, yesNo } from './values';

const [, UHD] = CHANNELS.types;
const { video, color, audio, ancillary, changeover, jpegXs, jpegXsEncoder } = CHANNELS;

/**
 * A processing channel, of an object `procChannelHD` or `procChannelUHD`: one row, of a gateway one for each direction;
 * none for a channel that is not in use.
 */
export function readChannels(channel: string, body: JsonObject, type: string, names: ChannelNames): ChannelDto[] {
  if (!isActiveChannel(body)) return [];
  const read = (direction: ChannelDto['direction'], suffix: string, whole: OfWholeChannel): ChannelDto => ({
    channel,
    direction,
    program_name: orNull(names.program(channel, direction)),
    ...readDirection(body, suffix, type === UHD),
    ...whole,
  });
  const aco = body[changeover.section];
  const whole = {
    changeover: isObject(aco) && isChangeoverInUse(aco) ? readChangeover(aco) : null,
    jpeg_xs: readJpegXs(body),
  };
  if (!isGatewayChannel(body)) return [read(null, '', whole)];
  return [read('ip_to_sdi', '', whole), read('sdi_to_ip', GATEWAY_SUFFIX, { changeover: null, jpeg_xs: null })];
}

/** What a channel has once, whatever its directions. */
type OfWholeChannel = Pick<ChannelDto, 'changeover' | 'jpeg_xs'>;

/** @param suffix at the end of the names of the sections of this direction */
function readDirection(
  body: JsonObject,
  suffix: string,
  isUhd: boolean,
): Omit<ChannelDto, 'channel' | 'direction' | 'program_name' | keyof OfWholeChannel> {
  const frames = objectAt(body, video.section + suffix);
  const colors = objectAt(body, color.section + suffix);
  return {
    input_standard: words(frames[video.inputStandard]),
    output_standard: words(frames[video.outputStandard]),
    input_colorimetry: words(colors[color.input]),
    output_colorimetry: words(colors[color.output]),
    input_present: flagOrNull(frames[isUhd ? video.uhdInputPresent : video.inputPresent]),
    input_black: flagOrNull(frames[video.inputBlack]),
    input_frozen: flagOrNull(frames[video.inputFrozen]),
    output_frozen: flagOrNull(frames[video.outputFrozen]),
    video_corrupted: flagOrNull(frames[video.corrupted]),
    format_incompatible: flagOrNull(frames[video.formatIncompatible]),
    input_link_missing: flagOrNull(frames[video.inputLinkMissing]),
    sdi_output_on: flagOrNull(frames[video.sdiOutputOn]),
    pixel_format_mismatch: flagOrNull(frames[video.pixelFormatMismatch]),
    frame_delay_frames: orNull(number(frames[video.frameDelay])),
    audio_groups: readAudio(body, suffix, isUhd),
    ancillary: readPackets(objectAt(body, ancillary.section + suffix)),
  };
}

/** The groups of a channel; of a UHD channel those of each link. */
function readAudio(body: JsonObject, suffix: string, isUhd: boolean): AudioGroupDto[] {
  const embedded = body[audio.section + suffix];
  if (!isUhd) return isObject(embedded) ? readAudioGroups(null, embedded) : [];
  return Object.entries(audio.uhdSections).flatMap(([link, section]) => {
    const ofLink = body[section + suffix];
    return isObject(ofLink) ? readAudioGroups(Number(link), ofLink) : [];
  });
}

function readAudioGroups(link: number | null, embedded: JsonObject): AudioGroupDto[] {
  return audio.groups.map(({ group, present, errors }) => ({
    link,
    group,
    present: flagOrNull(embedded[present]),
    errors: keysWhere(errors, (field) => embedded[field] === true),
  }));
}

function readPackets(packets: JsonObject): string[] {
  return keysWhere(ancillary.packets, (field) => isPacketPresent(packets[field]) === 1);
}

function keysWhere(fields: Readonly<Record<string, string>>, holds: (field: string) => boolean): string[] {
  return Object.keys(fields).filter((name) => holds(fields[name]));
}

function readChangeover(aco: JsonObject): ChangeoverDto {
  const audioLevelErrors = countSet(aco, changeover.audioLevels);
  return {
    program_state: orNull(changeoverProgram(aco[changeover.program])),
    path: orNull(changeoverPath(aco[changeover.path])),
    armed: yesNo(unlessFlag(aco[changeover.notArmed])),
    main_score: orNull(number(aco[changeover.mainScore])),
    protect_score: orNull(number(aco[changeover.protectScore])),
    audio_level_errors: audioLevelErrors,
    missing_audio: audioLevelErrors,
    missing_ancillary: countSet(aco, changeover.missingAncillary),
  };
}

function countSet(aco: JsonObject, fields: readonly string[]): number {
  return fields.filter((field) => aco[field] === true).length;
}

function readJpegXs(body: JsonObject): JpegXsDto | null {
  if (!hasJpegXsStream(body)) return null;
  const encoder = objectAt(body, jpegXsEncoder.section);
  const decoder = objectAt(body, jpegXs.section);
  return {
    encode_bytes_per_second: orNull(bytesPerSecondFromMegabits(encoder[jpegXsEncoder.bitRate])),
    decode_bytes_per_second: orNull(bytesPerSecondFromMegabits(decoder[jpegXs.bitRate])),
    standard_mismatch: flagOrNull(decoder[jpegXs.standardMismatch]),
    decoder_errors: total(decoder, Object.values(jpegXs.errors)),
  };
}
