import {
  CHANGEOVER_PATHS,
  CHANGEOVER_PROGRAMS,
  changeoverPath,
  changeoverProgram,
  CHANNELS,
  isChangeoverInUse,
  number,
  unlessFlag,
} from '@snp/protocol';
import { countOf } from '../../table/counts';
import type { Row } from '../../table/family';
import { at } from '../../table/place';
import { derived, states, value } from '../../table/readers';
import { activeSection, CHANNEL, isActive } from './active';

const { changeover } = CHANNELS;

/** The changeover of the channels that use it … */
const CHANGEOVER = activeSection(changeover.section, isChangeoverInUse);
/** … or have used it in this session. */
const CHANGEOVER_EVER = at(CHANNELS.types, changeover.section, {
  labels: CHANNEL,
  only: isActive,
  once: isChangeoverInUse,
});

/** The automatic changeover between two inputs of a channel. */
export const CHANGEOVER_ROWS: readonly Row[] = [
  {
    name: 'ic_snp_channel_changeover_program_state',
    type: 'stateset',
    labels: ['channel', 'state'],
    help: `What the program output of the automatic changeover of a channel shows: ${CHANGEOVER_PROGRAMS.join(', ')}. off is reported only if the changeover was in use in this session.`,
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
];
