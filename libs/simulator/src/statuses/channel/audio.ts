import type { Channel } from '../../model/signals';
import type { Body } from '../generator';
import { hasPicture } from './picture';

const GROUPS = [1, 2, 3, 4];
const GROUP_ERRORS = ['CrcError', 'EccError', 'DBNError', 'ParError'];

/** What the audio channels carry: a letter each, in groups of four. */
export function audioFormat({ hasAudio }: Channel): Body {
  const letters = (letter: string): string => Array(4).fill(letter.repeat(4)).join(' ');
  return { AudVbitStatus: letters(hasAudio ? 'V' : '='), AudFormatStatus: letters(hasAudio ? 'D' : 'P') };
}

/** The groups that came embedded, and how they were put into the output. */
export function audioGroups(channel: Channel): Body {
  const output = GROUPS.flatMap((group) => [
    [`MuxGrp${group}AppendErr`, false],
    [`MuxGrp${group}OvrwErr`, false],
  ]);
  return { ...embeddedAudio(channel), ...(Object.fromEntries(output) as Body) };
}

/** The groups that came embedded. */
export function embeddedAudio(channel: Channel): Body {
  const isPresent = channel.hasAudio && hasPicture(channel);
  const groups: Body = {};
  for (const group of GROUPS) {
    const isCarried = isPresent && group <= (channel.position % 2 === 0 ? 4 : 2);
    groups[`AudDmxGrp${group}Present`] = isCarried;
    groups[`AudDmxGrp${group}ActiveCh`] = isCarried ? 'CH1234' : 'None';
    groups[`AudDmxGrp${group}SampleRate`] = isCarried ? '48kHz' : 'N/A';
    for (const error of GROUP_ERRORS) groups[`AudDmxGrp${group}${error}`] = false;
  }
  return groups;
}
