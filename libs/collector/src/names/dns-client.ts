import { Resolver, type LookupAddress } from 'node:dns';
import { readFileSync } from 'node:fs';

/** Asks for a name; answers once, and not before it has returned. */
export type NameLookup = (name: string, answer: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const TIMEOUT_MS = 1_000;
const TRIES = 2;
/** The servers of this machine may change: they are read again after so long. */
const RENEWED_AFTER_MS = 30_000;
const NOT_THERE = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks the name servers of this machine directly: no thread waits, and an answer that does not come is given up soon. */
export class DnsClient {
  private resolver: Resolver | undefined;
  private madeAt = 0;

  /** @param servers those to ask instead, for tests */
  constructor(private readonly servers?: readonly string[]) {}

  readonly lookup: NameLookup = (name, answer) => this.lookupFirst(candidatesFor(name), answer);

  /** The first of the names that is there; one whose server does not answer ends the search, as there is no time. */
  private lookupFirst([name = '', ...others]: readonly string[], answer: Parameters<NameLookup>[1]): void {
    this.lookupOne(name, (error, addresses) => {
      if (error !== null && others.length > 0 && NOT_THERE.has(codeOf(error))) this.lookupFirst(others, answer);
      else answer(error, addresses);
    });
  }

  /** Answers with the first kind of address that is there: a server that says nothing to the other need not be waited for. */
  private lookupOne(name: string, answer: Parameters<NameLookup>[1]): void {
    const resolver = this.current();
    let [pending, isAnswered] = [2, false];
    const take =
      (family: 4 | 6) =>
      (error: Error | null, found: readonly string[] = []) => {
        pending--;
        if (isAnswered || (found.length === 0 && pending > 0)) return;
        isAnswered = true;
        if (found.length > 0) answer(null, addressesOf(found, family));
        else answer(error ?? new Error('no address'), []);
      };
    try {
      resolver.resolve4(name, take(4));
      resolver.resolve6(name, take(6));
    } catch (error) {
      // A name that cannot be asked for.
      process.nextTick(() => take(4)(error as Error));
      process.nextTick(() => take(6)(error as Error));
    }
  }

  private current(): Resolver {
    const now = performance.now();
    if (this.resolver === undefined || now - this.madeAt > RENEWED_AFTER_MS) {
      this.resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
      if (this.servers !== undefined) this.resolver.setServers(this.servers);
      this.madeAt = now;
    }
    return this.resolver;
  }
}

function addressesOf(found: readonly string[], family: 4 | 6): LookupAddress[] {
  return found.map((address) => ({ address, family }));
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}

/** The names that a short one may stand for, as `search` and `ndots` of resolv.conf say. */
function candidatesFor(name: string): string[] {
  if (name.endsWith('.')) return [name.slice(0, -1)];
  const { domains, dots } = searchList();
  const long = domains.map((domain) => `${name}.${domain}`);
  return name.split('.').length > dots ? [name, ...long] : [...long, name];
}

function searchList(): { domains: readonly string[]; dots: number } {
  try {
    const text = readFileSync('/etc/resolv.conf', 'utf8');
    const lists = [...text.matchAll(/^(?:search|domain)[ \t]+(.+)$/gm)].map(([, list = '']) =>
      list.trim().split(/\s+/),
    );
    const dots = Number(/^options.*\bndots:(\d+)/m.exec(text)?.[1] ?? 1);
    // `.` stands for the root, where the name itself is.
    return { domains: (lists.at(-1) ?? []).filter((domain) => domain !== '.').slice(0, MAX_DOMAINS), dots };
  } catch {
    return { domains: [], dots: 1 };
  }
}

const MAX_DOMAINS = 6;
