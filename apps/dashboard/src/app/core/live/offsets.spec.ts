import { addOffset, startOffsets } from './offsets';

const T = 1_000_000;

describe('the line of PTP offsets', () => {
  it('keeps of each step the value farthest from zero', () => {
    let line = startOffsets([null, 1], 10, T);
    line = addOffset(line, -3, T + 1000);
    line = addOffset(line, 2, T + 2000);
    expect(line.values).toEqual([null, -3]);
  });

  it('moves on with time and leaves gaps where nothing was known', () => {
    const line = addOffset(startOffsets([1, 2, 3], 10, T), 4, T + 20_000);
    expect(line.values).toEqual([3, null, 4]);
  });

  it('forgets everything after a long silence', () => {
    expect(addOffset(startOffsets([1, 2, 3], 10, T), 4, T + 3_600_000).values).toEqual([null, null, 4]);
  });
});
