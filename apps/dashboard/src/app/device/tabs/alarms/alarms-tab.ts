import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { DEVICE_ALARM_COLUMNS, raisedAt } from '../../../alarms/alarm-columns';
import { matchesAlarm } from '../../../alarms/alarm-filter';
import type { Alarm } from '../../../core/api/models';
import { AlarmStore, alarmKey } from '../../../core/live/alarm-store';
import { UrlState } from '../../../core/url-state';
import { TextFilter } from '../../../ui/filter/text-filter';
import { TabState } from '../../../ui/states/tab-state';
import { CellTemplate } from '../../../ui/table/column';
import { DataTable } from '../../../ui/table/data-table';
import { Moment } from '../../../ui/text/moment';
import { DeviceStore } from '../../device-store';

/** The active alarms of one device. */
@Component({
  selector: 'snp-alarms-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CellTemplate, DataTable, Moment, TabState, TextFilter],
  templateUrl: './alarms-tab.html',
  styleUrl: '../table-tab.scss',
})
export class AlarmsTab {
  protected readonly alarms = inject(AlarmStore);
  protected readonly url = inject(UrlState);
  private readonly device = inject(DeviceStore);

  protected readonly columns = DEVICE_ALARM_COLUMNS;
  protected readonly key = (alarm: Alarm): string => alarmKey(alarm);
  protected readonly raisedAt = raisedAt;
  protected readonly text = this.url.text('text');
  protected readonly sort = computed(() => this.url.text('sort')() || '-raised');
  protected readonly all = computed(() =>
    this.alarms.alarms()?.filter(({ connection_id }) => connection_id === this.device.id()),
  );
  protected readonly rows = computed(() => (this.all() ?? []).filter((alarm) => matchesAlarm(alarm, this.text())));
  protected readonly emptyText = computed(() =>
    this.device.isStale()
      ? $localize`The device is not connected; its alarms are unknown.`
      : $localize`The device reports no active alarms.`,
  );
}
