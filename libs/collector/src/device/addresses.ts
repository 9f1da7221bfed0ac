import type { ObjectRef } from '@snp/protocol';
import { isIP } from 'node:net';

/** Where a socket goes. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
}

const SECURE = new Set(['https:', 'wss:']);

/** @throws TypeError for what is not a URL */
export function endpointOf(url: string): Endpoint {
  const { hostname, port, protocol } = new URL(url);
  const isSecure = SECURE.has(protocol);
  const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return { host, port: port === '' ? (isSecure ? 443 : 80) : Number(port), isSecure };
}

/** The name to ask a certificate for, which has no dot at its end; an address is none. */
export function serverName({ host }: Endpoint): string | undefined {
  return isIP(host) === 0 ? host.replace(/\.$/, '') : undefined;
}

/**
 * The URL below which a device's REST calls are, ending in `/api/`: the connection's address up to there.
 * @throws TypeError for what is not a URL
 */
export function restBase(restapi: string): string {
  const { origin, pathname } = new URL(restapi);
  const path = `${pathname}/`;
  const end = path.indexOf('/api/');
  return origin + (end < 0 ? '/api/' : path.slice(0, end + '/api/'.length));
}

/** Where a device is asked about itself: as its connection's first object says, by default the device that one talks to. */
export function elementOf(objects: readonly ObjectRef[]): string {
  return objects[0]?.elementIP || '127.0.0.1';
}

/** Where the configuration of an object, such as `ptp` or `A-HD-1`, is read from; below {@link restBase}. */
export function configurationPath(elementIp: string, name: string): string {
  return `elements/${encodeURIComponent(elementIp)}/config/${encodeURIComponent(name)}`;
}
