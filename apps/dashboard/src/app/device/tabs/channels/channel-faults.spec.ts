import type { Channel } from '../../../core/api/models';
import { audioFaults, audioText, channelFaults } from './channel-faults';

const channelOf = (fields: object): Channel => ({ audio_groups: [], ...fields }) as unknown as Channel;

describe('a channel', () => {
  it('says what is wrong with its picture, the worst first', () => {
    const channel = channelOf({ input_black: true, video_corrupted: true, input_frozen: null, output_frozen: false });
    expect(channelFaults(channel)).toEqual(['Video corrupted', 'Input black']);
  });

  it('shows the audio groups that are there or in error', () => {
    const audio_groups = [
      { group: 1, present: true, errors: [] },
      { group: 2, present: true, errors: ['crc', 'dbn'] },
      { group: 3, present: false, errors: [] },
      { group: 4, present: false, errors: ['crc'] },
    ];
    expect(audioText(channelOf({ audio_groups }))).toBe('1 2! 4!');
    expect(audioFaults(channelOf({ audio_groups }))).toBe('Group 2: crc, dbn; Group 4: crc');
    expect(audioText(channelOf({}))).toBe('–');
  });
});
