import { NOTHING } from './units';

const SPACE = '\u00a0';
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Parses a time of the API (ISO 8601, or the older `2026-02-03 20:00:00` in UTC) to ms since the epoch. */
export function parseTime(text: string | null | undefined): number | null {
  if (!text) return null;
  const iso = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}

/** A duration in its largest unit: `40 s`, `3 min`, `2 h`, `14 d`. */
export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return NOTHING;
  const length = Math.max(0, seconds);
  if (length < MINUTE) return `${Math.floor(length)}${SPACE}s`;
  if (length < HOUR) return `${Math.floor(length / MINUTE)}${SPACE}min`;
  if (length < 2 * DAY) return `${Math.floor(length / HOUR)}${SPACE}h`;
  return `${Math.floor(length / DAY)}${SPACE}d`;
}

/** A duration in its two largest units: `14 d 1 h`, `2 h 5 min`. */
export function longDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return NOTHING;
  const length = Math.max(0, Math.floor(seconds));
  const parts: [number, string][] = [
    [Math.floor(length / DAY), 'd'],
    [Math.floor((length % DAY) / HOUR), 'h'],
    [Math.floor((length % HOUR) / MINUTE), 'min'],
    [length % MINUTE, 's'],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first === -1) return `0${SPACE}s`;
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${SPACE}${unit}`)
    .join(' ');
}

/** An age, in tenths of a second below 10 s. */
export function age(milliseconds: number | null): string {
  if (milliseconds === null) return NOTHING;
  const seconds = Math.max(0, milliseconds) / 1000;
  return seconds < 9.95 ? `${seconds.toFixed(1)}${SPACE}s` : duration(Math.max(10, seconds));
}

/** 24 hours in every locale, as in control rooms. */
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const TIME_OF_DAY = new Intl.DateTimeFormat(undefined, { ...CLOCK, second: '2-digit' });
const DAY_AND_TIME = new Intl.DateTimeFormat(undefined, { ...CLOCK, day: 'numeric', month: 'short' });
const EXACT = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  ...CLOCK,
  second: '2-digit',
  timeZoneName: 'short',
});
const CALENDAR_DAY = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric' });

/** Local time of day: `14:02:11`. */
export function timeOfDay(time: number): string {
  return TIME_OF_DAY.format(time);
}

/** Local day and time: `24 Nov, 14:02`. */
export function dayAndTime(time: number | null): string {
  return time === null ? NOTHING : DAY_AND_TIME.format(time);
}

/** The exact local time with its zone, for a tooltip. */
export function exactTime(time: number | null): string {
  return time === null ? '' : EXACT.format(time);
}

/** Local calendar day: `24 Nov 2026`. */
export function calendarDay(time: number | null): string {
  return time === null ? NOTHING : CALENDAR_DAY.format(time);
}
