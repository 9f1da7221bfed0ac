import { rowName } from './row-names';

describe('the name of a row', () => {
  it.each([
    [{ essence: 'video', index: 6, channel: 'A-HD-6', program_name: 'CAM 3' }, 'Video 6 · A-HD-6 · CAM 3'],
    [{ essence: 'audio', index: 81, channel: 'A-HD-6', program_name: null }, 'Audio 81 · A-HD-6'],
    [{ essence: 'video_proxy', index: 2, channel: null, program_name: null }, 'Video proxy 2'],
    [{ essence: 'ancillary', index: 1, channel: null, program_name: '' }, 'Ancillary 1'],
  ])('%j is %s', (row, name) => expect(rowName(row)).toBe(name));
});
