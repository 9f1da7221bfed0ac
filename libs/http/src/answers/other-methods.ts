import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemError } from '../problems/problem-error';

/** The methods of a path. */
export interface PathMethods {
  /** As in OpenAPI: `/api/connections/{id}`. */
  readonly path: string;
  /** In capitals; with `OPTIONS` among them, that method is answered here. */
  readonly methods: readonly string[];
}

/**
 * Refuses methods that a path does not have with 405, which the filter of the application answers, and lists in `Allow`
 * those that it has. Other paths are left to the routes.
 */
export function refuseOtherMethods(paths: readonly PathMethods[]): RequestHandler {
  const routes = paths.map(({ path, methods }) => ({
    pattern: new RegExp(`^${path.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}/?$`, 'i'),
    methods,
  }));
  return ({ method, originalUrl }: Request, response: Response, next: NextFunction) => {
    const [path = ''] = originalUrl.split('?', 1);
    const matching = routes.filter(({ pattern }) => pattern.test(path));
    const supported = [...new Set(matching.flatMap(({ methods }) => methods))];
    const isAnsweredHere = method === 'OPTIONS' || !supported.includes(method);
    if (supported.length === 0 || !isAnsweredHere) return next();
    response.setHeader('Allow', supported.join(', '));
    if (supported.includes(method)) return void response.status(204).end();
    const detail = `${method} is not supported here. Supported: ${supported.join(', ')}.`;
    next(new ProblemError(405, 'method-not-allowed', 'Method not allowed', detail));
  };
}
