import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { STATUS_CODES } from 'node:http';
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

/** Makes `application/problem+json` of whatever a handler threw; what nobody expected is logged and told as a bare 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Api');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.problemOf(error);
    // A streamed answer has begun: all that is left is to end it, unfinished, so that nobody takes it for whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status).setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    if (problem.status === 503) response.setHeader('Retry-After', '5');
    response.send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): Problem {
    const expected = error instanceof HttpException ? error : asProblem(error);
    if (expected !== undefined) return problemOf(expected);
    this.logger.error('request failed', { error: error instanceof Error ? error.stack : String(error) });
    return {
      type: 'urn:snp-exporter:problem:internal',
      title: 'Internal error',
      status: 500,
      detail: 'The exporter failed to answer this request; its log says why.',
    };
  }
}

/** The answer's body for an expected error. */
export function problemOf(error: ProblemError | HttpException): Problem {
  if (error instanceof ProblemError) {
    const { type, title, status, message, errors } = error;
    return { type, title, status, detail: message, ...(errors && { errors }) };
  }
  const status = error.getStatus();
  const title = STATUS_CODES[status] ?? 'Error';
  const code = title.toLowerCase().replaceAll(' ', '-');
  return { type: `urn:snp-exporter:problem:${code}`, title, status, detail: error.message };
}
