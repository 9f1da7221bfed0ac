/** Both addresses of a device. */
export interface Addresses {
  readonly restapi: string;
  readonly websocket: string;
}

/** What a device is reached by when one knows nothing but its host. */
export function addressesOf(host: string): Addresses {
  return { restapi: `https://${host}:9089/api/auth`, websocket: `wss://${host}/smm` };
}

/** The host that someone meant: a name, an IP address, or a whole address pasted from elsewhere. Empty for nonsense. */
export function hostFrom(text: string): string {
  const trimmed = text.trim();
  if (/^[0-9a-f]*:[0-9a-f:.]+$/i.test(trimmed)) return URL.canParse(`https://[${trimmed}]`) ? `[${trimmed}]` : '';
  const url = trimmed.includes('://') ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || /[\s\\@]/.test(trimmed) || !URL.canParse(url)) return '';
  const { hostname } = new URL(url.replace(/^ws/, 'http'));
  return hostname;
}

/** The host that both addresses were made of; empty where they were written by hand. */
export function commonHost({ restapi, websocket }: Addresses): string {
  const host = hostFrom(restapi);
  const made = addressesOf(host);
  return host !== '' && made.restapi === restapi && made.websocket === websocket ? host : '';
}

/** Whether a password that was stored for one address would be sent to another. */
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
