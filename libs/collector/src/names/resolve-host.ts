import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { SYSTEM_CLOCK, type Cancel } from '../common/clock';
import { DnsClient } from './dns-client';
import { HostsFile } from './hosts-file';
import { NameResolver } from './name-resolver';

/** For all connections of this process. */
const resolver = new NameResolver({
  clock: SYSTEM_CLOCK,
  hosts: new HostsFile(),
  system: (name, answer) =>
    lookup(name, { all: true }, (error, addresses) => answer(error, error === null ? addresses : [])),
  direct: new DnsClient().lookup,
});

/** What a socket asks for its host; `cancel` ends its waiting. */
export function lookupOfSocket(): { readonly lookup: LookupFunction; readonly cancel: Cancel } {
  let cancel: Cancel = () => undefined;
  const lookupHost: LookupFunction = (host, { all }, answer) => {
    cancel = resolver.resolve(host, 'sessions', (error, addresses) => {
      const [first] = addresses;
      if (error !== null || first === undefined) answer(error ?? new Error('no address'), '', 0);
      else if (all) answer(null, [...addresses]);
      else answer(null, first.address, first.family);
    });
  };
  return { lookup: lookupHost, cancel: () => cancel() };
}

/**
 * The first address of a host, for people; the host itself where it is an address.
 * @param signal nobody waits any more
 */
export function addressOf(host: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const cancel = resolver.resolve(host, 'people', (error, [first]) => {
      if (error === null && first !== undefined) resolve(first.address);
      else reject(error ?? new Error('no address'));
    });
    signal.addEventListener('abort', cancel, { once: true });
  });
}
