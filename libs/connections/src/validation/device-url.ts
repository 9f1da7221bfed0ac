import { hiddenInUrl, withoutAnyHidden } from './hidden-characters';
import { trimmed } from './white-space';

/** The schemes of an address: the encrypted one first. */
export type Schemes = readonly [secure: string, plain: string];

export const REST_SCHEMES: Schemes = ['https:', 'http:'];
export const WEBSOCKET_SCHEMES: Schemes = ['wss:', 'ws:'];

export const MAX_URL_LENGTH = 2_048;

/** `scheme://authority`, then the rest; the URL parser alone would repair spaces, backslashes and missing slashes. */
const SHAPE = /^[a-z]+:\/\/(?<authority>[^/?#]+)[^#]*$/iu;

/** What is wrong with an address that is kept without white space at its ends. */
export function trimmedUrlProblem(value: unknown, schemes: Schemes): string | undefined {
  if (typeof value !== 'string') return deviceUrlProblem(value, schemes);
  const text = trimmed(value);
  const problem = deviceUrlProblem(text, schemes);
  // Where the hidden characters are all that is wrong, they are named.
  const isGoodWithout = problem !== undefined && deviceUrlProblem(withoutAnyHidden(text), schemes) === undefined;
  return isGoodWithout ? hiddenInUrl(text) : problem;
}

/** What is wrong with an address of a device; undefined for a good one, encrypted or not. */
export function deviceUrlProblem(value: unknown, [secure, plain]: Schemes): string | undefined {
  const kinds = `${secure}// or ${plain}//`;
  if (typeof value !== 'string' || value === '') return `must be a URL that starts with ${kinds}`;
  if (value.length > MAX_URL_LENGTH) return `must not be longer than ${MAX_URL_LENGTH} characters`;
  if (/[\s\p{Cc}\p{Cs}\\]/u.test(value)) return 'must not contain spaces, control characters or backslashes';
  if (value.includes('#')) return 'must not have a fragment (#…)';
  const authority = SHAPE.exec(value)?.groups?.['authority'];
  const url = parsedUrl(value);
  if (authority === undefined || url === undefined) return `must be a complete URL that starts with ${kinds}`;
  if (url.protocol !== secure && url.protocol !== plain) return `must start with ${kinds}`;
  if (authority.includes('@')) return 'must not contain a user name or password; use the fields for them';
  if (!isHostName(url.hostname)) return 'must have a host name or an IP address that can exist';
  if (url.port === '0') return 'must have a port from 1 to 65535';
  return undefined;
}

/** What a name server or `/etc/hosts` may know; the URL parser takes `*`, `a;b` and names without end. */
const HOST_NAME = /^(?=.{1,254}$)(?=.*[a-z0-9])[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?$/;

/** @param hostname of a parsed URL, which has names in lower case and in ASCII */
export function isHostName(hostname: string): boolean {
  return hostname.startsWith('[') || HOST_NAME.test(hostname);
}

/** A stored address without a user name and password in it. */
export function withoutUserinfo(url: string): string {
  return url.replace(/^(\w+:\/\/)[^/?#]*@/, '$1…@');
}

/** Whether a good address leaves the password or the readings unencrypted. */
export function isPlain(url: string, [, plain]: Schemes): boolean {
  return url.toLowerCase().startsWith(plain);
}

/**
 * Whether two addresses, however they are written, lead to the same scheme, host, port, path and query: what is behind
 * another path of a proxy may be another device.
 */
export function isSameEndpoint(url: string, other: string): boolean {
  return url === other || endpointOf(url) === endpointOf(other);
}

/** The text itself if it is no URL. */
function endpointOf(url: string): string {
  const parsed = parsedUrl(url);
  return parsed === undefined ? url : `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search}`;
}

/** Not by `URL.canParse`: once Node.js 20 has compiled it, it refuses URLs with letters such as é. */
export function parsedUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
