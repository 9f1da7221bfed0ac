import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import type { Series } from '../../../core/api/models';
import { hasWords } from '../../../core/has-words';
import { Notify } from '../../../core/notify';
import { UrlState } from '../../../core/url-state';
import { ChoiceFilter } from '../../../ui/filter/choice-filter';
import { TextFilter } from '../../../ui/filter/text-filter';
import { Icon } from '../../../ui/icon/icon';
import { TabState } from '../../../ui/states/tab-state';
import { CellTemplate, type Column } from '../../../ui/table/column';
import { DataTable } from '../../../ui/table/data-table';
import { labelsText, selectorOf, valueText } from './promql';
import { SeriesStore } from './series-store';

const COLUMNS: readonly Column<Series>[] = [
  {
    id: 'name',
    header: $localize`Series`,
    width: 320,
    narrowWidth: 180,
    grows: true,
    isFixed: true,
    isMono: true,
    value: ({ name }) => name,
  },
  {
    id: 'value',
    header: $localize`Value`,
    width: 150,
    narrowWidth: 96,
    align: 'end',
    isFixed: true,
    isMono: true,
    value: ({ value }) => value,
    text: valueText,
  },
  {
    id: 'unit',
    header: $localize`Unit`,
    width: 110,
    hideBelow: 760,
    value: ({ unit }) => unit,
    text: ({ unit }) => unit ?? '–',
  },
  {
    id: 'group',
    header: $localize`Group`,
    width: 110,
    hideBelow: 900,
    value: ({ group }) => group,
    text: ({ group }) => group,
  },
  {
    id: 'type',
    header: $localize`Type`,
    width: 100,
    isExtra: true,
    value: ({ type }) => type,
    text: ({ type }) => type,
  },
];

/** The series of a device, with search and copy. */
@Component({
  selector: 'snp-metrics-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CellTemplate, ChoiceFilter, DataTable, Icon, MatIconButton, TabState, TextFilter],
  providers: [SeriesStore],
  template: `
    <div class="toolbar">
      <snp-text-filter i18n-label label="Filter" [text]="text()" (textChange)="url.set({ text: $event })" />
      <snp-choice-filter
        i18n-label
        label="Group"
        [choices]="groups()"
        [chosen]="chosen()"
        (chosenChange)="url.set({ group: $event })"
      />
      <span class="quiet" role="status" i18n>{{ rows().length }} of {{ store.series()?.length ?? 0 }} series</span>
    </div>
    <snp-tab-state
      [rows]="store.series() ?? undefined"
      [problem]="store.problem()"
      (retry)="store.load()"
      i18n-emptyHeading
      emptyHeading="No series"
      i18n-emptyText
      emptyText="Disabled connections have no series."
    >
      <snp-data-table
        name="series"
        i18n-label
        label="Series"
        [rows]="rows()"
        [columns]="columns"
        [key]="key"
        [sort]="sort()"
        (sortChange)="url.set({ sort: $event })"
      >
        <ng-template snpCell="name" [snpCellOf]="rows()" let-row>
          <span class="series" [title]="row.text"
            >{{ row.name }}<span class="quiet">{{ labels(row) }}</span></span
          >
        </ng-template>
        <ng-template snpCell="actions" [snpCellOf]="rows()" let-row>
          <button
            mat-icon-button
            type="button"
            (click)="copy(row)"
            [attr.aria-label]="copyName(row)"
            i18n-title
            title="Copy as PromQL"
          >
            <snp-icon name="copy" />
          </button>
        </ng-template>
      </snp-data-table>
    </snp-tab-state>
  `,
  styleUrl: '../table-tab.scss',
})
export class MetricsTab {
  protected readonly store = inject(SeriesStore);
  protected readonly url = inject(UrlState);
  private readonly clipboard = inject(Clipboard);
  private readonly notify = inject(Notify);

  protected readonly columns = COLUMNS;
  protected readonly key = ({ text, value }: Series): string => text.slice(0, text.length - String(value).length);
  protected readonly text = this.url.text('text');
  protected readonly chosen = this.url.words('group');
  protected readonly sort = computed(() => this.url.text('sort')() || 'name');
  protected readonly groups = computed(() =>
    [...new Set(this.store.series()?.map(({ group }) => group))].sort().map((value) => ({ value, label: value })),
  );
  protected readonly rows = computed(() => {
    const [wanted, chosen] = [this.text(), this.chosen()];
    return (this.store.series() ?? []).filter(
      ({ text, group }) => (chosen.length === 0 || chosen.includes(group)) && hasWords(wanted, [text]),
    );
  });
  protected readonly labels = labelsText;

  protected copyName({ name }: Series): string {
    return $localize`Copy ${name}:series: as PromQL`;
  }

  protected copy(series: Series): void {
    const selector = selectorOf(series);
    if (this.clipboard.copy(selector)) this.notify.done($localize`Copied ${selector}:selector:`);
  }
}
