import type { Request } from 'express';

/** A request target with a host, as for proxies, whatever its scheme. */
const ABSOLUTE_TARGET = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i;

type Trust = (address: string | undefined, hop: number) => boolean;

/**
 * The hosts that a request was sent to: those that a trusted proxy forwards, or that of the request itself. Proxies in a
 * row add theirs, and some keep what the client wrote, so that none of them may be left unchecked.
 */
export function requestedHosts(request: Request): readonly string[] {
  const isFromProxy = (request.app.get('trust proxy fn') as Trust)(request.socket.remoteAddress, 0);
  const forwarded = isFromProxy ? request.get('x-forwarded-host') : undefined;
  if (forwarded) return forwarded.split(',').map((host) => host.trim());
  // The host of an absolute target replaces that of the header (RFC 9112, section 3.2.2).
  const host = ABSOLUTE_TARGET.exec(request.originalUrl)?.[1] ?? request.headers.host;
  return host === undefined ? [] : [host];
}

/** The path of a request, wherever the middleware that asks for it is mounted. */
export function requestedPath({ originalUrl }: Request): string {
  return originalUrl.replace(ABSOLUTE_TARGET, '').split('?', 1)[0];
}
