import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Alarm } from '../core/api/models';
import { AlarmStore, alarmKey } from '../core/live/alarm-store';
import { FleetStore } from '../core/live/fleet-store';
import { UrlState } from '../core/url-state';
import { ChoiceFilter } from '../ui/filter/choice-filter';
import { TextFilter } from '../ui/filter/text-filter';
import { Icon } from '../ui/icon/icon';
import { EmptyState } from '../ui/states/empty-state';
import { TabState } from '../ui/states/tab-state';
import { CellTemplate, type Column } from '../ui/table/column';
import { DataTable } from '../ui/table/data-table';
import { Moment } from '../ui/text/moment';
import { count } from '../core/format/units';
import { ALARM_COLUMNS, raisedAt } from './alarm-columns';
import {
  ALARM_GROUPS,
  devicesOf,
  groupAlarms,
  isOfGroup,
  matchesAlarm,
  type AlarmGroup,
  type GroupedAlarms,
} from './alarm-filter';

const GROUP_WORDS: Readonly<Record<AlarmGroup, string>> = {
  device: $localize`By device`,
  reason: $localize`By reason`,
  location: $localize`By location`,
};

const GROUP_COLUMNS: readonly Column<GroupedAlarms>[] = [
  { id: 'group', header: $localize`Group`, width: 200, grows: true, isFixed: true, value: ({ title }) => title },
  {
    id: 'count',
    header: $localize`Alarms`,
    width: 100,
    align: 'end',
    isHighFirst: true,
    value: (row) => row.count,
    text: (row) => count(row.count),
  },
  {
    id: 'devices',
    header: $localize`Devices`,
    width: 100,
    align: 'end',
    isHighFirst: true,
    value: ({ deviceCount }) => deviceCount,
    text: ({ deviceCount }) => count(deviceCount),
  },
  { id: 'newest', header: $localize`Newest`, width: 130, isHighFirst: true, value: ({ newest }) => newest },
];

/** Every active alarm of any device. */
@Component({
  selector: 'snp-alarms',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CellTemplate, ChoiceFilter, DataTable, EmptyState, Icon, Moment, RouterLink, TabState, TextFilter],
  templateUrl: './alarms.html',
  styleUrl: './alarms.scss',
})
export class AlarmsView {
  protected readonly store = inject(AlarmStore);
  protected readonly url = inject(UrlState);
  private readonly fleet = inject(FleetStore);

  protected readonly columns = ALARM_COLUMNS;
  protected readonly groupColumns = GROUP_COLUMNS;
  protected readonly groupChoices = ALARM_GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }));
  protected readonly key = (alarm: Alarm): string => alarmKey(alarm);
  /** Alarms of a stale device are stale too. */
  protected readonly rowClass = ({ connection_id }: Alarm): string =>
    this.fleet.device(connection_id)?.health().isStale ? 'is-off' : '';
  protected readonly groupKey = ({ key }: GroupedAlarms): string => key;

  protected readonly text = this.url.text('text');
  /** Ids of the devices to show; all when empty. */
  protected readonly devices = this.url.words('device');
  protected readonly deviceChoices = computed(() => devicesOf(this.all() ?? []));
  protected readonly group = computed(() => ALARM_GROUPS.find((group) => group === this.url.text('group')()));
  /** The selected group, as `group:key`. */
  protected readonly of = computed(() => {
    const [group, ...key] = this.url.text('of')().split(':');
    const known = ALARM_GROUPS.find((name) => name === group);
    return known ? { group: known, key: key.join(':') } : null;
  });
  protected readonly sort = computed(() => this.url.text('sort')() || (this.group() ? '-count' : '-raised'));
  protected readonly all = computed(() => this.store.alarms() ?? undefined);
  protected readonly rows = computed(() => {
    const [text, devices, of] = [this.text().trim(), this.devices(), this.of()];
    return (this.all() ?? []).filter(
      (alarm) =>
        matchesAlarm(alarm, text) &&
        (devices.length === 0 || devices.includes(String(alarm.connection_id))) &&
        (!of || isOfGroup(alarm, of.group, of.key)),
    );
  });
  protected readonly groups = computed(() => {
    const group = this.group();
    return group ? groupAlarms(this.rows(), group) : [];
  });
  protected readonly ofTitle = computed(() => this.of()?.key || '–');
  protected readonly isStale = this.fleet.isLost;
  protected readonly raisedAt = raisedAt;

  constructor() {
    void this.store.load();
  }

  protected open({ key }: GroupedAlarms): void {
    const grouped = { group: null, sort: null };
    if (this.group() === 'device') this.url.set({ ...grouped, device: [key] });
    else this.url.set({ ...grouped, of: `${this.group()}:${key}` });
  }
}
