import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject } from '@angular/core';
import type { CatalogueEntry } from '../core/api/models';
import { BASE_PATH } from '../core/base-path';
import { UrlState } from '../core/url-state';
import { CodeBlock } from '../ui/copy/code-block';
import { CopyButton } from '../ui/copy/copy-button';
import { ChoiceFilter } from '../ui/filter/choice-filter';
import { TextFilter } from '../ui/filter/text-filter';
import { Icon } from '../ui/icon/icon';
import { ErrorState } from '../ui/states/error-state';
import { LoadingState } from '../ui/states/loading-state';
import { CellTemplate } from '../ui/table/column';
import { DataTable } from '../ui/table/data-table';
import { MarkedText } from '../ui/text/marked-text';
import { AlertRules } from './alert-rules';
import { IntegrateStore } from './integrate-store';
import { METRIC_COLUMNS, groupsOf, isWantedMetric } from './metrics';
import { scrapeConfiguration, type ScrapeMethod } from './scrape-configuration';

const SCRAPE_METHODS: readonly { readonly value: ScrapeMethod; readonly label: string; readonly note: string }[] = [
  { value: 'static', label: $localize`One target`, note: $localize`All devices in one scrape.` },
  {
    value: 'sd',
    label: $localize`One target per device`,
    note: $localize`Prometheus discovers new devices automatically; tags become labels.`,
  },
];

const ALERT_VIEWS = [
  { value: 'rules', label: $localize`Rules` },
  { value: 'file', label: $localize`File` },
] as const;

/** Integration with other programs: configuration to copy, the API, and every metric. */
@Component({
  selector: 'snp-integrate',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AlertRules,
    CellTemplate,
    ChoiceFilter,
    CodeBlock,
    CopyButton,
    DataTable,
    ErrorState,
    Icon,
    LoadingState,
    MarkedText,
    TextFilter,
  ],
  providers: [IntegrateStore],
  templateUrl: './integrate.html',
  styleUrl: './integrate.scss',
})
export class IntegrateView {
  protected readonly store = inject(IntegrateStore);
  protected readonly url = inject(UrlState);
  protected readonly basePath = inject(BASE_PATH);
  private readonly root = `${inject(DOCUMENT).location.origin}${this.basePath}`;

  protected readonly methods = SCRAPE_METHODS;
  private readonly methodName = this.url.text('scrape');
  protected readonly method = computed(
    () => SCRAPE_METHODS.find(({ value }) => value === this.methodName()) ?? SCRAPE_METHODS[0],
  );
  protected readonly configuration = computed(() => {
    const scrape = this.store.scrape();
    return scrape ? scrapeConfiguration(this.method().value, scrape) : '';
  });
  protected readonly alertViews = ALERT_VIEWS;
  private readonly alertViewName = this.url.text('alerts');
  protected readonly alertView = computed(
    () => ALERT_VIEWS.find(({ value }) => value === this.alertViewName()) ?? ALERT_VIEWS[0],
  );
  protected readonly alertCount = computed(() =>
    this.store.alertGroups().reduce((count, { rules }) => count + rules.length, 0),
  );
  protected readonly requests = [
    `curl ${this.root}/api/fleet`,
    `curl ${this.root}/api/alarms`,
    `curl --no-buffer ${this.root}/api/stream`,
  ].join('\n');

  protected readonly columns = METRIC_COLUMNS;
  protected readonly key = ({ name }: CatalogueEntry): string => name;
  protected readonly text = this.url.text('text');
  protected readonly groups = this.url.words('group');
  protected readonly sort = this.url.text('sort');
  protected readonly groupChoices = computed(() =>
    groupsOf(this.store.catalogue() ?? []).map((value) => ({ value, label: value })),
  );
  protected readonly metrics = computed(() => {
    const filter = { text: this.text().trim(), groups: this.groups() };
    return (this.store.catalogue() ?? []).filter((metric) => isWantedMetric(metric, filter));
  });
  protected readonly isFiltered = computed(() => this.text() !== '' || this.groups().length > 0);
}
