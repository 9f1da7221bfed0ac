import type { Column } from './column';

/**
 * The columns that a table of some width shows. Those that may be hidden leave one by one, the one for the widest tables
 * first, until the others fit. An extra column makes none leave: whoever chose it scrolls.
 * @param width of the table, px; 0 until it is known
 * @param edges the width of what is beside the columns, px
 */
export function columnsThatFit<T>(
  columns: readonly Column<T>[],
  width: number,
  edges: number,
  widthOf: (column: Column<T>) => number,
): readonly Column<T>[] {
  if (width === 0) return columns;
  const shown = columns.filter(({ hideBelow = 0 }) => width >= hideBelow);
  const counted = shown.filter(({ isExtra }) => !isExtra);
  const leaving = counted.filter(({ hideBelow }) => hideBelow !== undefined).sort(byRank);
  const left = new Set<string>();
  let excess = counted.reduce((sum, column) => sum + widthOf(column), edges) - width;
  while (excess > 0 && leaving.length > 0) {
    const column = leaving.pop() as Column<T>;
    left.add(column.id);
    excess -= widthOf(column);
  }
  return shown.filter(({ id }) => !left.has(id));
}

function byRank<T>(a: Column<T>, b: Column<T>): number {
  return (a.hideBelow ?? 0) - (b.hideBelow ?? 0);
}
