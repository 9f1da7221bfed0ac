import {
  changeoverPath,
  CHANNELS,
  isActiveChannel,
  isObject,
  isPacketPresent,
  number,
  unlessFlag,
  type JsonObject,
} from '@snp/protocol';
import type { AudioGroupDto, ChangeoverDto, ChannelDto } from '../dto/status/media.dto';
import { flagOrNull, objectAt, orNull, words, yesNo } from './values';

const { video, color, audio, ancillary, changeover } = CHANNELS;

/** A processing channel, of an object `procChannelHD` or `procChannelUHD`; none for one that is not in use. */
export function readChannel(channel: string, body: JsonObject): ChannelDto | undefined {
  if (!isActiveChannel(body)) return undefined;
  const frames = objectAt(body, video.section);
  const colors = objectAt(body, color.section);
  const embedded = body[audio.section];
  const aco = body[changeover.section];
  return {
    channel,
    input_standard: words(frames[video.inputStandard]),
    output_standard: words(frames[video.outputStandard]),
    input_colorimetry: words(colors[color.input]),
    output_colorimetry: words(colors[color.output]),
    input_present: flagOrNull(frames[video.inputPresent]),
    input_black: flagOrNull(frames[video.inputBlack]),
    input_frozen: flagOrNull(frames[video.inputFrozen]),
    output_frozen: flagOrNull(frames[video.outputFrozen]),
    video_corrupted: flagOrNull(frames[video.corrupted]),
    format_incompatible: flagOrNull(frames[video.formatIncompatible]),
    input_link_missing: flagOrNull(frames[video.inputLinkMissing]),
    sdi_output_on: flagOrNull(frames[video.sdiOutputOn]),
    audio_groups: isObject(embedded) ? readAudioGroups(embedded) : [],
    ancillary: readPackets(objectAt(body, ancillary.section)),
    changeover: isObject(aco) ? readChangeover(aco) : null,
  };
}

function readAudioGroups(embedded: JsonObject): AudioGroupDto[] {
  return audio.groups.map(({ group, present, errors }) => ({
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
  return {
    path: orNull(changeoverPath(aco[changeover.path])),
    armed: yesNo(unlessFlag(aco[changeover.notArmed])),
    main_score: orNull(number(aco[changeover.mainScore])),
    protect_score: orNull(number(aco[changeover.protectScore])),
    missing_audio: countSet(aco, changeover.audioLevels),
    missing_ancillary: countSet(aco, changeover.missingAncillary),
  };
}

function countSet(aco: JsonObject, fields: readonly string[]): number {
  return fields.filter((field) => aco[field] === true).length;
}
