import fc from 'fast-check';
import { asctime, isoTimestamp, uptime } from './time';

describe('asctime', () => {
  it.each([
    ['Tue Jan 27 15:31:39 2026', Date.UTC(2026, 0, 27, 15, 31, 39) / 1000],
    ['Tue Feb  3 20:00:00 2026', Date.UTC(2026, 1, 3, 20, 0, 0) / 1000],
    ['Tue Feb 3 20:00:00 2026', Date.UTC(2026, 1, 3, 20, 0, 0) / 1000],
    ['Thu Jan  1 00:00:00 1970', 0],
    ['Thu Feb 29 12:00:00 2024', Date.UTC(2024, 1, 29, 12, 0, 0) / 1000],
    ['Wed Feb 30 12:00:00 2026', undefined],
    ['Tue Foo 27 15:31:39 2026', undefined],
    ['Tue Jan 27 25:31:39 2026', undefined],
    ['Tue Jan 27 15:31:39', undefined],
    ['2026-01-27T15:31:39Z', undefined],
    ['N/A', undefined],
    ['', undefined],
    [1769527899, undefined],
  ])('reads %j as %j', (raw, expected) => expect(asctime(raw)).toBe(expected));

  it('gives back every second of this century', () => {
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (at) => {
        const [weekday, day, month, year, time] = at.toUTCString().replace(',', '').split(' ');
        const raw = `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
        expect(asctime(raw)).toBe(Math.floor(at.getTime() / 1000));
      }),
    );
  });
});

describe('isoTimestamp', () => {
  it.each([
    ['2026-02-04T15:26:48Z', Date.UTC(2026, 1, 4, 15, 26, 48)],
    ['2026-02-04T15:26:48.250Z', Date.UTC(2026, 1, 4, 15, 26, 48, 250)],
    ['2026-02-04T16:26:48+01:00', Date.UTC(2026, 1, 4, 15, 26, 48)],
    ['2026-02-04T15:26:48', Date.UTC(2026, 1, 4, 15, 26, 48)],
    ['2026-02-04 15:26:48', Date.UTC(2026, 1, 4, 15, 26, 48)],
    ['2026-13-04T15:26:48Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
    [1770218808, undefined],
    [null, undefined],
  ])('reads %j as %j', (raw, expected) => expect(isoTimestamp(raw)).toBe(expected));
});

describe('uptime', () => {
  it.each([
    ['up 2 weeks, 1 hour, 25 minutes', 1214700],
    ['up 3 days, 4:05', 273900],
    ['14 days 01 hours 26 minutes 09 sec', 1214769],
    ['up 1 year, 2 weeks, 3 days, 1 minute', 31536000 + 1209600 + 259200 + 60],
    ['up 5 min', 300],
    ['up 0 minutes', 0],
    ['4:05:09', 14709],
    ['UP 1 DAY', 86400],
    ['up', undefined],
    ['up 5', undefined],
    ['up 5 fortnights', undefined],
    ['up 4:75', undefined],
    ['a while, 5 minutes', undefined],
    ['N/A', undefined],
    ['', undefined],
    [86400, undefined],
    [`up ${'1 day '.repeat(100)}`, undefined],
  ])('reads %j as %j', (raw, expected) => expect(uptime(raw)).toBe(expected));

  it('reads what `uptime -p` prints for any time', () => {
    const units = { week: 604800, day: 86400, hour: 3600, minute: 60 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), (minutes) => {
        let rest = minutes * 60;
        const parts = Object.entries(units).flatMap(([unit, length]) => {
          const count = Math.floor(rest / length);
          rest %= length;
          return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
        });
        expect(uptime(`up ${parts.join(', ')}`)).toBe(minutes * 60);
      }),
    );
  });
});
