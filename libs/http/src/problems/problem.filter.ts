import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { ProblemError } from './problem-error';
import { asProblem } from './problems';

/** The body of every error answer. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: ProblemError['errors'];
}

/** Makes `application/problem+json` of whatever a handler threw; an unexpected error is logged and answered by a bare 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Api');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const error = asProblem(thrown) ?? this.unexpected(thrown);
    // A streamed answer has begun: it is cut off, so that no client takes it for complete.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = problemOf(error);
    response.status(problem.status).setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    if (error.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(error.retryAfterSeconds));
    response.send(JSON.stringify(problem));
  }

  private unexpected(error: unknown): ProblemError {
    this.logger.error('request failed', { error: error instanceof Error ? error.stack : String(error) });
    return new ProblemError(
      500,
      'internal',
      'Internal error',
      'The exporter failed to answer this request. See its log.',
    );
  }
}

/** Enough to correct a request by; its detail says how many more there are. */
const MAX_ERRORS = 100;

/** The body of the answer to an expected error. */
export function problemOf({ type, title, status, message, errors }: ProblemError): Problem {
  return { type, title, status, detail: message, ...(errors && { errors: errors.slice(0, MAX_ERRORS) }) };
}
