import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants } from 'node:zlib';

/** Paths that never are a view of the dashboard. */
const NOT_A_VIEW = /^\/(api|metrics|probe|sd|-)(\/|$)|\.[^/]*$/;

/** The build gives these names a hash of their content, so that they never change. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

/** 256 KiB. */
const BROTLI_WINDOW_BITS = 18;

/** What pages may load: nothing that this server does not serve. Angular and Swagger put style elements into the page. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Security headers, and compression of everything but event streams. */
export function protectAndCompress(app: NestExpressApplication): void {
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
      xFrameOptions: { action: 'deny' },
      // The exporter itself speaks plain HTTP; who puts TLS before it decides on this.
      strictTransportSecurity: false,
    }),
  );
  app.use(
    compression({
      filter: (request, response) => !isStream(response) && compression.filter(request, response),
      // With its usual window each answer that is being sent takes 6 MiB.
      brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW_BITS } },
    }),
  );
}

function isStream(response: Response): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}

/**
 * Serves the built dashboard: files with a hash in their name for a year, everything else checked anew each time,
 * and its first page for every view that a browser asks for.
 */
export function serveDashboard(app: NestExpressApplication, folder: string, basePath: string): void {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const page = firstPage(readFileSync(index, 'utf8'), basePath);
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isFirstPage(request) && !isView(request)) return next();
    response.type('html').set('Cache-Control', 'no-cache').send(page);
  });
  app.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path)),
    }),
  );
}

/**
 * The first page with its files and its base path as clients see them. It is the same for every view, so that its links
 * must not be relative; and a `base` element is what an injected text would like to have.
 */
export function firstPage(built: string, basePath: string): string {
  return built
    .replace(/<base [^>]*>/, `<meta name="base-path" content="${basePath}">`)
    .replace(/(href|src)="(?![a-z]+:|\/)/g, `$1="${basePath}/`);
}

function cacheControl(path: string): string {
  return HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function isFirstPage({ method, path }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && (path === '/' || path === '/index.html');
}

/** Only a browser that opens a page asks for HTML by name; programs ask for anything. */
function isView({ method, path, headers }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && !NOT_A_VIEW.test(path) && !!headers.accept?.includes('text/html');
}
