import { chartData, range } from './chart-options';

describe('a chart over time', () => {
  it('has a time for every step, and keeps gaps', () => {
    const series = [{ label: 'a', color: 'red', values: [1, null, 3] }];
    expect(chartData(60_000, 10, series)).toEqual([
      [60, 70, 80],
      [1, null, 3],
    ]);
  });

  it.each([
    ['begins at zero where asked to', 0.2, 0.8, true, [], [0, 0.88]],
    ['keeps room above and below otherwise', 40, 50, false, [], [39, 51]],
    ['shows a threshold once values come near it', 0, 0.6, true, [1], [0, 1.1]],
    ['does not flatten its lines for a threshold that is far', 0, 0.1, true, [1], [0, 0.11]],
  ])('%s', (_what, least, most, isFromZero, thresholds, expected) => {
    const chart = { isFromZero, hasZero: false, thresholds: thresholds.map((value) => ({ value, color: 'red' })) };
    const [low, high] = range(least, most, chart);
    expect([Number(low.toFixed(3)), Number(high.toFixed(3))]).toEqual(expected);
  });

  it.each([
    ['keeps zero in sight, so that far looks far', 800, 812, [0, 893]],
    ['shows the threshold below once values come near it', -0.8, 0.1, [-1, 0.1]],
  ])('%s', (_what, least, most, [lowest, highest]) => {
    const thresholds = [1, -1].map((value) => ({ value, color: 'red' })).filter(() => least < 0);
    const [low, high] = range(least, most, { isFromZero: false, hasZero: true, thresholds });
    expect(low).toBeLessThanOrEqual(lowest);
    expect(high).toBeGreaterThanOrEqual(highest);
  });
});
