import type { NextFunction, Request, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import { unsupportedMediaType } from '../problems/problems';

/**
 * Refuses compressed bodies with 415 and never inflates one: a few kilobytes can become gigabytes. For every method and
 * path of an application, also where no body is read.
 */
export function refuseCompressedBodies(request: Request, _response: Response, next: NextFunction): void {
  if (!hasBody(request) || isIdentity(request.headers['content-encoding'] ?? '')) return next();
  next(unsupportedMediaType('The body is compressed. Send it without Content-Encoding.'));
}

/** Whether a body follows, which may be empty only if its length is not known. */
export function hasBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Several headers come as one list; what it says of `identity` or of nothing changes nothing. */
function isIdentity(encodings: string): boolean {
  return encodings.split(',').every((encoding) => ['', 'identity'].includes(encoding.trim().toLowerCase()));
}
