import { trendPath } from './trend';

describe('trendPath', () => {
  it('spans from the lowest to the highest value', () => {
    expect(trendPath([40, 50, 45], 100, 24, 1)).toBe('M0.0 22.0L50.0 2.0L100.0 12.0');
  });

  it('keeps noise in the middle', () => expect(trendPath([44, 44], 100, 24, 10)).toBe('M0.0 12.0L100.0 12.0'));

  it('leaves gaps', () => expect(trendPath([1, null, 1], 100, 24, 2)).toBe('M0.0 12.0M100.0 12.0'));

  it('is empty where nothing was known', () => expect(trendPath([null], 100, 24, 1)).toBe(''));
});
