import { Inject, Injectable } from '@nestjs/common';
import { EXPORTER_GROUP } from '@snp/catalogue';
import { END_MARKS, Renderer, type Family, type Format } from '@snp/exposition';
import { AnswerSizes, UnfinishedAnswers } from '@snp/http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ExporterMetrics } from '../exporter/exporter-metrics';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';
import { fairTurn } from './fair-turn';
import type { ScrapeQuery } from './scrape-query';
import { Abandoned, SharedExposition, type Exposition } from './shared-exposition';

/** Renderings up to this size together are kept, for what will not have changed at the next scrape; in bytes. */
const KEEP_BYTES = 16 * 2 ** 20;

/** For so long a scraper may be given what others were given, where no series has changed since, in milliseconds. */
const SHARE_MS = 250;

/** Renders expositions. Scrapers that ask for the same thing at the same time share one. */
@Injectable()
export class ExpositionService {
  private readonly renderer: Renderer;
  /** The last exposition for each question that was asked recently. */
  private readonly latest = new Map<string, SharedExposition>();
  private readonly sizes = new AnswerSizes();
  private readonly familyNames: ReadonlySet<string>;

  constructor(
    @Inject(METRICS_OPTIONS) private readonly options: MetricsOptions,
    private readonly exporter: ExporterMetrics,
    private readonly answers: UnfinishedAnswers,
  ) {
    this.familyNames = new Set(options.store.families.map(({ name }) => name));
    this.renderer = new Renderer(options.store, { keepBytes: KEEP_BYTES });
  }

  /**
   * Renders what a scrape asks for. Its instant is not before the scrape began, so that whoever has just changed something
   * sees it; where an older instant is still being rendered for the same question, this one waits its turn.
   * @throws the reason of the signal when that comes first
   */
  render(query: ScrapeQuery, format: Format, isCompressed: boolean, signal: AbortSignal): Promise<Exposition> {
    const key = `${format} ${nameOf(query)}`;
    const latest = this.latest.get(key);
    if (latest?.isOf(this.options.store.version)) return latest.wait(isCompressed, signal);
    const shared = new SharedExposition(async (self) => {
      await latest?.settled();
      await this.answers.room(this.sizes.of(key) ?? 0);
      return this.make(query, format, self);
    }, this.answers.held);
    this.latest.set(key, shared);
    void shared.settled().then(() => {
      this.sizes.note(key, shared.bytes);
      this.forgetSoon(key, shared);
    });
    return shared.wait(isCompressed, signal);
  }

  private forgetSoon(key: string, shared: SharedExposition): void {
    const forget = () => {
      if (this.latest.get(key) === shared) this.latest.delete(key);
      void shared.release();
    };
    setTimeout(forget, SHARE_MS).unref();
  }

  private async make(query: ScrapeQuery, format: Format, shared: SharedExposition): Promise<Exposition> {
    const pieces = [...(await this.renderStore(query, format, shared))];
    const hasOwnMetrics = query.target === undefined && query.groups.has(EXPORTER_GROUP);
    if (hasOwnMetrics && this.options.enabledGroups.has(EXPORTER_GROUP)) {
      pieces.push(Buffer.from(await this.exporter.render(format, query.names)));
    }
    pieces.push(Buffer.from(END_MARKS[format]));
    return pieces;
  }

  private async renderStore(query: ScrapeQuery, format: Format, shared: SharedExposition): Promise<Exposition> {
    const { target, groups, names } = query;
    const isTaken = (name: string) => this.familyNames.has(name);
    const includes = (family: Family) =>
      groups.has(family.group) && (names === undefined || names.includesFamily(family, isTaken));
    const began = performance.now();
    const rendering = this.renderer.begin({ name: nameOf(query), target, includes }, format);
    shared.version = rendering.version;
    if (rendering.isDone) return rendering.pieces;
    for (let turn = fairTurn(0); !rendering.advance(turn);) {
      shared.holds(rendering.pieces);
      await this.answers.room(0);
      const paused = performance.now();
      await nextTurn();
      turn = fairTurn(performance.now() - paused);
      if (!shared.isWanted) throw new Abandoned();
    }
    shared.holds(rendering.pieces);
    this.exporter.observeRender((performance.now() - began) / 1_000);
    return rendering.pieces;
  }
}

/** Two questions of one name have the same answer. */
function nameOf({ target, groups, names }: ScrapeQuery): string {
  return JSON.stringify([target, [...groups].sort(), names?.key]);
}
