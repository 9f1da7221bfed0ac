import type { Changeover, Channel } from '../../../core/api/models';
import { changeoverDetails, changeoverErrors, changeoverText, isOffMain } from './changeover';

const FINE: Changeover = {
  program_state: 'main',
  path: 'a',
  armed: true,
  main_score: 0,
  protect_score: 0,
  audio_level_errors: 0,
  missing_audio: 0,
  missing_ancillary: 0,
};
const channelOf = (different: Partial<Changeover> | null) =>
  ({ changeover: different === null ? null : { ...FINE, ...different } }) as Channel;

describe('the changeover of a channel', () => {
  it.each<[Partial<Changeover> | null, string, boolean]>([
    [null, '–', false],
    [{}, 'On main, armed', false],
    [{ program_state: 'protect', armed: false }, 'On protect, not armed', true],
    [{ program_state: 'pass_main', armed: null }, 'Pass main', false],
    [{ program_state: 'pass_protect', armed: null }, 'Pass protect', true],
    [{ program_state: 'tsg', armed: null }, 'Test signal', true],
    [{ program_state: 'freeze' }, 'Freeze, armed', true],
    [{ program_state: 'black' }, 'Black, armed', true],
    [{ program_state: null, path: 'b' }, 'B, armed', false],
    [{ program_state: null, path: null, armed: null }, '–', false],
  ])('%j is shown as %j', (changeover, text, isOff) => {
    expect(changeoverText(channelOf(changeover))).toBe(text);
    expect(isOffMain(channelOf(changeover))).toBe(isOff);
  });

  it('has failure points and errors', () => {
    const channel = channelOf({ protect_score: 3, audio_level_errors: 2, missing_ancillary: 1 });
    expect(changeoverErrors(channel)).toBe('Audio level: 2 · Ancillary missing: 1');
    expect(changeoverDetails(channel)).toBe(
      'Path A · Failure points: main 0, protect 3 · Audio level: 2 · Ancillary missing: 1',
    );
    expect(changeoverErrors(channelOf(null))).toBe('');
  });
});
