import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** The local of the application that holds the base path; see {@link externalPath}. */
export const BASE_PATH_LOCAL = 'basePath';

/**
 * Answers below a path too, for proxies that leave it in the request; those that remove it are answered as ever.
 * @param basePath such as `/snp`; empty for none
 */
export function underBasePath(basePath: string): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const rest = request.url.startsWith(basePath) ? request.url.slice(basePath.length) : undefined;
    if (basePath === '' || rest === undefined) return next();
    // Relative links of the first page need the slash.
    if (rest === '' || rest.startsWith('?')) return response.redirect(`${basePath}/${rest}`);
    if (rest.startsWith('/')) request.originalUrl = request.url = rest;
    next();
  };
}

/** A path of the exporter as its clients see it. */
export function externalPath(response: Response, path: string): string {
  return `${String(response.app.locals[BASE_PATH_LOCAL] ?? '')}${path}`;
}
