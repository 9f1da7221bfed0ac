import type { Expectation } from '../../reading/expectation';
import type { Seen } from '../../reading/seen';
import { countTrue, flag, number, word, type Raw } from '../../reading/values';

const PROGRAM_STATES: Readonly<Record<string, string>> = {
  MAIN: 'main',
  PROTECT: 'protect',
  TSG: 'tsg',
  Freeze: 'freeze',
  'Pass MAIN': 'pass_main',
  'Pass PROTECT': 'pass_protect',
  Black: 'black',
  OFF: 'off',
};
const PATHS: Readonly<Record<string, string>> = { A: 'a', B: 'b' };

/** `ACO`: while the program state is `OFF`, the rest means nothing; one that cannot be read costs its own series only. */
export function readChangeover(aco: Raw, channel: string, seen: Seen, out: Expectation): void {
  const program = word(aco['PGMStatus']);
  const isOff = program === 'OFF';
  if (seen.since('changeover', program !== undefined && !isOff) && program !== undefined) {
    const state = PROGRAM_STATES[program] ?? 'other';
    out.states('ic_snp_channel_changeover_program_state', { channel }, Object.values(PROGRAM_STATES), state);
  }
  if (!isOff) readUsed(aco, channel, out);
}

function readUsed(aco: Raw, channel: string, out: Expectation): void {
  const path = word(aco['ABStatus']);
  const state = path === undefined ? undefined : (PATHS[path] ?? 'other');
  out.states('ic_snp_channel_changeover_path', { channel }, Object.values(PATHS), state);
  const notArmed = flag(aco['ACONotArmed']);
  if (notArmed !== undefined) out.add('ic_snp_channel_changeover_armed', { channel }, 1 - notArmed);
  const score = 'ic_snp_channel_changeover_signal_score';
  out.add(score, { channel, path: 'main' }, number(aco['SignalScoreMain']));
  out.add(score, { channel, path: 'protect' }, number(aco['SignalScoreProtect']));
  const levels = Array.from({ length: 16 }, (_, index) => aco[`AudCh${index + 1}`]);
  out.add('ic_snp_channel_changeover_audio_level_errors', { channel }, countTrue(levels));
  const missing = [1, 2, 3, 4].map((packet) => aco[`ANC${packet}Missing`]);
  out.add('ic_snp_channel_changeover_ancillary_missing', { channel }, countTrue(missing));
}
