import { isIPv4, isIPv6 } from 'node:net';

/** IPv6 hosts have a whole network of addresses: the first four groups are its name. */
const NETWORK_GROUPS = 4;

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** What counts as one address: an IPv4 address, or the /64 network of an IPv6 address. */
export function networkOf(address = 'unknown'): string {
  const ipv4 = MAPPED.exec(address)?.[1] ?? address;
  if (isIPv4(ipv4) || !isIPv6(address)) return ipv4;
  const [head, tail = ''] = shortest(address).split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const groups = [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** In the shortest form, as `URL` writes it. */
function shortest(address: string): string {
  return new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
}
