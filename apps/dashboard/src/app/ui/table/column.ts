import { Directive, TemplateRef, inject, input } from '@angular/core';

/** A value to sort by; null comes last in either direction. */
export type SortValue = string | number | boolean | null | undefined;

/** A column of a table. */
export interface Column<T> {
  readonly id: string;
  readonly header: string;
  /** Minimum width, px; fixed unless the column grows. */
  readonly width: number;
  /** The width when the table is narrower than 480 px. */
  readonly narrowWidth?: number;
  /** Whether it takes a share of the remaining width. */
  readonly grows?: boolean;
  /** For numbers. */
  readonly align?: 'end';
  /** The value to sort by; without it the column cannot be sorted. */
  readonly value?: (row: T) => SortValue;
  /** The text of a cell without a template. */
  readonly text?: (row: T) => string;
  /** For identifiers. */
  readonly isMono?: boolean;
  /** Hidden when the table is narrower, px, or when the columns do not fit: the highest first. */
  readonly hideBelow?: number;
  /** Hidden until chosen. */
  readonly isExtra?: boolean;
  /** Cannot be hidden. */
  readonly isFixed?: boolean;
  /** Tooltip of the header. */
  readonly hint?: string;
  /** Whether the first click sorts the highest first. */
  readonly isHighFirst?: boolean;
}

/** The template of a column's cells: `<ng-template snpCell="name" [snpCellOf]="rows" let-row>`. */
@Directive({ selector: 'ng-template[snpCell]' })
export class CellTemplate<T> {
  /** Id of the column; `actions` for the end of each row. */
  readonly snpCell = input.required<string>();
  /** The rows, for the type of the template's context. */
  readonly snpCellOf = input.required<readonly T[]>();
  readonly template = inject<TemplateRef<{ $implicit: T }>>(TemplateRef);

  static ngTemplateContextGuard<T>(_cell: CellTemplate<T>, context: unknown): context is { $implicit: T } {
    return context !== undefined;
  }
}
