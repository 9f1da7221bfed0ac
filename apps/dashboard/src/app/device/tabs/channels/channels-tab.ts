import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Channel, Input } from '../../../core/api/models';
import { hasWords } from '../../../core/has-words';
import { UrlState } from '../../../core/url-state';
import { TextFilter } from '../../../ui/filter/text-filter';
import { HealthMark } from '../../../ui/health/health-mark';
import { TabState } from '../../../ui/states/tab-state';
import { StatusWord } from '../../../ui/status-word';
import { CellTemplate } from '../../../ui/table/column';
import { DataTable } from '../../../ui/table/data-table';
import { DeviceStore } from '../../device-store';
import { changeoverDetails, changeoverText, isOffMain } from './changeover';
import { channelColumns, hasEdh, INPUT_COLUMNS } from './channel-columns';
import { audioFaults, audioText, channelFaults, channelTroubles } from './channel-faults';

/** The processing channels that are in use, and the SDI inputs. */
@Component({
  selector: 'snp-channels-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CellTemplate, DataTable, HealthMark, StatusWord, TabState, TextFilter],
  templateUrl: './channels-tab.html',
  styleUrl: '../table-tab.scss',
})
export class ChannelsTab {
  protected readonly store = inject(DeviceStore);
  protected readonly url = inject(UrlState);
  protected readonly inputColumns = INPUT_COLUMNS;
  protected readonly channelKey = ({ channel, direction }: Channel): string => `${channel} ${direction ?? ''}`;
  protected readonly inputKey = ({ input }: Input): string => input;
  protected readonly text = this.url.text('text');
  protected readonly showsInputs = computed(() => this.url.text('show')() === 'inputs');
  protected readonly sort = computed(() => this.url.text('sort')() || (this.showsInputs() ? 'input' : ''));
  protected readonly allChannels = computed(() => this.store.status()?.channels);
  /** A gateway has a row for each direction of a channel. */
  protected readonly channelCount = computed(() => new Set(this.allChannels()?.map(({ channel }) => channel)).size);
  protected readonly allInputs = computed(() => this.store.status()?.inputs);
  protected readonly all = computed(() => (this.showsInputs() ? this.allInputs() : this.allChannels()));
  protected readonly channelColumns = computed(() => channelColumns(this.allChannels() ?? []));
  protected readonly channels = computed(() =>
    // Those with problems first, unless the table is sorted.
    [...(this.allChannels() ?? [])]
      .sort((a, b) => channelTroubles(b) - channelTroubles(a))
      .filter((row) =>
        this.matches(
          ...[row.channel, row.program_name, row.input_standard, row.output_standard],
          ...[changeoverText(row), ...channelFaults(row)],
        ),
      ),
  );
  protected readonly inputs = computed(() =>
    (this.allInputs() ?? []).filter((row) => this.matches(row.input, row.standard, row.colorimetry)),
  );

  protected readonly faults = (row: Channel): string => channelFaults(row).join(', ');
  protected readonly audioText = audioText;
  protected readonly audioFaults = audioFaults;
  protected readonly changeover = changeoverText;
  protected readonly changeoverDetails = changeoverDetails;
  protected readonly isOffMain = isOffMain;
  protected readonly hasEdh = hasEdh;

  protected show(what: 'channels' | 'inputs'): void {
    this.url.set({ show: what === 'inputs' ? 'inputs' : null, sort: null });
  }

  private matches(...texts: (string | null)[]): boolean {
    return hasWords(this.text(), texts);
  }
}
