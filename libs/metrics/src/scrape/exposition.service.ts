import { Inject, Injectable } from '@nestjs/common';
import { END_MARKS, type Format } from '@snp/exposition';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGzip, constants } from 'node:zlib';
import { ExporterMetrics } from '../exporter/exporter-metrics';
import { EXPORTER_GROUP, METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';
import type { ScrapeQuery } from './scrape-query';

/** One exposition, ready to be sent to any number of scrapers. */
export type Exposition = readonly Buffer[];

/** How long rendering may keep the event loop before it lets others have a turn, in milliseconds. */
const TURN_MS = 10;

/** An exposition larger than this is rendered anew rather than kept for the next scraper, in bytes. */
const KEEP_UP_TO = 16 * 2 ** 20;

/** Renders expositions. Scrapers that ask for the same thing at the same time share one rendering. */
@Injectable()
export class ExpositionService {
  private readonly underWay = new Map<string, Promise<Exposition>>();
  private kept: { readonly key: string; readonly version: number; readonly pieces: Exposition } | undefined;

  constructor(
    @Inject(METRICS_OPTIONS) private readonly options: MetricsOptions,
    private readonly exporter: ExporterMetrics,
  ) {}

  /** Renders what a scrape asks for, as of one instant. */
  render(query: ScrapeQuery, format: Format, isCompressed: boolean): Promise<Exposition> {
    const key = JSON.stringify([query.target, [...query.groups].sort(), format]);
    const own = `${key} ${isCompressed}`;
    let rendering = this.underWay.get(own);
    if (rendering === undefined) {
      rendering = this.renderOnce(key, query, format, isCompressed).finally(() => this.underWay.delete(own));
      this.underWay.set(own, rendering);
    }
    return rendering;
  }

  private async renderOnce(
    key: string,
    query: ScrapeQuery,
    format: Format,
    isCompressed: boolean,
  ): Promise<Exposition> {
    const pieces = [...(await this.renderStore(key, query, format))];
    const hasOwnMetrics = query.target === undefined && query.groups.has(EXPORTER_GROUP);
    if (hasOwnMetrics && this.options.enabledGroups.has(EXPORTER_GROUP))
      pieces.push(Buffer.from(await this.exporter.render(format)));
    pieces.push(Buffer.from(END_MARKS[format]));
    return isCompressed ? compress(pieces) : pieces;
  }

  private async renderStore(key: string, { target, groups }: ScrapeQuery, format: Format): Promise<Exposition> {
    const { store } = this.options;
    const { version } = store;
    if (this.kept?.key === key && this.kept.version === version) return this.kept.pieces;
    const end = this.exporter.startRender();
    const snapshot = store.snapshot({ target, includes: ({ group }) => groups.has(group) });
    const pieces: Buffer[] = [];
    let turnBegan = performance.now();
    for (const chunk of snapshot.body(format)) {
      pieces.push(Buffer.from(chunk));
      if (performance.now() - turnBegan > TURN_MS) {
        await nextTurn();
        turnBegan = performance.now();
      }
    }
    end();
    const isSmall = pieces.reduce((bytes, { length }) => bytes + length, 0) <= KEEP_UP_TO;
    this.kept = isSmall ? { key, version, pieces } : undefined;
    return pieces;
  }
}

/** Compresses on zlib's own threads, fast rather than small: a scrape is read once. */
async function compress(pieces: Exposition): Promise<Exposition> {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  const compressed: Buffer[] = [];
  gzip.on('data', (piece: Buffer) => compressed.push(piece));
  const done = new Promise<void>((resolve, reject) => gzip.once('end', resolve).once('error', reject));
  for (const piece of pieces) gzip.write(piece);
  gzip.end();
  await done;
  return compressed;
}
