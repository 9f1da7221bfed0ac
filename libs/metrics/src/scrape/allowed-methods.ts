import type { NextFunction, Request, Response } from 'express';

const READ = ['GET', 'HEAD'];

/** What each path takes; everything else on it is answered with 405. */
const METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['/', READ],
  ['/metrics', READ],
  ['/probe', READ],
  ['/sd', READ],
  ['/-/healthy', READ],
  ['/-/ready', READ],
  ['/-/reload', ['GET', 'POST', 'PUT']],
]);

/** Answers a method that a path does not take with 405 and the methods that it does take. */
export function allowedMethods(request: Request, response: Response, next: NextFunction): void {
  const allowed = METHODS.get(pathOf(request));
  if (allowed === undefined || allowed.includes(request.method)) return next();
  response.setHeader('Allow', allowed.join(', '));
  response
    .status(405)
    .type('text/plain')
    .send(`${request.method} is not allowed here. Allowed: ${allowed.join(', ')}.\n`);
}

/** The path as it was asked for, without a slash at its end; in lower case, as routes do not tell the cases apart. */
function pathOf({ originalUrl }: Request): string {
  return originalUrl
    .split('?')[0]
    .replace(/(.)\/$/, '$1')
    .toLowerCase();
}
