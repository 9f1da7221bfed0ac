import { promtoolValues } from './timeline';

describe('a timeline', () => {
  it.each([
    ['a constant', '5', 60, '5+0x2'],
    ['a constant, scraped four times a minute', '5', 15, '5+0x8'],
    ['a step', '0 for 1m, 1', 60, '0+0x0 1+0x1'],
    ['a step at the last scrape', '0 for 2m, 1', 60, '0+0x1 1+0x0'],
    ['a counter', '10 +2/s', 60, '10+120x2'],
    ['a counter that stops and goes on', '0 +1/s for 1m, 60 for 1m, +1/s', 60, '0+60x0 60+0x0 60+60x0'],
    ['a series that begins', 'none for 1m, 7', 60, '_x1 7+0x1'],
    ['a series that goes', '7 for 1m, none', 60, '7+0x0 stale _x1'],
    ['a negative value', '-9.5', 60, '-9.5+0x2'],
  ])('is written for promtool: %s', (_, timeline, interval, values) => {
    expect(promtoolValues(timeline, interval, 120)).toBe(values);
  });

  it('is refused where it cannot be read', () => {
    expect(() => promtoolValues('1 for a while', 60, 120)).toThrow('not a part of a timeline: 1 for a while');
  });
});
