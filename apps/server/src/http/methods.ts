import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ProblemError } from '@snp/http';
import type { NextFunction, Request, Response } from 'express';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * Tells whoever uses a method that a path does not have which ones it has: `OPTIONS` by an empty answer with `Allow`,
 * anything else by 405.
 */
export function refuseOtherMethods(app: NestExpressApplication, { paths }: OpenAPIObject): void {
  const routes = Object.entries(paths).map(([template, operations]) => ({
    pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}/?$`, 'i'),
    methods: METHODS.filter((method) => operations[method]).map((method) => method.toUpperCase()),
  }));
  app.use(({ method, path }: Request, response: Response, next: NextFunction) => {
    const methods = routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    if (methods.length === 0 || methods.includes(method === 'HEAD' ? 'GET' : method)) return next();
    response.setHeader(
      'Allow',
      [...new Set(methods), ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', '),
    );
    if (method === 'OPTIONS') return void response.status(204).end();
    const detail = `${method} means nothing here; the header Allow lists what does.`;
    next(new ProblemError(405, 'method-not-allowed', 'Method not allowed', detail));
  });
}
