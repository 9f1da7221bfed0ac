import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Sender } from '../../../core/api/models';
import { hasWords } from '../../../core/has-words';
import { UrlState } from '../../../core/url-state';
import { ChoiceFilter } from '../../../ui/filter/choice-filter';
import { TextFilter } from '../../../ui/filter/text-filter';
import { TabState } from '../../../ui/states/tab-state';
import { StatusWord } from '../../../ui/status-word';
import { CellTemplate } from '../../../ui/table/column';
import { DataTable } from '../../../ui/table/data-table';
import { DeviceStore } from '../../device-store';
import { ESSENCE_WORDS, RowName, rowName } from '../row-names';
import { SENDER_COLUMNS } from './sender-columns';

/** The senders: next hop of both legs, and bandwidth. */
@Component({
  selector: 'snp-senders-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CellTemplate, ChoiceFilter, DataTable, RowName, StatusWord, TabState, TextFilter],
  template: `
    <div class="toolbar">
      <snp-text-filter i18n-label label="Filter" [text]="text()" (textChange)="url.set({ text: $event })" />
      <snp-choice-filter
        i18n-label
        label="Essence"
        [choices]="essences"
        [chosen]="chosen()"
        (chosenChange)="url.set({ essence: $event })"
      />
      <span class="quiet" role="status" i18n>{{ rows().length }} of {{ all()?.length ?? 0 }} senders</span>
    </div>
    <snp-tab-state
      [rows]="all()"
      [problem]="store.problem()"
      [isOffline]="store.isOffline()"
      [elsewhere]="store.furtherElements()"
      (retry)="store.retry()"
    >
      <snp-data-table
        name="senders"
        i18n-label
        label="Senders"
        [rows]="rows()"
        [columns]="columns"
        [key]="key"
        [sort]="sort()"
        (sortChange)="url.set({ sort: $event })"
      >
        <ng-template snpCell="sender" [snpCellOf]="rows()" let-row>
          <snp-row-name [row]="row" />
        </ng-template>
        <ng-template snpCell="primary" [snpCellOf]="rows()" let-row>
          <snp-status-word [value]="row.primary_resolved" i18n-yes yes="Resolved" i18n-no no="Unreachable" />
        </ng-template>
        <ng-template snpCell="secondary" [snpCellOf]="rows()" let-row>
          <snp-status-word [value]="row.secondary_resolved" i18n-yes yes="Resolved" i18n-no no="Unreachable" />
        </ng-template>
        <ng-template snpCell="bandwidth" [snpCellOf]="rows()" let-row>
          <snp-status-word [value]="row.bandwidth_ok" i18n-no no="Switched off" />
        </ng-template>
      </snp-data-table>
    </snp-tab-state>
  `,
  styleUrl: '../table-tab.scss',
})
export class SendersTab {
  protected readonly store = inject(DeviceStore);
  protected readonly url = inject(UrlState);
  protected readonly columns = SENDER_COLUMNS;
  protected readonly key = ({ essence, index }: Sender): string => `${essence} ${index}`;
  protected readonly essences = ['video', 'video_proxy', 'audio', 'ancillary'].map((value) => ({
    value,
    label: ESSENCE_WORDS[value],
  }));
  protected readonly text = this.url.text('text');
  protected readonly chosen = this.url.words('essence');
  protected readonly sort = computed(() => this.url.text('sort')());
  protected readonly all = computed(() => this.store.status()?.senders);
  protected readonly rows = computed(() => {
    const [text, chosen] = [this.text(), this.chosen()];
    // Those with problems first, unless the table is sorted.
    return [...(this.all() ?? [])]
      .sort((a, b) => troubles(b) - troubles(a))
      .filter((row) => {
        const { essence, primary_mac, secondary_mac, bandwidth_ok } = row;
        const off = bandwidth_ok === false ? $localize`Switched off` : null;
        const shown = [rowName(row), primary_mac, secondary_mac, off];
        return (chosen.length === 0 || chosen.includes(essence)) && hasWords(text, shown);
      });
  });
}

function troubles({ primary_resolved, secondary_resolved, bandwidth_ok }: Sender): number {
  return [primary_resolved, secondary_resolved, bandwidth_ok].filter((isWell) => isWell === false).length;
}
