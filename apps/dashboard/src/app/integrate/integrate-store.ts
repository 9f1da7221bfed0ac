import { Injectable, computed, inject } from '@angular/core';
import { getAbout, getAlertRuleFile, getCatalogue, listAlertRules } from '@snp/api-client';
import { Api } from '../core/api/client';
import { loadable } from '../core/api/loadable';

/** What other programs need to know: the scrape URLs, the metrics and the alert rules. */
@Injectable()
export class IntegrateStore {
  private readonly api = inject(Api);
  private readonly loaded = loadable(async () => {
    const [{ scrape }, catalogue, alertGroups, file] = await Promise.all([
      this.api.invoke(getAbout),
      this.api.invoke(getCatalogue),
      this.api.invoke(listAlertRules),
      this.api.invoke(getAlertRuleFile),
    ]);
    return { scrape, catalogue, alertGroups, alertFile: await file.text() };
  });

  /** The URLs that Prometheus scrapes; null until they have been read. */
  readonly scrape = computed(() => this.loaded.value()?.scrape ?? null);
  /** Every metric; null until they have been read. */
  readonly catalogue = computed(() => this.loaded.value()?.catalogue ?? null);
  /** The alert rules by group; none until they have been read. */
  readonly alertGroups = computed(() => this.loaded.value()?.alertGroups ?? []);
  /** The alert rules as a rule file for Prometheus; empty until it has been read. */
  readonly alertFile = computed(() => this.loaded.value()?.alertFile ?? '');
  /** Why they could not be read; null when they could. */
  readonly problem = this.loaded.problem;
  readonly load = this.loaded.load;

  constructor() {
    void this.load();
  }
}
