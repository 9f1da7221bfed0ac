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
export function hostFrom(text: string): string {
  const trimmed = text.trim();
  if (/^[0-9a-f]*:[0-9a-f:.]+$/i.test(trimmed)) return URL.canParse(`https://[${trimmed}]`) ? `[${trimmed}]` : '';
  const url = trimmed.includes('://') ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || /[\s\\@]/.test(trimmed) || !URL.canParse(url)) return '';
  const { hostname } = new URL(url.replace(/^ws/, 'http'));
  return hostname;
}

/** The host of the default URLs; empty for other URLs. */
export function commonHost({ restapi, websocket }: Addresses): string {
  const host = hostFrom(restapi);
  const made = addressesOf(host);
  return host !== '' && made.restapi === restapi && made.websocket === websocket ? host : '';
}

/** Whether a stored password would be sent to a different origin. */
export function differInOrigin(before: Addresses, after: Addresses): boolean {
  return (
    originOf(before.restapi) !== originOf(after.restapi) || originOf(before.websocket) !== originOf(after.websocket)
  );
}

function originOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
