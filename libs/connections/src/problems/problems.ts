import { ProblemError, type FieldProblem } from './problem-error';

/** 400: what was sent cannot be read at all. */
export function unreadable(detail: string): ProblemError {
  return new ProblemError(400, 'unreadable', 'The request cannot be read', detail);
}

/** 404: there is no connection with this id. */
export function noConnection(id: number): ProblemError {
  return new ProblemError(404, 'not-found', 'Not found', `There is no connection ${id}.`);
}

/** 409: another connection has this name. */
export function nameTaken(name: string): ProblemError {
  const detail = `Connection '${name}' already exists.`;
  return new ProblemError(409, 'name-taken', 'The name is taken', detail, [{ pointer: '/name', message: detail }]);
}

/** 412: somebody else changed the connection since it was read. */
export function changedMeanwhile(id: number): ProblemError {
  return new ProblemError(
    412,
    'changed-meanwhile',
    'Changed meanwhile',
    `Connection ${id} was changed since you read it. Read it again, then repeat your change.`,
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

/** 503: the database does not take or give anything now. */
export function databaseUnavailable(detail: string): ProblemError {
  return new ProblemError(503, 'database-unavailable', 'The database is not available', detail);
}

function summary(errors: readonly FieldProblem[]): string {
  const [first] = errors;
  if (first === undefined) return 'The request is invalid.';
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return `${first.pointer === '' ? '' : `${first.pointer}: `}${first.message}${rest}`;
}
