import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { send, UnfinishedAnswers } from '@snp/http';
import type { Request, Response } from 'express';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';
import { ExpositionService } from './exposition.service';
import { acceptsGzip, CONTENT_TYPES, formatOf, patienceOf, waitOf } from './negotiation';
import { quoted, ScrapeError } from './scrape-error';
import { readScrapeQuery, type ScrapeQuery } from './scrape-query';

/** Time for a 503 to get to a scraper that waits for less, in milliseconds. */
const SHORTEST_WAIT_MS = 1_000;

/** Scrapes of all devices, or of one. */
@Controller()
export class ScrapeController {
  constructor(
    @Inject(METRICS_OPTIONS) private readonly options: MetricsOptions,
    private readonly expositions: ExpositionService,
    private readonly answers: UnfinishedAnswers,
  ) {}

  @Get('metrics')
  async metrics(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(request, response, readScrapeQuery(request.url, this.options.groups));
  }

  @Get('probe')
  async probe(@Req() request: Request, @Res() response: Response): Promise<void> {
    const query = readScrapeQuery(request.url, this.options.groups);
    if (query.target === undefined)
      throw new ScrapeError(400, 'The parameter target is required: the name of the connection to scrape.');
    await this.answer(request, response, query);
  }

  private async answer(request: Request, response: Response, query: ScrapeQuery): Promise<void> {
    const waitMs = waitOf(request);
    const deadline = setTimeout(() => response.destroy(), Math.max(waitMs, SHORTEST_WAIT_MS)).unref();
    response.once('close', () => clearTimeout(deadline));
    if (query.target !== undefined) await this.checkTarget(query.target);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const patience = patienceOf(request);
    const late = patience === undefined ? undefined : AbortSignal.timeout(patience);
    const signal = late === undefined ? gone.signal : AbortSignal.any([gone.signal, late]);
    try {
      await this.renderAndSend(request, response, query, signal);
    } catch (error) {
      if (gone.signal.aborted) return; // there is nobody left to tell
      if (late?.aborted && !response.headersSent)
        throw new ScrapeError(503, 'The scrape cannot finish within its timeout.');
      throw error;
    }
  }

  /** Not an async function: that would keep the pieces that are sent until all are. */
  private renderAndSend(request: Request, response: Response, query: ScrapeQuery, signal: AbortSignal): Promise<void> {
    const format = formatOf(request);
    const isCompressed = acceptsGzip(request);
    return this.expositions.render(query, format, isCompressed, signal).then((exposition) => {
      response.setHeader('Content-Type', CONTENT_TYPES[format]);
      response.setHeader('Vary', 'Accept, Accept-Encoding');
      if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
      response.setHeader(
        'Content-Length',
        exposition.reduce((bytes, { length }) => bytes + length, 0),
      );
      if (request.method === 'HEAD') return void response.end();
      return send(response, exposition, this.answers, waitOf(request));
    });
  }

  /**
   * Says why there is nothing to scrape under a name. A target with series is not looked up, so that scrapes work without
   * the database.
   */
  private async checkTarget(name: string): Promise<void> {
    if (this.options.store.target(name) !== undefined) return;
    const connection = (await this.options.targets()).find((each) => each.name === name);
    if (connection === undefined) throw new ScrapeError(404, `There is no connection ${quoted(name)}.`);
    if (!connection.enabled) throw new ScrapeError(404, `The connection ${quoted(name)} is disabled.`);
    throw new ScrapeError(503, `The session of ${quoted(name)} is starting. Try again in a few seconds.`);
  }
}
