/** The words that devices write where they have nothing to say. */
const WORDS_FOR_NOTHING = ['Unknown', 'Not Available', 'Not Present', 'Unsupported', 'N/A'];

/** A JSON object as a device sent it. */
export type Raw = Readonly<Record<string, unknown>>;

/** A value, or undefined where the device says none: then there is no series. */
export type Maybe = number | undefined;

export function object(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

export function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The rows of an array by their `idx`; the last of a repeated one wins. */
export function rows(value: unknown): Map<string, Raw> {
  const found = new Map<string, Raw>();
  for (const each of array(value)) {
    const row = object(each);
    const idx = counter(row['idx']);
    if (idx !== undefined) found.set(String(idx), row);
  }
  return found;
}

/** The rows of an array that are called by a text. */
export function named(value: unknown, field: string): Map<string, Raw> {
  const found = new Map<string, Raw>();
  for (const each of array(value)) {
    const row = object(each);
    const name = label(row[field]);
    if (name !== '') found.set(name, row);
  }
  return found;
}

/** A text without its padding; undefined where it is empty or no text. */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** A text that says something. */
export function word(value: unknown): string | undefined {
  const said = text(value);
  return said === undefined || WORDS_FOR_NOTHING.includes(said) ? undefined : said;
}

/** What a label shows: words for nothing are empty, numbers are written out. */
export function label(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return word(value) ?? '';
}

/** What a label of the group `legacy` shows: the device's text, letter for letter; undefined where there is none. */
export function letters(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** A number, or one in a text. */
export function number(value: unknown): Maybe {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const said = text(value);
  return said !== undefined && /^[-+]?(\d+(\.\d+)?|\.\d+)$/.test(said) ? Number(said) : undefined;
}

/** A whole number that is not negative. */
export function counter(value: unknown): Maybe {
  const count = number(value);
  return count !== undefined && count >= 0 && Number.isInteger(count) ? count : undefined;
}

/** 1 or 0 of a boolean. */
export function flag(value: unknown): Maybe {
  if (value === true) return 1;
  return value === false ? 0 : undefined;
}

/** 1 where the device says this word, 0 where it says another. */
export function says(value: unknown, wanted: string): Maybe {
  const said = word(value);
  if (said === undefined) return undefined;
  return said === wanted ? 1 : 0;
}

/** Whether a status is `OK`; some devices write a boolean. */
export function isOk(value: unknown): Maybe {
  return flag(value) ?? says(value, 'OK');
}

/** A number and its unit, `units` being what one of each unit is worth. */
export function measure(value: unknown, units: Readonly<Record<string, number>>): Maybe {
  const [, amount, unit] = /^([-+]?(?:\d+(?:\.\d+)?|\.\d+))\s*(\S+)$/.exec(text(value) ?? '') ?? [];
  const worth = Object.hasOwn(units, unit ?? '') ? units[unit] : undefined;
  return worth === undefined ? undefined : Number(amount) * worth;
}

export const celsius = (value: unknown): Maybe => measure(value, { '°C': 1 });
export const rpm = (value: unknown): Maybe => measure(value, { RPM: 1 });
export const dbm = (value: unknown): Maybe => measure(value, { dBm: 1 });
/** `4 m` is ms cut short by the device. */
export const seconds = (value: unknown): Maybe =>
  measure(value, { s: 1, ms: 1e-3, m: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 });
export const bytesPerSecond = (value: unknown): Maybe =>
  measure(value, { bps: 1 / 8, Kbps: 1e3 / 8, kbps: 1e3 / 8, Mbps: 1e6 / 8, Gbps: 1e9 / 8 });

/** A rate in Mb/s without a unit. */
export function megabits(value: unknown): Maybe {
  const rate = number(value);
  return rate === undefined ? undefined : (rate * 1e6) / 8;
}

/** How many of these are true; undefined where none of them is a boolean. */
export function countTrue(values: readonly unknown[]): Maybe {
  const flags = values.map(flag).filter((each) => each !== undefined);
  return flags.length === 0 ? undefined : flags.filter((each) => each === 1).length;
}

/** Whether there is an address, other than 0.0.0.0. */
export function isAddress(value: unknown): boolean {
  const said = word(value);
  return said !== undefined && said !== '0.0.0.0';
}

/** `address:port` of a stream, or the address alone where the port is not said; empty where there is none. */
export function addressAndPort(address: unknown, port: unknown): string {
  if (!isAddress(address)) return '';
  return label(port) === '' ? label(address) : `${label(address)}:${label(port)}`;
}
