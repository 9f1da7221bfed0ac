import type { Channel } from '../../../core/api/models';
import { groupBy } from '../../../core/group-by';
import { isOffMain } from './changeover';

interface ChannelFault {
  readonly isThere: (channel: Channel) => boolean | null;
  readonly word: string;
}

const FAULTS: readonly ChannelFault[] = [
  { isThere: ({ video_corrupted }) => video_corrupted, word: $localize`Video corrupted` },
  { isThere: ({ format_incompatible }) => format_incompatible, word: $localize`Incompatible format` },
  { isThere: ({ pixel_format_mismatch }) => pixel_format_mismatch, word: $localize`Pixel format mismatch` },
  { isThere: ({ jpeg_xs }) => jpeg_xs?.standard_mismatch ?? null, word: $localize`JPEG XS standard mismatch` },
  { isThere: ({ input_link_missing }) => input_link_missing, word: $localize`No link` },
  { isThere: ({ input_frozen }) => input_frozen, word: $localize`Input frozen` },
  { isThere: ({ output_frozen }) => output_frozen, word: $localize`Output frozen` },
  { isThere: ({ input_black }) => input_black, word: $localize`Input black` },
];

/** The faults of a channel's picture, worst first. */
export function channelFaults(channel: Channel): readonly string[] {
  return FAULTS.filter(({ isThere }) => isThere(channel) === true).map(({ word }) => word);
}

/** How much is wrong with a channel: its picture, its audio groups, and its changeover when it is not on the main signal. */
export function channelTroubles(channel: Channel): number {
  const groups = channel.audio_groups.filter(({ errors }) => errors.length > 0).length;
  return channelFaults(channel).length + groups + Number(isOffMain(channel));
}

/**
 * The audio groups of a channel: the numbers of those present, `!` after one with errors; of a UHD channel by link,
 * links that are alike together: `L1+2: 1 2 · L3: 1!`.
 */
export function audioText({ audio_groups }: Channel): string {
  const groups = audio_groups.filter(({ present, errors }) => present || errors.length > 0);
  const links = [...groupBy(groups, ({ link }) => link)].map(([link, ofLink]) => ({
    link,
    numbers: ofLink.map(({ group, errors }) => `${group}${errors.length > 0 ? '!' : ''}`).join(' '),
  }));
  const alike = [...groupBy(links, ({ numbers }) => numbers)].map(([numbers, same]) =>
    same[0].link === null ? numbers : `L${same.map(({ link }) => link).join('+')}: ${numbers}`,
  );
  return alike.join(' · ') || '–';
}

/** The audio errors of a channel. */
export function audioFaults({ audio_groups }: Channel): string {
  return audio_groups
    .filter(({ errors }) => errors.length > 0)
    .map(({ link, group, errors }) => {
      const name =
        link === null ? $localize`Group ${group}:group:` : $localize`Link ${link}:link: group ${group}:group:`;
      return `${name}: ${errors.join(', ')}`;
    })
    .join('; ');
}
