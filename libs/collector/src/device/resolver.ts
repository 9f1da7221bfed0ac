import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { Cancel } from '../common/clock';
import { Gate } from './gate';

type Answer = Parameters<LookupFunction>[2];
type Lookup = (hostname: string, options: LookupOptions, answer: Answer) => void;

/** At most so many names are resolved at the same time. */
const MAX_LOOKUPS = 2;

/**
 * Resolves host names, a few at a time and each only once at a time. The system's resolver takes a thread of four for
 * every name, for half a minute where the name server is gone, and the database needs those threads too.
 */
export function boundedLookup(resolve: Lookup = lookup): LookupFunction {
  const gate = new Gate(MAX_LOOKUPS, { polling: 0, healthy: MAX_LOOKUPS, suspect: 0 });
  const askers = new Map<string, Answer[]>();
  return (hostname, options, answer) => {
    if (isIP(hostname) !== 0) return resolve(hostname, options, answer);
    const question = JSON.stringify([hostname, options]);
    const others = askers.get(question);
    if (others !== undefined) return void others.push(answer);
    askers.set(question, [answer]);
    const leave: Cancel = gate.ask('healthy', () =>
      resolve(hostname, options, (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family) => {
        leave();
        const all = askers.get(question) ?? [];
        askers.delete(question);
        for (const each of all) each(error, address, family);
      }),
    );
  };
}

/** For all devices together. */
export const resolveHost: LookupFunction = boundedLookup();

/** The first address of a host; the host itself where it is an address. */
export function addressOf(host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { all: false };
    resolveHost(host, options, (error, address) => (error === null ? resolve(String(address)) : reject(error)));
  });
}
