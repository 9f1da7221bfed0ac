import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { BASE_PATH } from '../core/base-path';
import { FleetStore } from '../core/live/fleet-store';
import { tagsOf } from '../core/live/match';
import { UrlState } from '../core/url-state';
import { ChoiceFilter } from '../ui/filter/choice-filter';
import { TextFilter } from '../ui/filter/text-filter';
import { HealthMark } from '../ui/health/health-mark';
import { levelOfState } from '../ui/health/health-words';
import { Icon } from '../ui/icon/icon';
import { EmptyState } from '../ui/states/empty-state';
import { ErrorState } from '../ui/states/error-state';
import { LoadingState } from '../ui/states/loading-state';
import { CellTemplate } from '../ui/table/column';
import { DataTable, type RowKey } from '../ui/table/data-table';
import { Moment } from '../ui/text/moment';
import { TagList } from '../ui/text/tag-list';
import { CONNECTION_COLUMNS } from './columns';
import { ConnectionDialogs } from './connection-dialogs';
import {
  lastStatusAt,
  matchesFilter,
  hasReason,
  reasonOf,
  ROW_STATE_WORDS,
  ROW_STATES,
  stateOf,
  stateSince,
  type ConnectionRow,
} from './connection-row';
import { ConnectionsStore } from './connections-store';

/** The connections with their states and actions. */
@Component({
  selector: 'snp-connections',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CellTemplate,
    ChoiceFilter,
    DataTable,
    EmptyState,
    ErrorState,
    HealthMark,
    Icon,
    LoadingState,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    Moment,
    RouterLink,
    TagList,
    TextFilter,
  ],
  providers: [ConnectionsStore, ConnectionDialogs],
  templateUrl: './connections.html',
  styleUrl: './connections.scss',
})
export class ConnectionsView {
  protected readonly store = inject(ConnectionsStore);
  protected readonly dialogs = inject(ConnectionDialogs);
  protected readonly url = inject(UrlState);
  protected readonly basePath = inject(BASE_PATH);
  private readonly fleet = inject(FleetStore);

  protected readonly columns = CONNECTION_COLUMNS;
  protected readonly key = ({ id }: ConnectionRow): number => id;
  protected readonly rowName = ({ connection }: ConnectionRow): string => connection.name;
  protected readonly rowClass = ({ connection }: ConnectionRow): string => (connection.enabled ? '' : 'is-off');
  protected readonly stateChoices = ROW_STATES.map((value) => ({ value, label: ROW_STATE_WORDS[value] }));
  protected readonly tagChoices = computed(() =>
    tagsOf(this.store.connections() ?? []).map((value) => ({ value, label: value })),
  );

  protected readonly text = this.url.text('text');
  protected readonly tags = this.url.words('tag');
  protected readonly states = this.url.words('state');
  protected readonly sort = computed(() => this.url.text('sort')() || 'state');
  protected readonly rows = computed(() => {
    const filter = { text: this.text().trim(), tags: this.tags(), states: this.states() };
    return this.store.rows().filter((row) => matchesFilter(row, filter));
  });
  protected readonly isFiltered = computed(() => this.text() !== '' || this.tags().length + this.states().length > 0);
  private readonly picked = signal<ReadonlySet<RowKey>>(new Set());
  /** The selected rows that are visible: actions do not affect hidden rows. */
  protected readonly selection = computed(() => {
    const picked = this.picked();
    return new Set(this.rows().flatMap(({ id }) => (picked.has(id) ? [id] : [])));
  });
  protected readonly selected = computed(() => this.rows().filter(({ id }) => this.selection().has(id)));
  protected readonly selectedIds = computed(() => [...this.selection()]);
  protected readonly isStale = this.fleet.isLost;

  protected readonly none: ReadonlySet<RowKey> = new Set();
  protected readonly stateOf = stateOf;
  protected readonly stateSince = stateSince;
  protected readonly reasonOf = reasonOf;
  protected readonly hasReason = hasReason;
  protected readonly lastStatusAt = lastStatusAt;

  constructor() {
    const add = this.url.has('add');
    const imports = this.url.has('import');
    const edit = this.url.text('edit');
    effect(() => {
      if (!this.store.connections()) return;
      const [isAdd, isImport, id] = [add(), imports(), Number(edit())];
      untracked(() => {
        if (isAdd) void this.dialogs.add();
        else if (isImport) void this.dialogs.import();
        else if (id) void this.dialogs.edit(id);
      });
    });
  }

  protected level(row: ConnectionRow) {
    const state = stateOf(row);
    if (state === 'disabled') return 'off';
    return this.isStale() ? 'no_data' : levelOfState(state, true);
  }

  protected word(row: ConnectionRow): string {
    return ROW_STATE_WORDS[stateOf(row)];
  }

  protected actionsName({ connection }: ConnectionRow): string {
    return $localize`Actions for ${connection.name}:name:`;
  }

  protected edit({ id }: ConnectionRow): void {
    this.url.set({ edit: String(id) });
  }

  protected select(keys: ReadonlySet<RowKey>): void {
    this.picked.set(keys);
  }

  protected async delete(rows: readonly ConnectionRow[]): Promise<void> {
    if (await this.dialogs.confirmDelete(rows)) await this.store.delete(rows.map(({ id }) => id));
  }

  protected clearFilters(): void {
    this.url.set({ text: null, tag: null, state: null });
  }
}
