import { quantity, type UnitExponent } from './decimal';

/** Looks the rest of a text up among units; the likeliest first, since they are compared one by one. */
function lookup(units: Readonly<Record<string, number>>): UnitExponent {
  const names = Object.keys(units);
  const exponents = Object.values(units);
  return (text, at) => {
    for (let each = 0; each < names.length; each++) {
      if (endsIn(text, at, names[each])) return exponents[each];
    }
    return undefined;
  };
}

/** Whether `text` from `at` on is `unit`; without the string that a slice would make. */
function endsIn(text: string, at: number, unit: string): boolean {
  if (text.length - at !== unit.length) return false;
  for (let each = 0; each < unit.length; each++) {
    if (text.charCodeAt(at + each) !== unit.charCodeAt(each)) return false;
  }
  return true;
}

const degrees = lookup({ '°C': 0, ºC: 0, '℃': 0, C: 0 });
/** Per cent, as a ratio of 1. */
const perCent: UnitExponent = (text, at) => (at === text.length || endsIn(text, at, '%') ? -2 : undefined);
const revolutions = lookup({ RPM: 0, rpm: 0 });
const decibels = lookup({ dBm: 0, dbm: 0, DBM: 0 });
const time = lookup({ ms: -3, us: -6, µs: -6, μs: -6, ns: -9, s: 0, sec: 0, secs: 0, second: 0, seconds: 0 });
const timeTimes = (power: number): UnitExponent => {
  return (text, at) => {
    const exponent = time(text, at);
    return exponent === undefined ? undefined : exponent + power;
  };
};
const milli = timeTimes(3);
const micro = timeTimes(6);
/** `"4 m"`: the device cuts "ms" short in its minimum playout delay; a minute would be absurd there. */
const playoutTime: UnitExponent = (text, at) => (endsIn(text, at, 'm') ? -3 : time(text, at));
const bits = rateUnits(['bps', 'b/s', 'bit/s', 'bits/s']);
const megabits: UnitExponent = (text, at) => (at === text.length ? 6 : bits(text, at));

/** Bits per second with every prefix the device may reach for; a capital B would be bytes and is not taken. */
function rateUnits(names: readonly string[]): UnitExponent {
  const prefixes: Readonly<Record<string, number>> = { M: 6, G: 9, k: 3, K: 3, '': 0, T: 12, m: 6, g: 9, t: 12 };
  const units: Record<string, number> = {};
  for (const name of names) {
    for (const [prefix, exponent] of Object.entries(prefixes)) units[prefix + name] = exponent;
  }
  return lookup(units);
}

/** `"44.5 °C"` in degrees Celsius. */
export const celsius = (raw: unknown): number | undefined => quantity(raw, degrees);

/** `"45"` or `45`, per cent, as a ratio: 0.45. */
export const ratio = (raw: unknown): number | undefined =>
  quantity(typeof raw === 'number' ? String(raw) : raw, perCent);

/** `"12024 RPM"` in revolutions per minute. */
export const rpm = (raw: unknown): number | undefined => quantity(raw, revolutions);

/** `"-0.4 dBm"` in dBm. */
export const dbm = (raw: unknown): number | undefined => quantity(raw, decibels);

/** `"0.132 us"`, `"1001 ms"` in seconds. */
export const seconds = (raw: unknown): number | undefined => quantity(raw, time);

/** The same durations in milliseconds, for the legacy families. */
export const milliseconds = (raw: unknown): number | undefined => quantity(raw, milli);

/** The same durations in microseconds, for the legacy families. */
export const microseconds = (raw: unknown): number | undefined => quantity(raw, micro);

/** `"4 m"` (sic) in seconds; only for the minimum playout delay. */
export const playoutSeconds = (raw: unknown): number | undefined => quantity(raw, playoutTime);

/** `"19.9909 Gbps"` in bytes per second; the prefix changes with the size on one and the same field. */
export function bytesPerSecond(raw: unknown): number | undefined {
  const value = quantity(raw, bits);
  return value === undefined ? undefined : value / 8;
}

/** `"2429.1"`, megabits per second without a unit, in bytes per second. */
export function bytesPerSecondFromMegabits(raw: unknown): number | undefined {
  const value = quantity(typeof raw === 'number' ? String(raw) : raw, megabits);
  return value === undefined ? undefined : value / 8;
}
