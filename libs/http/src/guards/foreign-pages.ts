import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemError } from '../problems/problem-error';
import { requestedHosts, requestedPath } from './requested-hosts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Browsers name the site that a request comes from; `none` is a person who typed the address. */
const OWN_SITES: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Refuses with 403 what the pages of others make a browser send: every request that may change something, and reading
 * the API, which those pages could not read but which costs. Links to the API work. Programs send neither `Origin` nor
 * `Sec-Fetch-Site`.
 * @param externalUrl the URL under which people open the exporter, if it is set
 */
export function refuseForeignPages(externalUrl?: string): RequestHandler {
  const external = externalUrl === undefined ? [] : [new URL(externalUrl).origin];
  return (request: Request, _response: Response, next: NextFunction) => {
    if (isLink(request)) return next();
    const origins = [...external, ...ownOrigins(request)];
    next(isFromAnotherSite(request) || isOfAnotherOrigin(request, origins) ? foreignPage(request, origins) : undefined);
  };
}

/** Opening a page is no danger, wherever the link to it was. */
function isLink(request: Request): boolean {
  if (!SAFE.has(request.method)) return false;
  const isOpened = request.get('sec-fetch-mode') === 'navigate' && request.get('sec-fetch-dest') === 'document';
  return isOpened || request.method === 'OPTIONS' || !/^\/api\//i.test(requestedPath(request));
}

function isFromAnotherSite(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  return site !== undefined && !OWN_SITES.has(site);
}

function isOfAnotherOrigin(request: Request, origins: readonly string[]): boolean {
  const origin = request.get('origin');
  return origin !== undefined && !origins.includes(normalized(origin) ?? '');
}

/** Scheme, host and port by which the exporter was reached; behind a trusted proxy those of the proxy. */
function ownOrigins(request: Request): readonly string[] {
  return requestedHosts(request).flatMap((host) => normalized(`${request.protocol}://${host}`) ?? []);
}

/** @returns undefined for `null` and what else is no origin */
function normalized(origin: string): string | undefined {
  return /^https?:\/\//i.test(origin) && URL.canParse(origin) ? new URL(origin).origin : undefined;
}

function foreignPage(request: Request, origins: readonly string[]): ProblemError {
  const from = request.get('origin') ?? 'another site';
  const detail =
    `The request comes from a page of ${from.slice(0, 300)}; only pages of ${origins.join(' and ') || 'the exporter'} ` +
    'may send it. Behind a reverse proxy, set TRUST_PROXY to the address of the proxy, or set EXTERNAL_URL.';
  return new ProblemError(403, 'foreign-page', 'Cross-origin request refused', detail);
}
