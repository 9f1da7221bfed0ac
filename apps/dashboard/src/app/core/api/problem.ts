import { HttpErrorResponse } from '@angular/common/http';

/** A fault at one field; `pointer` is a JSON pointer such as `/objects_ids/2/objectType`. */
export interface FieldFault {
  readonly pointer: string;
  readonly message: string;
}

/** An RFC 9457 problem of the server, or why it cannot be reached. */
export interface Problem {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldFault[];
}

interface ProblemBody {
  title?: unknown;
  detail?: unknown;
  errors?: unknown;
}

/** The server refused a request. */
export class RefusedError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** Converts whatever a call threw. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RefusedError) return error.problem;
  if (!(error instanceof HttpErrorResponse)) {
    return { status: 0, title: $localize`Something went wrong`, detail: String(error), errors: [] };
  }
  if (error.status === 0) return notResponding();
  return problemFrom(error.status, bodyOf(error.error), error.statusText);
}

/** No answer came. */
export function notResponding(): Problem {
  return {
    status: 0,
    title: $localize`The exporter is not responding`,
    detail: $localize`Check that the exporter is running and reachable from this computer.`,
    errors: [],
  };
}

/** A problem from the body of a response. */
export function problemFrom(status: number, body: unknown, fallback = ''): Problem {
  const { title, detail, errors } = (typeof body === 'object' && body !== null ? body : {}) as ProblemBody;
  return {
    status,
    title:
      typeof title === 'string' ? title : fallback || $localize`The exporter returned HTTP status ${status}:status:`,
    detail: typeof detail === 'string' ? detail : '',
    errors: Array.isArray(errors) ? errors.filter(isFieldFault) : [],
  };
}

function bodyOf(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    // The page of a proxy is not for users.
    return undefined;
  }
}

function isFieldFault(value: unknown): value is FieldFault {
  const fault = value as Partial<FieldFault> | null;
  return typeof fault?.pointer === 'string' && typeof fault.message === 'string';
}

/** The problem in one sentence. */
export function sentenceOf({ title, detail }: Problem): string {
  return detail || title;
}
