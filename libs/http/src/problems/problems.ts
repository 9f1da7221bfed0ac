import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { ProblemError, type FieldProblem } from './problem-error';

/** 400: what was sent cannot be read at all. */
export function unreadable(detail: string): ProblemError {
  return new ProblemError(400, 'unreadable', 'The request cannot be read', detail);
}

/**
 * 404
 * @param thing what there is not, as in "connection 7"
 */
export function notFound(thing: string): ProblemError {
  return new ProblemError(404, 'not-found', 'Not found', `There is no ${thing}.`);
}

/**
 * 409: another one has this name.
 * @param thing as in "Connection 'MCR-SNP-01'"
 */
export function nameTaken(thing: string): ProblemError {
  const detail = `${thing} already exists.`;
  return new ProblemError(409, 'name-taken', 'The name is taken', detail, [{ pointer: '/name', message: detail }]);
}

/**
 * 412: somebody else changed it since it was read.
 * @param thing as in "Connection 7"
 */
export function changedMeanwhile(thing: string): ProblemError {
  return new ProblemError(
    412,
    'changed-meanwhile',
    'Changed since it was read',
    `${thing} was changed since you read it. Read it again, then repeat your change.`,
  );
}

/** 413: more than this server takes at once. */
export function tooLarge(detail: string): ProblemError {
  return new ProblemError(413, 'too-large', 'Too large', detail);
}

/** 415: a body in a form that is not understood here. */
export function unsupportedMediaType(detail: string): ProblemError {
  return new ProblemError(415, 'unsupported-media-type', 'Unsupported media type', detail);
}

/** 422: readable, but not acceptable; says which fields and why. */
export function invalid(errors: readonly FieldProblem[], detail = summary(errors)): ProblemError {
  return new ProblemError(422, 'invalid', 'The request is invalid', detail, errors);
}

/** A refusal that says when to try again. */
export function retryLater(status: number, code: string, title: string, detail: string, waitMs: number): ProblemError {
  return new ProblemError(status, code, title, detail, undefined, Math.max(1, Math.ceil(waitMs / 1_000)));
}

/** 503: this server does as much as it can already. */
export function busy(reason: string): ProblemError {
  return new ProblemError(503, 'busy', 'The exporter is busy', `${reason} Nothing was changed; try again later.`);
}

/** 503: the database does not take or give anything now. */
export function databaseUnavailable(detail: string): ProblemError {
  return new ProblemError(503, 'database-unavailable', 'The database is not available', detail);
}

/** The answers to errors of rooms that know nothing of HTTP, by the stable code that those carry. */
const BY_CODE: Readonly<Record<string, (detail: string) => ProblemError>> = {
  'database-unavailable': databaseUnavailable,
};

/** The refusal that an error stands for; undefined for an unexpected one. */
export function asProblem(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException) return refusal(error.getStatus(), error.message);
  if (isOfExpress(error)) return refusal(error.status, error.message);
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return Object.hasOwn(BY_CODE, error.code) ? BY_CODE[error.code]?.(error.message) : undefined;
}

/** Refusals of Express and its parts, of a condition of a file's request for example. */
function isOfExpress(error: unknown): error is Error & { readonly status: number } {
  const isExposed = error instanceof Error && 'expose' in error && error.expose === true;
  return isExposed && 'status' in error && typeof error.status === 'number' && error.status < 500;
}

/** A refusal that is not this program's own, of a path that does not exist for example. */
function refusal(status: number, detail: string): ProblemError {
  const title = STATUS_CODES[status] ?? 'Error';
  return new ProblemError(status, title.toLowerCase().replaceAll(' ', '-'), title, detail);
}

function summary(errors: readonly FieldProblem[]): string {
  const [first] = errors;
  if (first === undefined) return 'The request is invalid.';
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return `${first.pointer === '' ? '' : `${first.pointer}: `}${first.message}${rest}`;
}
