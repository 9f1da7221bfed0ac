import { compareNames } from '../../core/format/names';
import type { Column, SortValue } from './column';

/** Column and direction as in the URL: `name`, `-missing`. Empty: the order of the rows. */
export type Sort = string;

function sortColumn(sort: Sort): string {
  return sort.replace(/^-/, '');
}

/** The `aria-sort` of a header. */
export function directionOf(sort: Sort, column: string): 'ascending' | 'descending' | 'none' {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : 'none';
}

/** The sort after a click on a header. */
export function nextSort<T>(sort: Sort, { id, isHighFirst }: Column<T>): Sort {
  const [first, second] = isHighFirst ? [`-${id}`, id] : [id, `-${id}`];
  return sort === first ? second : first;
}

/** The sorted rows. The sort is stable; rows without a value are last. */
export function sorted<T>(rows: readonly T[], sort: Sort, columns: readonly Column<T>[]): readonly T[] {
  const value = columns.find(({ id }) => id === sortColumn(sort))?.value;
  if (!value) return rows;
  const sign = sort.startsWith('-') ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: value(row) }));
  keyed.sort((a, b) => compare(a.key, b.key, sign));
  return keyed.map(({ row }) => row);
}

function compare(a: SortValue, b: SortValue, sign: number): number {
  const [hasA, hasB] = [isValue(a), isValue(b)];
  if (!hasA || !hasB) return Number(hasB) - Number(hasA);
  if (typeof a === 'string' && typeof b === 'string') return sign * compareNames(a, b);
  return sign * (Number(a) - Number(b));
}

function isValue(value: SortValue): value is string | number | boolean {
  return value !== null && value !== undefined && value !== '' && !Number.isNaN(value);
}
