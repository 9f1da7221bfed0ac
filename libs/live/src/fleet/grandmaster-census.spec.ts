import { GrandmasterCensus } from './grandmaster-census';

describe('the grandmaster that most devices follow', () => {
  const censusOf = (...grandmasters: (string | null)[]): GrandmasterCensus => {
    const census = new GrandmasterCensus();
    grandmasters.forEach((grandmaster, device) => census.report(device, grandmaster));
    return census;
  };

  it.each([
    ['nobody follows any', [], null],
    ['nobody is locked', [null, null], null],
    ['all follow the same', ['A', 'A', 'A'], 'A'],
    ['more than half follow the same', ['A', 'B', 'A'], 'A'],
    ['exactly half follow the same', ['A', 'B'], null],
    ['there are many of them', ['A', 'A', 'B', 'C'], null],
    ['those that are not locked do not count', ['A', 'A', 'B', null, null, null], 'A'],
  ])('when %s', (_case, grandmasters, expected) => {
    expect(censusOf(...grandmasters).common('')).toBe(expected);
  });

  it('changes when devices move to another one, or go', () => {
    const census = censusOf('A', 'A', 'B');
    census.report(1, 'B');
    expect(census.common('')).toBe('B');
    census.report(1, null);
    expect(census.common('')).toBeNull();
    census.report(2, null);
    expect(census.common('')).toBe('A');
  });

  it('is counted site by site, also for devices that move to another site', () => {
    const census = new GrandmasterCensus();
    for (const device of [1, 2]) census.report(device, 'A', 'london');
    for (const device of [3, 4, 5]) census.report(device, 'B', 'paris');
    for (const device of [6, 7]) census.report(device, 'C');
    expect(['london', 'paris', '', 'rome'].map((site) => census.common(site))).toEqual(['A', 'B', 'C', null]);
    for (const device of [1, 2]) census.report(device, 'A', 'paris');
    expect(['london', 'paris'].map((site) => census.common(site))).toEqual([null, 'B']);
    for (const device of [3, 4]) census.report(device, null, 'paris');
    expect(census.common('paris')).toBe('A');
  });
});
