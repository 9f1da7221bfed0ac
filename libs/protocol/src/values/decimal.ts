const ZERO = 48;
const NINE = 57;
const DOT = 46;
const MINUS = 45;
const PLUS = 43;
const TAB = 9;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const NO_BREAK_SPACE = 160;

/** Powers of ten that a double holds exactly, so that scaling by one rounds once and `"0.132 us"` is 1.32e-7. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** More significant digits than this may not fit a double's 53 bits. */
const EXACT_DIGITS = 15;

/** The power of ten that the unit from `at` to the end of a text stands for; undefined where it is none of the quantity. */
export type UnitExponent = (text: string, at: number) => number | undefined;

/**
 * Reads `<decimal><spaces><unit>` and scales it to the base unit.
 *
 * The number is an optional sign, digits and an optional fraction; no exponent, no digit groups: nothing of the
 * device writes them, and `1e400` must not become Infinity.
 */
export function quantity(raw: unknown, exponentOf: UnitExponent): number | undefined {
  if (typeof raw !== 'string') return undefined;
  const text = raw.charCodeAt(raw.length - 1) <= SPACE ? raw.trimEnd() : raw;
  const start = skipSpaces(text, 0);
  const sign = text.charCodeAt(start);
  const from = sign === MINUS || sign === PLUS ? start + 1 : start;
  let at = from;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) {
      mantissa = mantissa * 10 + (code - ZERO);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === DOT && decimals < 0) {
      decimals = 0;
    } else {
      break;
    }
  }
  if (digits === 0) return undefined;
  const exponent = exponentOf(text, skipSpaces(text, at));
  if (exponent === undefined) return undefined;
  const scale = exponent - Math.max(decimals, 0);
  const isExact = digits <= EXACT_DIGITS && Math.abs(scale) < POWERS.length;
  const size = isExact ? scaled(mantissa, scale) : Number(`${text.slice(from, at)}e${exponent}`);
  if (!Number.isFinite(size)) return undefined;
  return sign === MINUS && size !== 0 ? -size : size;
}

/** Spaces, tabs and the no-break space between a number and its unit. */
function skipSpaces(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && code !== NO_BREAK_SPACE && (code < TAB || code > CARRIAGE_RETURN)) break;
  }
  return at;
}

function scaled(mantissa: number, exponent: number): number {
  return exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
}

const unitless: UnitExponent = (text, at) => (at === text.length ? 0 : undefined);

/** A number, as a JSON number or as decimal text without a unit. */
export function number(raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined;
  return quantity(raw, unitless);
}

/** A count of the device: a whole number from 0 up, as text beyond 2^32 or as a JSON number. */
export function counter(raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw >= 0 ? raw : undefined;
  if (typeof raw !== 'string') return undefined;
  let count = 0;
  for (let at = 0; at < raw.length; at++) {
    const digit = raw.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return paddedCounter(raw);
    count = count * 10 + digit;
  }
  if (raw.length <= EXACT_DIGITS) return raw === '' ? undefined : count;
  return Number.isFinite(count) ? Number(raw) : undefined;
}

function paddedCounter(raw: string): number | undefined {
  const text = raw.trim();
  return text.length < raw.length ? counter(text) : undefined;
}

/** The 1-based `idx` of a row, a number in most arrays and a text in some. */
export function index(raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) && raw >= 0 ? raw : undefined;
  const value = counter(raw);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}
