import { age, duration, longDuration, parseTime, timeOfDay } from './time';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('time', () => {
  it.each([
    [0.4, '0 s'],
    [59.9, '59 s'],
    [180, '3 min'],
    [7260, '2 h'],
    [47 * 3600, '47 h'],
    [14 * 86400 + 10, '14 d'],
  ])('writes a length of %p s as %p', (seconds, text) => expect(plain(duration(seconds))).toBe(text));

  it.each([
    [1214700, '14 d 1 h'],
    [7500, '2 h 5 min'],
    [86400, '1 d'],
    [0, '0 s'],
  ])('writes %p s in two units as %p', (seconds, text) => expect(plain(longDuration(seconds))).toBe(text));

  it.each([
    [400, '0.4 s'],
    [9940, '9.9 s'],
    [9960, '10 s'],
    [14000, '14 s'],
    [-50, '0.0 s'],
  ])('writes an age of %p ms as %p', (milliseconds, text) => expect(plain(age(milliseconds))).toBe(text));

  it('writes the time of day with 24 hours', () => {
    expect(timeOfDay(new Date(2026, 1, 3, 21, 43, 20).getTime())).toBe('21:43:20');
  });

  it('reads both time forms of the API as UTC', () => {
    expect(parseTime('2026-02-03 20:00:00')).toBe(Date.UTC(2026, 1, 3, 20));
    expect(parseTime('2026-02-03T20:00:00.000Z')).toBe(Date.UTC(2026, 1, 3, 20));
    expect(parseTime('soon')).toBeNull();
    expect(parseTime(null)).toBeNull();
  });
});
