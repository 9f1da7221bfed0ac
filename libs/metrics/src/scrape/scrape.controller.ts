import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { setTimeout as wait } from 'node:timers/promises';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';
import { ExpositionService, type Exposition } from './exposition.service';
import { acceptsGzip, CONTENT_TYPES, formatOf, patienceOf } from './negotiation';
import { ScrapeError } from './scrape-error';
import { readScrapeQuery, type ScrapeQuery } from './scrape-query';
import { send } from './send';

/** The scrapes of Prometheus: of everything, or of one device. */
@Controller()
export class ScrapeController {
  constructor(
    @Inject(METRICS_OPTIONS) private readonly options: MetricsOptions,
    private readonly expositions: ExpositionService,
  ) {}

  @Get('metrics')
  async metrics(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(request, response, readScrapeQuery(request.url, this.options.groups));
  }

  @Get('probe')
  async probe(@Req() request: Request, @Res() response: Response): Promise<void> {
    const query = readScrapeQuery(request.url, this.options.groups);
    if (query.target === undefined) throw new ScrapeError(400, 'The parameter target names the connection to scrape.');
    await this.answer(request, response, query);
  }

  private async answer(request: Request, response: Response, query: ScrapeQuery): Promise<void> {
    if (query.target !== undefined) await this.checkTarget(query.target);
    const format = formatOf(request);
    const isCompressed = acceptsGzip(request);
    const exposition = await inTime(this.expositions.render(query, format, isCompressed), patienceOf(request));
    response.setHeader('Content-Type', CONTENT_TYPES[format]);
    response.setHeader('Vary', 'Accept, Accept-Encoding');
    if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
    await send(response, exposition);
  }

  private async checkTarget(name: string): Promise<void> {
    const connection = (await this.options.targets()).find((each) => each.name === name);
    if (connection === undefined) throw new ScrapeError(404, `There is no connection ${JSON.stringify(name)}.`);
    if (!connection.enabled) throw new ScrapeError(404, `The connection ${JSON.stringify(name)} is disabled.`);
  }
}

/** A late answer is useless to Prometheus and still costs a transfer: it is given up instead. */
async function inTime(rendering: Promise<Exposition>, patienceMs: number | undefined): Promise<Exposition> {
  if (patienceMs === undefined) return rendering;
  const done = new AbortController();
  const tooLate = wait(patienceMs, undefined, { signal: done.signal }).then(() => {
    throw new ScrapeError(503, `The scrape took longer than its time-out of ${patienceMs / 1_000} s.`);
  });
  try {
    return await Promise.race([rendering, tooLate]);
  } finally {
    tooLate.catch(() => undefined); // aborting the timer rejects it
    done.abort();
  }
}
