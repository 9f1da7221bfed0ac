import { isHostName, parsedUrl } from '../validation/device-url';

/** A host may be given as a URL, of which only the host is taken. */
const HOST = /^(?:(?:https?|wss?):\/\/)?(?<host>\[[0-9a-f:.]+\]|[^\s/?#\\@:[\]]+)(?:[/?#].*)?$/i;
const IPV6 = /^[0-9a-f]*:[0-9a-f:.]+$/i;
const NUMBERS = /^[\d.]+$/;
const IPV4 = /^(?:(?:0|[1-9]\d{0,2})(?:\.|$)){4}$/;

export interface Addresses {
  readonly restapi: string;
  readonly websocket: string;
}

/** The URLs of the device with this host name or IP address; undefined where it is none. */
export function addressesOf(text: string): Addresses | undefined {
  const host = IPV6.test(text) ? `[${text}]` : HOST.exec(text)?.groups?.['host'];
  // URLs take 010 for 8, and one number for an address.
  const isOdd = host !== undefined && NUMBERS.test(host) && !IPV4.test(host);
  const hostname = host === undefined || isOdd ? undefined : parsedUrl(`https://${host}`)?.hostname;
  return hostname === undefined || !isHostName(hostname)
    ? undefined
    : { restapi: `https://${hostname}:9089/api/auth`, websocket: `wss://${hostname}/smm` };
}
