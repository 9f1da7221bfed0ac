import type { Request } from 'express';
import { isIPv6 } from 'node:net';

/** The address of who asks: behind a trusted proxy the forwarded one. However it is written, it is one client. */
export function clientOf({ ip = 'unknown' }: Pick<Request, 'ip'>): string {
  // Some proxies forward the port as well.
  const address = /^\[(.+)\](?::\d+)?$/.exec(ip)?.[1] ?? ip.replace(/^([\d.]+):\d+$/, '$1');
  return isIPv6(address) && !address.includes('%') ? usualForm(address) : address;
}

/** Of an IPv6 address the shortest form; where it stands for an IPv4 address, that. */
function usualForm(address: string): string {
  const text = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(text) ?? [];
  if (high === undefined || low === undefined) return text;
  return [high, low].flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 255]).join('.');
}
