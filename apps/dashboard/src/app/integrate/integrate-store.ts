import { Injectable, inject, signal } from '@angular/core';
import { getAbout, getCatalogue } from '@snp/api-client';
import { Api } from '../core/api/client';
import type { About, CatalogueEntry } from '../core/api/models';
import { problemOf, type Problem } from '../core/api/problem';

/** What other programs need to know of the exporter: where to ask, and for what. */
@Injectable()
export class IntegrateStore {
  private readonly api = inject(Api);
  private readonly _scrape = signal<About['scrape'] | null>(null);
  private readonly _catalogue = signal<readonly CatalogueEntry[] | null>(null);
  private readonly _problem = signal<Problem | null>(null);

  /** The addresses that Prometheus asks; null until they have been read. */
  readonly scrape = this._scrape.asReadonly();
  /** Every metric; null until they have been read. */
  readonly catalogue = this._catalogue.asReadonly();
  /** Why they could not be read; null when they could. */
  readonly problem = this._problem.asReadonly();

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    try {
      const [about, catalogue] = await Promise.all([this.api.invoke(getAbout), this.api.invoke(getCatalogue)]);
      this._scrape.set(about.scrape);
      this._catalogue.set(catalogue);
      this._problem.set(null);
    } catch (error) {
      this._problem.set(problemOf(error));
    }
  }
}
