import { Logger } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemError } from '../problems/problem-error';
import { unreadable } from '../problems/problems';
import { hostNameOf, type AllowedHosts } from './allowed-hosts';
import { requestedHosts, requestedPath } from './requested-hosts';

/** Names that are logged, each once. */
const MAX_LOGGED = 100;

/** Longer names are cut in messages. */
const MAX_SHOWN = 253;

/**
 * Refuses requests for host names that the exporter does not have with 421: a web page can give its own name the address
 * of the exporter, and is then of the same origin (DNS rebinding).
 * @param isOpen paths that are answered under every name
 */
export function refuseForeignHosts(
  allowed: AllowedHosts,
  isOpen: (path: string) => boolean = () => false,
): RequestHandler {
  const logRefusal = refusalLog(allowed);
  return (request: Request, response: Response, next: NextFunction) => {
    if ((request.headersDistinct['host'] ?? []).length > 1)
      return next(unreadable('There is more than one Host header.'));
    const refused = requestedHosts(request).find((host) => !allowed.allows(host));
    if (refused === undefined || isOpen(requestedPath(request))) return next();
    const problem = hostNotAllowed(refused);
    logRefusal(refused);
    if (!isForPeople(request)) return next(problem);
    response.status(problem.status).type('text/plain').set('Cache-Control', 'no-store');
    response.send(`${problem.title}\n\n${problem.message}\n`);
  };
}

function hostNotAllowed(host: string): ProblemError {
  const name = hostNameOf(host)?.slice(0, MAX_SHOWN);
  const detail =
    name === undefined
      ? 'The host in this request is not a valid host name.'
      : `The exporter does not answer to the host name "${name}". Open it by its IP address, or allow the name: ` +
        `add it to the environment variable ALLOWED_HOSTS (ALLOWED_HOSTS=${name}) and restart the exporter.`;
  return new ProblemError(421, 'host-not-allowed', 'Host name not allowed', detail);
}

/** Logs each name once, and not without end: names come from outside. */
function refusalLog(allowed: AllowedHosts): (host: string) => void {
  const logger = new Logger('Http');
  const logged = new Set<string>();
  return (host) => {
    const name = (hostNameOf(host) ?? host).slice(0, MAX_SHOWN);
    if (logged.has(name) || logged.size >= MAX_LOGGED) return;
    logged.add(name);
    logger.warn('requests refused: the host name is not in ALLOWED_HOSTS', { host: name, allowed: String(allowed) });
  };
}

/** A browser that opens a page asks for HTML by name. */
function isForPeople({ headers }: Request): boolean {
  return !!headers.accept?.includes('text/html');
}
