import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Receiver } from '../../../core/api/models';
import { hasWords } from '../../../core/has-words';
import { UrlState } from '../../../core/url-state';
import { ChoiceFilter } from '../../../ui/filter/choice-filter';
import { TextFilter } from '../../../ui/filter/text-filter';
import { HealthMark } from '../../../ui/health/health-mark';
import { TabState } from '../../../ui/states/tab-state';
import { StatusWord } from '../../../ui/status-word';
import { CellTemplate } from '../../../ui/table/column';
import { DataTable } from '../../../ui/table/data-table';
import { DeviceStore } from '../../device-store';
import { ESSENCE_WORDS, RowName, rowName } from '../row-names';
import { isUnprotected, missingRate, protectionText, RECEIVER_COLUMNS } from './receiver-columns';

/** The receivers with a source; those that lose packets first. */
@Component({
  selector: 'snp-receivers-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CellTemplate, ChoiceFilter, DataTable, HealthMark, RowName, StatusWord, TabState, TextFilter],
  templateUrl: './receivers-tab.html',
  styleUrl: '../table-tab.scss',
})
export class ReceiversTab {
  protected readonly store = inject(DeviceStore);
  protected readonly url = inject(UrlState);
  protected readonly columns = RECEIVER_COLUMNS;
  protected readonly key = ({ essence, index }: Receiver): string => `${essence} ${index}`;
  protected readonly essences = ['video', 'audio', 'ancillary'].map((value) => ({
    value,
    label: ESSENCE_WORDS[value],
  }));
  protected readonly text = this.url.text('text');
  protected readonly chosen = this.url.words('essence');
  protected readonly sort = computed(() => this.url.text('sort')() || '-missing_rate');
  protected readonly all = computed(() => this.store.status()?.receivers);
  protected readonly unprotected = computed(() => (this.all() ?? []).filter(isUnprotected).length);
  /** Whether only those without full protection are shown. */
  protected readonly isNarrowed = computed(() => this.url.text('show')() === 'unprotected');
  protected readonly rows = computed(() => {
    const [text, chosen, isNarrowed] = [this.text(), this.chosen(), this.isNarrowed()];
    return (this.all() ?? []).filter((row) => {
      const { essence, primary_source, secondary_source, standard } = row;
      const shown = [rowName(row), primary_source, secondary_source, standard, protectionText(row)];
      if (isNarrowed && !isUnprotected(row)) return false;
      return (chosen.length === 0 || chosen.includes(essence)) && hasWords(text, shown);
    });
  });
  protected readonly missingRate = missingRate;
  protected readonly isUnprotected = isUnprotected;
  protected readonly protection = protectionText;
}
