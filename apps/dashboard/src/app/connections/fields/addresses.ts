import { trimmed } from './typed-text';

/** The two URLs of a device. */
export interface Addresses {
  readonly restapi: string;
  readonly websocket: string;
}

/** The default URLs of a host. */
export function addressesOf(host: string): Addresses {
  return { restapi: `https://${host}:9089/api/auth`, websocket: `wss://${host}/smm` };
}

/** The host in a text: a name, an IP address or a URL. Empty when there is none. */
export function hostFrom(typed: string): string {
  const text = trimmed(typed);
  if (/^[0-9a-f]*:[0-9a-f:.]+$/i.test(text)) return URL.canParse(`https://[${text}]`) ? `[${text}]` : '';
  const url = text.includes('://') ? text : `https://${text}`;
  if (text === '' || /[\s\\@]/.test(text) || !URL.canParse(url)) return '';
  const { hostname } = new URL(url.replace(/^ws/, 'http'));
  return hostname;
}

/** The host of the default URLs; empty for other URLs. */
export function commonHost({ restapi, websocket }: Addresses): string {
  const host = hostFrom(restapi);
  const made = addressesOf(host);
  return host !== '' && made.restapi === restapi && made.websocket === websocket ? host : '';
}

/** Whether a stored password would be sent to a different address, or its token: another path may be another device. */
export function differInEndpoint(before: Addresses, after: Addresses): boolean {
  return (['restapi', 'websocket'] as const).some((url) => endpointOf(before[url]) !== endpointOf(after[url]));
}

function endpointOf(typed: string): string {
  const address = trimmed(typed);
  if (!URL.canParse(address)) return address;
  const { protocol, host, pathname, search } = new URL(address);
  return `${protocol}//${host}${pathname}${search}`;
}
