import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** The zone of a link-local address, which some programs send. */
const ZONE = /%[^\]]*(?=\])/;

/** What would make a URL of more than a host and a port. */
const NOT_A_HOST = /[\s/\\?#@%]/;

/**
 * The name in a `Host` header as browsers write it: lower case, IP addresses in their usual form, no port, no final dot.
 * @returns undefined if it is not a host
 */
export function hostNameOf(host: string): string | undefined {
  const text = `http://${host.replace(ZONE, '')}`;
  if (NOT_A_HOST.test(text.slice('http://'.length)) || !URL.canParse(text)) return undefined;
  return new URL(text).hostname.replace(/\.$/, '');
}

/** A name that can be looked up, as URLs have it: in lower case and in ASCII. */
const NAME = /^(?=.{1,253}$)(?=.*[a-z0-9])[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/;

/**
 * The pattern that an entry of a list of hosts stands for: a name, or `*.example.org` for every name below that one.
 * @returns undefined if it is neither
 */
export function hostPatternOf(entry: string): string | undefined {
  const isDomain = entry.startsWith('*.');
  const name = hostNameOf(isDomain ? entry.slice(2) : entry);
  if (name === undefined || !(NAME.test(name) || isIP(withoutBrackets(name)) > 0)) return undefined;
  return isDomain ? `*.${name}` : name;
}

/** The host names that the exporter answers to, besides every IP address and `localhost`. */
export class AllowedHosts {
  private readonly patterns: readonly string[];

  /** @param allowed names and patterns, besides the names of this machine */
  constructor(allowed: readonly string[], machine: string = hostname()) {
    const own = [machine, machine.split('.', 1)[0]];
    const patterns = [...own, ...allowed].flatMap((entry) => hostPatternOf(entry) ?? []);
    this.patterns = [...new Set(patterns)].filter((pattern) => !isAlwaysAllowed(pattern));
  }

  /** @param host as in a `Host` header */
  allows(host: string): boolean {
    const name = hostNameOf(host);
    if (name === undefined) return false;
    if (isAlwaysAllowed(name)) return true;
    return this.patterns.some((pattern) =>
      pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern,
    );
  }

  /** All of them, for people. */
  toString(): string {
    return ['IP addresses', 'localhost', ...this.patterns].join(', ');
  }
}

/** A web page can give neither of these another address. */
function isAlwaysAllowed(name: string): boolean {
  return isIP(withoutBrackets(name)) > 0 || name === 'localhost' || name.endsWith('.localhost');
}

function withoutBrackets(name: string): string {
  return name.replace(/^\[|\]$/g, '');
}
