import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ProblemError } from '@snp/http';
import type { Response } from 'express';
import { ScrapeError } from './scrape-error';

/** Answers every error of this port with one line of plain text, which Prometheus shows on its target page. */
@Catch()
export class PlainTextFilter implements ExceptionFilter {
  private readonly logger = new Logger('Metrics');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { status, text } = this.describe(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const header of ['Content-Encoding', 'Content-Length', 'Vary']) response.removeHeader(header);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (error instanceof ProblemError && error.retryAfterSeconds !== undefined)
      response.setHeader('Retry-After', error.retryAfterSeconds);
    response.status(status).type('text/plain').send(`${text}\n`);
  }

  private describe(error: unknown): { status: number; text: string } {
    if (error instanceof ScrapeError || error instanceof ProblemError)
      return { status: error.status, text: error.message };
    if (error instanceof HttpException) return { status: error.getStatus(), text: error.message };
    this.logger.error('scrape failed', { error: String(error) });
    return { status: 500, text: 'The exporter failed; its log says why.' };
  }
}
