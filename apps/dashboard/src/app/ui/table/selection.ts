/** Adds a row to a selection, or removes it. */
export function toggled<K>(selection: ReadonlySet<K>, key: K): ReadonlySet<K> {
  const next = new Set(selection);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Selects all rows from one to another, inclusive, in either direction. */
export function selectRange<K>(selection: ReadonlySet<K>, order: readonly K[], from: K, to: K): ReadonlySet<K> {
  const [start, end] = [order.indexOf(from), order.indexOf(to)].sort((a, b) => a - b);
  if (start === -1) return toggled(selection, to);
  return new Set([...selection, ...order.slice(start, end + 1)]);
}

/** Selects all rows, or none when all are. */
export function toggleAll<K>(selection: ReadonlySet<K>, order: readonly K[]): ReadonlySet<K> {
  return order.every((key) => selection.has(key)) ? new Set() : new Set(order);
}
