import type { Channel } from '../../../core/api/models';

interface ChannelFault {
  readonly isThere: (channel: Channel) => boolean | null;
  readonly word: string;
}

const FAULTS: readonly ChannelFault[] = [
  { isThere: ({ video_corrupted }) => video_corrupted, word: $localize`Video corrupted` },
  { isThere: ({ format_incompatible }) => format_incompatible, word: $localize`Incompatible format` },
  { isThere: ({ input_link_missing }) => input_link_missing, word: $localize`No link` },
  { isThere: ({ input_frozen }) => input_frozen, word: $localize`Input frozen` },
  { isThere: ({ output_frozen }) => output_frozen, word: $localize`Output frozen` },
  { isThere: ({ input_black }) => input_black, word: $localize`Input black` },
];

/** The faults of a channel's picture, worst first. */
export function channelFaults(channel: Channel): readonly string[] {
  return FAULTS.filter(({ isThere }) => isThere(channel) === true).map(({ word }) => word);
}

/** The audio groups of a channel: the numbers of those present, `!` after one with errors. */
export function audioText({ audio_groups }: Channel): string {
  const groups = audio_groups.filter(({ present, errors }) => present || errors.length > 0);
  return groups.map(({ group, errors }) => `${group}${errors.length > 0 ? '!' : ''}`).join(' ') || '–';
}

/** The audio errors of a channel. */
export function audioFaults({ audio_groups }: Channel): string {
  return audio_groups
    .filter(({ errors }) => errors.length > 0)
    .map(({ group, errors }) => $localize`Group ${group}:group:: ${errors.join(', ')}:errors:`)
    .join('; ');
}
