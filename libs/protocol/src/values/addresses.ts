import { number } from './decimal';
import { isPlaceholder } from './text';

const DOTTED = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** `168381185` as `10.9.75.1`: the device writes some IPv4 addresses as a number, most of them dotted. */
export function ipv4FromNumber(raw: unknown): string | undefined {
  if (typeof raw === 'string') {
    const octets = DOTTED.exec(raw.trim());
    if (octets !== null) return octets.slice(1).every((octet) => Number(octet) <= 255) ? raw.trim() : undefined;
  }
  const value = number(raw);
  if (value === undefined || !Number.isInteger(value) || value < 0 || value > 0xffffffff) return undefined;
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

const ZERO = 48;
const NINE = 57;

/** Whether a field names an address: `0.0.0.0` stands for "not configured". */
export function isConfiguredAddress(raw: unknown): raw is string {
  if (typeof raw !== 'string' || raw === '0.0.0.0') return false;
  const first = raw.charCodeAt(0);
  if (first > ZERO && first <= NINE) return true;
  const address = raw.trim();
  return address !== '0.0.0.0' && address !== '::' && !isPlaceholder(address);
}

/** `address:port` of a stream, empty where the leg is not configured. */
export function endpoint(address: unknown, port: unknown): string {
  if (!isConfiguredAddress(address)) return '';
  const host = address.trim();
  const name = host.includes(':') ? `[${host}]` : host;
  const suffix = typeof port === 'string' ? port.trim() : number(port);
  return suffix === undefined || isPlaceholder(String(suffix)) ? name : `${name}:${suffix}`;
}

const HEX_OCTETS = /^[0-9a-f]{2}(?:([-: .]?)[0-9a-f]{2})(?:\1[0-9a-f]{2})*$/i;

function octets(raw: unknown, count: number): string[] | undefined {
  if (typeof raw !== 'string') return undefined;
  const text = raw.trim();
  if (text.length < 2 * count || text.length > 3 * count - 1 || !HEX_OCTETS.test(text)) return undefined;
  const digits = text.replace(/[^0-9a-f]/gi, '');
  return digits.length === 2 * count ? (digits.match(/../g) ?? undefined) : undefined;
}

/** A MAC address in one spelling (`01:00:5e:2f:64:0b`); none for `"Dst Unreachable"` and for the all-zero address. */
export function macAddress(raw: unknown): string | undefined {
  const address = octets(raw, 6)?.join(':').toLowerCase();
  return address === '00:00:00:00:00:00' ? undefined : address;
}

const COLON = 58;
const MAC_LENGTH = 17;
const SPACE = 32;
const NO_BREAK_SPACE = 160;

/** The value of a hexadecimal digit, or -1. */
function hexDigit(code: number): number {
  if (code >= ZERO && code <= NINE) return code - ZERO;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/**
 * Whether a text is a MAC address for {@link macAddress}: a device lists hundreds of senders, most of them without one,
 * so this looks at the usual spelling itself.
 */
export function isMacAddress(raw: unknown): boolean {
  if (typeof raw !== 'string') return false;
  if (raw.length !== MAC_LENGTH || raw.charCodeAt(2) !== COLON) {
    const isPadded = raw.charCodeAt(0) <= SPACE || raw.charCodeAt(0) >= NO_BREAK_SPACE;
    return (isPadded || hexDigit(raw.charCodeAt(1)) >= 0) && macAddress(raw) !== undefined;
  }
  let sum = 0;
  for (let at = 0; at < MAC_LENGTH; at++) {
    const code = raw.charCodeAt(at);
    if (at % 3 === 2) {
      if (code !== COLON) return false;
      continue;
    }
    const digit = hexDigit(code);
    if (digit < 0) return false;
    sum += digit;
  }
  return sum > 0;
}

/** Whether a sender's MAC field is an address (1) or says that there is no next hop (0); none where it says nothing. */
export function isResolved(raw: unknown): number | undefined {
  if (typeof raw !== 'string') return undefined;
  if (isMacAddress(raw)) return 1;
  return isPlaceholder(raw.trim()) ? undefined : 0;
}

/** An IEEE 1588 clock identity in one spelling, `00-90-F9-FF-FE-34-7D-D6`. */
export function clockIdentity(raw: unknown): string | undefined {
  return octets(raw, 8)?.join('-').toUpperCase();
}

/** A switch as its LLDP announcement names it. */
export interface LldpNeighbour {
  /** Management address, empty where only a name is announced. */
  readonly address: string;
  readonly name: string;
}

/** `"10.9.250.64 - WDC-R200-CSCORE1"`: address - name. */
export function lldpNeighbour(raw: unknown): LldpNeighbour | undefined {
  if (typeof raw !== 'string') return undefined;
  const text = raw.trim();
  if (isPlaceholder(text)) return undefined;
  const cut = text.indexOf(' - ');
  return cut < 0
    ? { address: '', name: text }
    : { address: text.slice(0, cut).trim(), name: text.slice(cut + 3).trim() };
}
