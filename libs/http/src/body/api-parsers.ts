import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { ProblemError } from '../problems/problem-error';
import { tooLarge, unreadable, unsupportedMediaType } from '../problems/problems';
import { HandledBodies } from './handled-bodies';
import { IncomingBodies } from './incoming-bodies';
import { parseJson } from './json';
import { hasBody, refuseCompressedBodies } from './refuse-compressed';

const MiB = 1024 * 1024;
const MAX_BODY_MIB = 1;

/** The methods whose bodies are read; a body with any other method is ignored. */
const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

const JSON_TYPE = /^application\/(.+\+)?json$/;
const PAGE_IMPORT_TYPES =
  /^(application\/((.+\+)?json|(x-)?yaml|octet-stream)|text\/((x-)?yaml|csv)|application\/vnd\.ms-excel)$/;
/** Without a type, or with this one, browsers let any web page send here: then only programs are listened to. */
const IMPORT_TYPES = new RegExp(`${PAGE_IMPORT_TYPES.source}|^text/plain$`);
const WANTED_IMPORT_TYPES = 'application/json, application/yaml or text/csv';

/**
 * Installs what reads the bodies of requests to `/api`, in place of Nest's own parsers (create the application with
 * `bodyParser: false`): JSON of at most 1 MiB. The file of an import is left unread, for whoever imports it to stream.
 * Install it first: it refuses compressed bodies for every path.
 */
export function installApiParsers(app: NestExpressApplication): void {
  // Answers carry live state: a tag computed of the whole answer would only cost time.
  app.set('etag', false);
  app.use(refuseCompressedBodies);
  app.use(
    '/api',
    freshAnswers,
    Router()
      .use('/import', fileType, leaveRouter)
      .use(rawBody(new IncomingBodies(MAX_BODY_MIB * MiB)), jsonBody(new HandledBodies())),
  );
}

/** An entity tag names the stored record; the state beside it changes all the time, so "not modified" would be wrong. */
function freshAnswers(request: Request, response: Response, next: NextFunction): void {
  delete request.headers['if-none-match'];
  delete request.headers['if-modified-since'];
  if (!request.path.startsWith('/docs')) response.setHeader('Cache-Control', 'no-store');
  next();
}

type Middleware = (request: Request, response: Response, next: NextFunction) => void;

const readBody = express.raw({ type: () => true, limit: MAX_BODY_MIB * MiB, inflate: false });

const rawBody =
  (bodies: IncomingBodies): Middleware =>
  (request, response, next) => {
    if (!WITH_BODY.has(request.method)) return next();
    if (hasBody(request)) bodies.watch(request);
    readBody(request, response, (error?: unknown) => next(error && refusal(error)));
  };

/** The problem that an error of body-parser stands for. */
function refusal(error: unknown): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return tooLarge(`The body is larger than ${MAX_BODY_MIB} MiB.`);
  return unreadable('The body is incomplete.');
}

const jsonBody =
  (bodies: HandledBodies): Middleware =>
  (request, response, next) => {
    attempt(next, () => {
      const body = bytesOf(request);
      if (body === undefined) return;
      bodies.take(body.length, response);
      requireType(request, JSON_TYPE, 'application/json');
      request.body = parseJson(utf8(body));
    });
  };

const fileType: Middleware = (request, _response, next) => {
  attempt(next, () => {
    if (!hasBody(request)) return;
    if (request.headers['content-type'] === undefined && !isFromPage(request)) return;
    requireType(request, isFromPage(request) ? PAGE_IMPORT_TYPES : IMPORT_TYPES, WANTED_IMPORT_TYPES);
  });
};

const leaveRouter: Middleware = (_request, _response, next) => next('router');

function isFromPage({ headers }: Request): boolean {
  return headers.origin !== undefined;
}

function attempt(next: NextFunction, work: () => void): void {
  try {
    work();
  } catch (error) {
    return next(error instanceof ProblemError ? error : unreadable('The body cannot be read.'));
  }
  next();
}

/** The bytes of the body; an absent or empty one is no body. */
function bytesOf(request: Request): Buffer | undefined {
  const body: unknown = request.body;
  request.body = undefined;
  return Buffer.isBuffer(body) && body.length > 0 ? body : undefined;
}

function requireType(request: Request, accepted: RegExp, wanted: string): void {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (!accepted.test(type.trim())) throw unsupportedMediaType(`The body must be ${wanted}.`);
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  if (charset !== undefined && !/^charset="?(utf-?8|us-ascii)"?$/.test(charset)) {
    throw unsupportedMediaType('The body must be in UTF-8.');
  }
}

function utf8(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw unreadable('The body is not UTF-8.');
  }
}
