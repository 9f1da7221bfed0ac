import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  booleanAttribute,
  computed,
  contentChildren,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '../icon/icon';
import { CellTemplate, type Column } from './column';
import { ColumnChoice } from './column-choice';
import { columnsThatFit } from './fitting';
import { UserActivity } from '../order/user-activity';
import { selectRange, toggleAll, toggled } from './selection';
import { directionOf, nextSort, sorted, type Sort } from './sorting';
import { stableOrder } from '../order/stable-order';
import { viewportOf } from './viewport';

export type RowKey = string | number;

/** As in the style sheet. */
const ROW_HEIGHT = 40;
const NARROW = 480;
const SELECT_WIDTH = 44;
const END_WIDTH = 44;

/** A table of any length with sorting, selection and column choice. Rows keep their place while the user is active. */
@Component({
  selector: 'snp-data-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, NgTemplateOutlet, UserActivity],
  templateUrl: './data-table.html',
  styleUrl: './data-table.scss',
})
export class DataTable<T> {
  /** The key under which the chosen columns are stored. */
  readonly name = input.required<string>();
  /** Accessible name. */
  readonly label = input.required<string>();
  readonly rows = input.required<readonly T[]>();
  readonly columns = input.required<readonly Column<T>[]>();
  /** Identifies a row. */
  readonly key = input.required<(row: T) => RowKey>();
  readonly sort = input<Sort>('');
  readonly isSelectable = input(false, { transform: booleanAttribute });
  readonly selection = input<ReadonlySet<RowKey>>(new Set());
  /** The name of a row, for the label of its check box. */
  readonly rowName = input<(row: T) => string>(() => '');
  /** A class for some rows, such as `is-off`. */
  readonly rowClass = input<(row: T) => string>(() => '');

  readonly sortChange = output<Sort>();
  readonly selectionChange = output<ReadonlySet<RowKey>>();

  private readonly cells = contentChildren<CellTemplate<T>>(CellTemplate);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly activity = viewChild.required(UserActivity);
  private readonly viewport = viewportOf(this.scroller, ROW_HEIGHT);
  protected readonly choice = linkedSignal(() => new ColumnChoice(this.name()));
  private anchor: RowKey | null = null;

  private readonly edges = computed(() => END_WIDTH + (this.isSelectable() ? SELECT_WIDTH : 0));
  protected readonly shownColumns = computed(() => {
    const chosen = this.columns().filter((column) => this.choice().isShown(column));
    return columnsThatFit(chosen, this.viewport.width(), this.edges(), (column) => this.widthOf(column));
  });
  protected readonly choosable = computed(() => this.columns().filter(({ isFixed }) => !isFixed));
  protected readonly templates = computed(
    () => new Map(this.cells().map(({ snpCell, template }) => [snpCell(), template])),
  );
  protected readonly hasActions = computed(() => this.templates().has('actions'));
  protected readonly minWidth = computed(() =>
    this.shownColumns().reduce((sum, column) => sum + this.widthOf(column), this.edges()),
  );

  private readonly byKey = computed(() => new Map(this.rows().map((row) => [this.key()(row), row])));
  private readonly sortedKeys = computed(() => sorted(this.rows(), this.sort(), this.columns()).map(this.key()), {
    equal: (a, b) => a.length === b.length && a.every((key, index) => key === b[index]),
  });
  protected readonly order = stableOrder<RowKey>(
    this.sortedKeys,
    computed(() => this.activity().isActive()),
    this.sort,
  );
  protected readonly first = computed(() => Math.min(this.viewport.first(), Math.max(0, this.order().length - 1)));
  protected readonly visible = computed(() => {
    const rows = this.byKey();
    return this.order()
      .slice(this.first(), this.first() + this.viewport.count())
      .map((key) => ({ key, row: rows.get(key) as T }));
  });
  protected readonly before = computed(() => this.first() * ROW_HEIGHT);
  protected readonly after = computed(() => (this.order().length - this.first() - this.visible().length) * ROW_HEIGHT);
  protected readonly selectsAll = computed(() => {
    const selection = this.selection();
    const count = this.order().filter((key) => selection.has(key)).length;
    return count === 0 ? 'none' : count === this.order().length ? 'all' : 'some';
  });

  protected readonly directionOf = directionOf;

  protected selectName(row: T): string {
    return $localize`Select ${this.rowName()(row)}:name:`;
  }

  protected widthOf({ width, narrowWidth }: Column<T>): number {
    const table = this.viewport.width();
    return table > 0 && table < NARROW ? (narrowWidth ?? width) : width;
  }

  protected sortBy(column: Column<T>): void {
    this.sortChange.emit(nextSort(this.sort(), column));
  }

  protected select(key: RowKey, event: MouseEvent): void {
    const isRange = event.shiftKey && this.anchor !== null;
    this.selectionChange.emit(
      isRange
        ? selectRange(this.selection(), this.order(), this.anchor as RowKey, key)
        : toggled(this.selection(), key),
    );
    this.anchor = key;
  }

  protected selectAll(): void {
    this.selectionChange.emit(toggleAll(this.selection(), this.order()));
  }

  protected toggleColumn(id: string, event: Event): void {
    event.stopPropagation(); // The menu stays open for the next one.
    this.choice().toggle(id);
  }
}
