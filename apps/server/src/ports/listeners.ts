import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/** A port that cannot be opened; the message names the port and the variable that changes it. */
export class PortUnavailable extends Error {}

const OF_THE_PORT: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'needs privileges that this user does not have',
};

const OF_THE_ADDRESS: Readonly<Record<string, string>> = {
  EADDRNOTAVAIL: 'is not an address of this machine',
  ENOTFOUND: 'cannot be resolved',
  EAI_AGAIN: 'cannot be resolved now: the name server does not answer',
  EAI_FAIL: 'cannot be resolved',
  EAI_NODATA: 'cannot be resolved',
  EINVAL: 'cannot be listened on: an IPv6 address may need its interface (fe80::1%eth0)',
  EAFNOSUPPORT: 'cannot be listened on: this machine has no addresses of that kind',
  ENOENT: 'cannot be resolved',
};

/** Longer than load balancers keep an unused connection, so that they never reuse one that has just been closed; ms. */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_MS = 80_000;
/** For a whole request: a file to import may come over a slow line. */
const REQUEST_MS = 300_000;
/** A client that reads nothing of what is there for it is cut off after this. */
const STALLED_MS = 30_000;

/** How long clients may take. */
export function limitTimes(server: Server): void {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.timeout = STALLED_MS;
}

/** The address to listen on, without the brackets that it has in URLs. */
function listenAddress(host: string): string {
  const bare = /^\[(.*)\]$/.exec(host)?.[1];
  return bare !== undefined && isIP(bare) !== 0 ? bare : host;
}

/** Where a port is listened on, as in a URL. */
export function authority(host: string, port: number): string {
  const address = listenAddress(host);
  return `${isIPv6(address) ? `[${address}]` : address}:${port}`;
}

/**
 * Opens a port for an application.
 * @param variable the environment variable that changes the port
 * @throws PortUnavailable
 */
export async function listen(app: NestExpressApplication, host: string, port: number, variable: string): Promise<void> {
  try {
    await app.listen(port, listenAddress(host));
  } catch (error) {
    throw unavailable(error as NodeJS.ErrnoException, host, port, variable);
  }
}

function unavailable(error: NodeJS.ErrnoException, host: string, port: number, variable: string): Error {
  const code = error.code ?? '';
  if (OF_THE_PORT[code] !== undefined) {
    return new PortUnavailable(`Port ${port} of ${host} ${OF_THE_PORT[code]}. Set ${variable} to use another one.`);
  }
  // A system call that failed: whatever it says, it says it about the address.
  const reason = OF_THE_ADDRESS[code] ?? (error.syscall && `cannot be listened on (${code})`);
  if (reason === undefined) return error;
  return new PortUnavailable(
    `HOST: ${host} ${reason}. Set HOST to an address of this machine, or to 0.0.0.0 or :: for all of them.`,
  );
}
