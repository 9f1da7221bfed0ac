import { Injectable, computed, inject } from '@angular/core';
import { getAbout, getCatalogue } from '@snp/api-client';
import { Api } from '../core/api/client';
import { loadable } from '../core/api/loadable';

/** What other programs need to know: the scrape URLs and the metrics. */
@Injectable()
export class IntegrateStore {
  private readonly api = inject(Api);
  private readonly loaded = loadable(async () => {
    const [{ scrape }, catalogue] = await Promise.all([this.api.invoke(getAbout), this.api.invoke(getCatalogue)]);
    return { scrape, catalogue };
  });

  /** The URLs that Prometheus scrapes; null until they have been read. */
  readonly scrape = computed(() => this.loaded.value()?.scrape ?? null);
  /** Every metric; null until they have been read. */
  readonly catalogue = computed(() => this.loaded.value()?.catalogue ?? null);
  /** Why they could not be read; null when they could. */
  readonly problem = this.loaded.problem;
  readonly load = this.loaded.load;

  constructor() {
    void this.load();
  }
}
