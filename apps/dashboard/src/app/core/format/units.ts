/**
 * Formats numbers with SI prefixes, a space between thousands and a true minus sign. All functions take base units
 * (seconds, bytes per second, degrees Celsius) and return `–` for an unknown value.
 */

/** Shown for an unknown value. */
export const NOTHING = '–';

/** No-break space between thousands, and between number and unit. A narrow one is too narrow at 13 px. */
const SPACE = '\u00a0';
const MINUS = '\u2212';

type Maybe = number | null | undefined;

interface Prefix {
  readonly from: number;
  readonly unit: string;
}

const TIME: readonly Prefix[] = [
  { from: 1, unit: 's' },
  { from: 1e-3, unit: 'ms' },
  { from: 1e-6, unit: 'µs' },
];
const BIT_RATE: readonly Prefix[] = [
  { from: 1e9, unit: 'Gb/s' },
  { from: 1e6, unit: 'Mb/s' },
  { from: 1e3, unit: 'kb/s' },
  { from: 1, unit: 'b/s' },
];
const BYTES: readonly Prefix[] = [
  { from: 1e9, unit: 'GB' },
  { from: 1e6, unit: 'MB' },
  { from: 1e3, unit: 'kB' },
  { from: 1, unit: 'B' },
];

function isKnown(value: Maybe): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A number with a fixed count of decimals. */
export function decimal(value: Maybe, decimals = 0): string {
  if (!isKnown(value)) return NOTHING;
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, SPACE);
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(text.replaceAll(SPACE, '')) !== 0 ? MINUS + text : text;
}

/** A whole number. */
export function count(value: Maybe): string {
  return decimal(value, 0);
}

/** A number with its unit. */
export function withUnit(value: Maybe, unit: string, decimals = 0): string {
  return isKnown(value) ? `${decimal(value, decimals)}${SPACE}${unit}` : NOTHING;
}

/** Decimals of a scaled number: 0.13, 19.99, 812.0, 1200. */
function decimalsFor(value: number): number {
  const size = Math.abs(value);
  return size < 100 ? 2 : size < 1000 ? 1 : 0;
}

function scaled(value: Maybe, prefixes: readonly Prefix[], decimalsOf: (scaled: number) => number): string {
  if (!isKnown(value)) return NOTHING;
  const size = Math.abs(value);
  const prefix = prefixes.find(({ from }) => size >= from * 0.9995) ?? prefixes[prefixes.length - 1];
  const number = value / prefix.from;
  return withUnit(number, prefix.unit, decimalsOf(number));
}

/** A short time, such as a PTP offset: `0.13 µs`, `812.0 µs`, `4.00 ms`. */
export function shortTime(seconds: Maybe): string {
  return scaled(seconds, TIME, decimalsFor);
}

/** Bytes per second as the bit rate of a link: `19.99 Gb/s`. */
export function bitRate(bytesPerSecond: Maybe): string {
  if (!isKnown(bytesPerSecond)) return NOTHING;
  return scaled(bytesPerSecond * 8, BIT_RATE, (number) => (number === 0 ? 0 : decimalsFor(number)));
}

/** What an axis measures. */
export type Scale = 'time' | 'bitRate';

/**
 * The labels of an axis: one unit for all of them, and just as many decimals as tell them apart.
 * @param step from one label to the next
 */
export function scaleLabels(scale: Scale, values: readonly number[], step: number): string[] {
  const factor = scale === 'bitRate' ? 8 : 1;
  const prefixes = scale === 'bitRate' ? BIT_RATE : TIME;
  const most = Math.max(...values.map(Math.abs)) * factor;
  const prefix = prefixes.find(({ from }) => most >= from * 0.9995) ?? prefixes[prefixes.length - 1];
  const decimals = decimalsOfStep((step * factor) / prefix.from);
  return values.map((value) => withUnit((value * factor) / prefix.from, prefix.unit, value === 0 ? 0 : decimals));
}

/** As many decimals as show a step as it is: 1.5 rounded to 2 would put every other label in a wrong place. */
function decimalsOfStep(step: number): number {
  const decimals = [0, 1, 2, 3, 4, 5].find((count) => Math.abs(Number(step.toFixed(count)) - step) < step * 1e-6);
  return decimals ?? 6;
}

/** A size: `120.6 MB`. */
export function byteSize(bytes: Maybe): string {
  return scaled(bytes, BYTES, (number) => (Math.abs(bytes ?? 0) < 1e3 ? 0 : Math.abs(number) < 1000 ? 1 : 0));
}

/** A temperature: `44.5 °C`. */
export function celsius(value: Maybe, decimals = 1): string {
  return withUnit(value, '°C', decimals);
}

/** A fan speed: `12 024 rpm`. */
export function rpm(value: Maybe): string {
  return withUnit(value, 'rpm');
}

/** An optical power: `−0.4 dBm`. */
export function dbm(value: Maybe): string {
  return withUnit(value, 'dBm', 1);
}

/** Something per second: `1.2 /s`. */
export function perSecond(value: Maybe): string {
  if (!isKnown(value)) return NOTHING;
  return withUnit(value, '/s', value === 0 || value >= 100 ? 0 : value < 0.1 ? 2 : 1);
}
