import { sparklinePath } from './sparkline-path';

describe('sparklinePath', () => {
  it('draws values by their distance from zero, the newest on the right', () => {
    expect(sparklinePath([0, -2, 1], 100, 23, 1)).toBe('M0.0 21.5l0 0L50.0 1.5L100.0 11.5');
  });

  it('leaves a gap where nothing was known', () => {
    expect(sparklinePath([1, null, 1], 100, 23, 1)).toBe('M0.0 1.5l0 0M100.0 1.5l0 0');
  });

  it('keeps noise small', () => expect(sparklinePath([0.1], 100, 23, 1)).toBe('M0.0 19.5l0 0'));

  it('draws nothing of nothing', () => expect(sparklinePath([null, null], 100, 23, 1)).toBe(''));
});
