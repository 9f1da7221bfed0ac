const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** The form of `asctime`: every field in its place, the day padded with a space. */
const ASCTIME = /^[A-Z][a-z]{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;
const UNPADDED_DAY = /^(\w{3} \w{3}) (\d) /;
const SPACE = 32;
const ZERO = 48;
const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/;

/** `"Tue Jan 27 15:31:39 2026"` (C `asctime`, UTC) in seconds since the epoch. */
export function asctime(raw: unknown): number | undefined {
  if (typeof raw !== 'string' || raw.length > 64) return undefined;
  const text = raw.trim().replace(UNPADDED_DAY, '$1  $2 ');
  if (!ASCTIME.test(text)) return undefined;
  const month = MONTHS.indexOf(text.slice(4, 7)) / 3;
  const day = digits(text, 8, 10);
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  const year = digits(text, 20, 24);
  if (hour > 23 || minute > 59 || second > 60 || year < 1900) return undefined;
  const midnight = Date.UTC(year, month, day);
  if (new Date(midnight).getUTCDate() !== day) return undefined;
  return midnight / 1000 + hour * HOUR + minute * MINUTE + second;
}

/** The number between two positions of a text that has nothing but digits and spaces there. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== SPACE) value = value * 10 + (code - ZERO);
  }
  return value;
}

/** `"2026-02-04T15:26:48Z"` in milliseconds since the epoch; a time without a zone is UTC. */
export function isoTimestamp(raw: unknown): number | undefined {
  if (typeof raw !== 'string' || raw.length > 64) return undefined;
  const text = raw.trim();
  const zone = ISO.exec(text);
  if (zone === null) return undefined;
  const at = Date.parse(zone[1] === undefined ? `${text.replace(' ', 'T')}Z` : text.replace(' ', 'T'));
  return Number.isNaN(at) ? undefined : at;
}

/** `uptime -p` counts a year as 365 days. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['decade', 3650 * DAY],
  ['year', 365 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['min', MINUTE],
  ['second', 1],
  ['sec', 1],
]);

const SPAN = /^(\d{1,9}) *([a-z]+?)s?$/;
const CLOCK = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/;
const SPANS = /\d+ *[a-z]+|\d+(?::\d+)+|\S/g;
const LONGEST_UPTIME = 128;

/** `"up 2 weeks, 1 hour, 25 minutes"`, `"up 3 days, 4:05"`, `"14 days 01 hours 26 minutes 09 sec"` in seconds. */
export function uptime(raw: unknown): number | undefined {
  if (typeof raw !== 'string' || raw.length > LONGEST_UPTIME) return undefined;
  const spans = raw.trim().toLowerCase().replace(/^up\b/, '').replaceAll(',', ' ').match(SPANS);
  if (spans === null) return undefined;
  let total = 0;
  for (const span of spans) {
    const length = spanSeconds(span);
    if (length === undefined) return undefined;
    total += length;
  }
  return total;
}

function spanSeconds(span: string): number | undefined {
  const clock = CLOCK.exec(span);
  if (clock !== null) return Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE + Number(clock[3] ?? 0);
  const named = SPAN.exec(span);
  const unit = named === null ? undefined : UNITS.get(named[2]);
  return named === null || unit === undefined ? undefined : Number(named[1]) * unit;
}
