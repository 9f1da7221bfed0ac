import type { Channel } from '../../../core/api/models';
import { audioFaults, audioText, channelFaults, channelTroubles } from './channel-faults';

const channelOf = (fields: object): Channel => ({ audio_groups: [], ...fields }) as unknown as Channel;

describe('a channel', () => {
  it('says what is wrong with its picture, the worst first', () => {
    const channel = channelOf({ input_black: true, video_corrupted: true, input_frozen: null, output_frozen: false });
    expect(channelFaults(channel)).toEqual(['Video corrupted', 'Input black']);
  });

  it('shows the audio groups that are there or in error', () => {
    const audio_groups = [
      { link: null, group: 1, present: true, errors: [] },
      { link: null, group: 2, present: true, errors: ['crc', 'dbn'] },
      { link: null, group: 3, present: false, errors: [] },
      { link: null, group: 4, present: false, errors: ['crc'] },
    ];
    expect(audioText(channelOf({ audio_groups }))).toBe('1 2! 4!');
    expect(audioFaults(channelOf({ audio_groups }))).toBe('Group 2: crc, dbn; Group 4: crc');
    expect(audioText(channelOf({}))).toBe('–');
  });

  it('shows the audio groups of a UHD channel link by link', () => {
    const audio_groups = [
      { link: 1, group: 1, present: true, errors: [] },
      { link: 1, group: 2, present: true, errors: [] },
      { link: 2, group: 1, present: true, errors: [] },
      { link: 2, group: 2, present: true, errors: [] },
      { link: 4, group: 1, present: false, errors: [] },
      { link: 3, group: 4, present: true, errors: ['ecc'] },
    ];
    expect(audioText(channelOf({ audio_groups }))).toBe('L1+2: 1 2 · L3: 4!');
    expect(audioFaults(channelOf({ audio_groups }))).toBe('Link 3 group 4: ecc');
  });

  it('says that a UHD or JPEG XS input is not the configured one', () => {
    const channel = channelOf({ pixel_format_mismatch: true, jpeg_xs: { standard_mismatch: true } });
    expect(channelFaults(channel)).toEqual(['Pixel format mismatch', 'JPEG XS standard mismatch']);
  });

  it.each([
    [{}, 0],
    [{ input_black: true, input_frozen: true }, 2],
    [{ changeover: { program_state: 'protect' } }, 1],
    [{ changeover: { program_state: 'main' } }, 0],
    [{ audio_groups: [{ link: null, group: 1, present: true, errors: ['crc', 'dbn'] }] }, 1],
  ])('%j counts %i problems', (fields, count) => expect(channelTroubles(channelOf(fields))).toBe(count));
});
