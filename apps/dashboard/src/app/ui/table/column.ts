import { Directive, TemplateRef, inject, input } from '@angular/core';

/** What sorts: numbers and texts; null comes last in either direction. */
export type SortValue = string | number | boolean | null | undefined;

/** A column of a table. */
export interface Column<T> {
  readonly id: string;
  readonly header: string;
  /** Least width in px; a fixed one unless it grows. */
  readonly width: number;
  /** The width in a table that is narrower than 480 px. */
  readonly narrowWidth?: number;
  /** Whether it takes a share of the room that is left. */
  readonly grows?: boolean;
  /** Numbers stand on the right. */
  readonly align?: 'end';
  /** What the column sorts by; a column without does not sort. */
  readonly value?: (row: T) => SortValue;
  /** What is shown where there is no template. */
  readonly text?: (row: T) => string;
  /** For identifiers. */
  readonly isMono?: boolean;
  /** Left out where the table is narrower than so many px. */
  readonly hideBelow?: number;
  /** Shown only when chosen. */
  readonly isExtra?: boolean;
  /** Cannot be left out. */
  readonly isFixed?: boolean;
  /** Explains the header. */
  readonly hint?: string;
  /** Whether the first click sorts the highest first, as for what is worse when it is more. */
  readonly isHighFirst?: boolean;
}

/** How the cells of one column look: `<ng-template snpCell="name" [snpCellOf]="rows" let-row>`. */
@Directive({ selector: 'ng-template[snpCell]' })
export class CellTemplate<T> {
  /** Id of the column; `actions` for what stands at the end of each row. */
  readonly snpCell = input.required<string>();
  /** The rows, so that the template knows their type. */
  readonly snpCellOf = input.required<readonly T[]>();
  readonly template = inject<TemplateRef<{ $implicit: T }>>(TemplateRef);

  static ngTemplateContextGuard<T>(_cell: CellTemplate<T>, context: unknown): context is { $implicit: T } {
    return context !== undefined;
  }
}
