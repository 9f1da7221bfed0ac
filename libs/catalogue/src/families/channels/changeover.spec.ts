import { of } from '../../testing/channel-series';
import { PretendDevice, seriesOf } from '../../testing/pretend-device';

describe('the changeover of a channel', () => {
  const program = (state: string | undefined) => ({
    ...{ type: 'procChannelHD', object_ID: 'A-HD-1', active: true },
    ACO: { PGMStatus: state, ABStatus: 'A', ACONotArmed: false, AudCh1: true, ANC1Missing: false, SignalScoreMain: 5 },
  });
  const states = ['main', 'protect', 'tsg', 'freeze', 'pass_main', 'pass_protect', 'black', 'off', 'other'];
  const programStates = (one: string) =>
    Object.fromEntries(states.map((state) => [`changeover_program_state{state="${state}"}`, Number(state === one)]));
  const others = {
    'changeover_path{state="a"}': 1,
    'changeover_path{state="b"}': 0,
    'changeover_path{state="other"}': 0,
    changeover_armed: 1,
    'changeover_signal_score{path="main"}': 5,
    changeover_audio_level_errors: 1,
    changeover_ancillary_missing: 0,
  };

  it.each<[word: string | undefined, expected: Record<string, number>]>([
    ['MAIN', { ...programStates('main'), ...others }],
    ['PROTECT', { ...programStates('protect'), ...others }],
    ['TSG', { ...programStates('tsg'), ...others }],
    ['Freeze', { ...programStates('freeze'), ...others }],
    ['Pass MAIN', { ...programStates('pass_main'), ...others }],
    ['Pass PROTECT', { ...programStates('pass_protect'), ...others }],
    ['Black', { ...programStates('black'), ...others }],
    ['Something new', { ...programStates('other'), ...others }],
    ['OFF', {}],
    [undefined, others],
  ])('with the program %j has its series', (word, expected) => {
    expect(seriesOf('channels', program(word))).toEqual(of(expected));
  });

  it('that is switched off says so, and nothing more, until the session ends', () => {
    const device = new PretendDevice(['channels']).says(program('MAIN'), program('OFF'));
    expect(device.series).toEqual(of(programStates('off')));
    device.device.lose();
    expect(device.says(program('OFF')).series).toEqual({});
  });
});
