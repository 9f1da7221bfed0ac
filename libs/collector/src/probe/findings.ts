import { endpointOf } from '../device/addresses';
import { DeviceFailure, type Address } from '../failures/failure';
import { networkFailure } from '../failures/failures';
import { addressOf } from '../names/resolve-host';
import type { Certificate, TlsFacts } from '../device/sockets';
import type { ProbeStepName, ProbeTarget } from './probe-step';

/** What a step found, for users. */
export interface Finding {
  readonly detail: string;
  readonly certificate?: Certificate;
}

/** What the steps find unless they say otherwise. */
export function defaultFindings(target: ProbeTarget): Partial<Record<ProbeStepName, Finding>> {
  return {
    tcp: { detail: `port ${endpointOf(target.restapi).port} is open` },
    tls: { detail: 'not encrypted' },
    auth: { detail: `logged in as ${target.username}` },
    websocket: { detail: 'open' },
    subscribe: subscribeFinding(target, 'no reply to the token'),
  };
}

export function subscribeFinding({ objects }: ProbeTarget, token: string): Finding {
  return { detail: `${token}, subscribed to ${objects.length === 1 ? '1 object' : `${objects.length} objects`}` };
}

/**
 * Resolves the host names of both addresses.
 * @param signal nobody waits any more
 * @throws DeviceFailure
 */
export async function resolveHosts({ restapi, websocket }: ProbeTarget, signal: AbortSignal): Promise<Finding> {
  const address = await resolveHost(restapi, 'REST address', signal);
  await resolveHost(websocket, 'WebSocket address', signal);
  const { host } = endpointOf(restapi);
  return { detail: address === host ? `${host} is an IP address` : `${host} is ${address}` };
}

async function resolveHost(url: string, address: Address, signal: AbortSignal): Promise<string> {
  try {
    return await addressOf(endpointOf(url).host, signal);
  } catch (error) {
    throw new DeviceFailure(networkFailure(error, address));
  }
}

/** `TLSv1.3, self-signed, until 2031-01-01` */
export function tlsFinding({ protocol, certificate }: TlsFacts): Finding {
  const { selfSigned, issuer, validTo } = certificate;
  const signer = selfSigned ? 'self-signed' : `signed by ${issuer}`;
  const end = validTo === null ? '' : `, until ${new Date(validTo).toISOString().slice(0, 10)}`;
  return { detail: `${protocol}, ${signer}${end}`, certificate };
}
