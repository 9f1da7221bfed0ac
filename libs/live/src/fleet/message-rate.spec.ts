import { MessageRate } from './message-rate';

describe('messages per second', () => {
  const rateAfter = (...counts: number[]): number => {
    const rate = new MessageRate();
    counts.forEach((count, second) => rate.record(second * 1_000, count));
    return rate.perSecond;
  };

  it.each([
    ['nothing is known', [], 0],
    ['there was one look only', [7], 0],
    ['a message comes every second', [1, 2, 3, 4], 1],
    ['they come unevenly', [0, 0, 6, 6, 6, 6], 1.2],
    ['they have just begun to come faster', [0, 0, 0, 0, 0, 0, 10], 2],
    ['they have stopped', [50, 50, 50, 50, 50, 50], 0],
    ['a new session counts from the beginning', [900, 901, 1, 3], 2],
  ])('when %s', (_case, counts, expected) => {
    expect(rateAfter(...counts)).toBe(expected);
  });
});
