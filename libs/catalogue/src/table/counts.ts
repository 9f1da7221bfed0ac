import { index, isObject, type JsonObject } from '@snp/protocol';

/** Whether one of the flags in `fields` is set. */
export function isAnySet(row: JsonObject, fields: readonly string[]): boolean {
  for (let at = 0; at < fields.length; at++) {
    if (row[fields[at]] === true) return true;
  }
  return false;
}

/** How many of the flags in `fields` are set; none where there is not one flag. */
export function countOf(fields: readonly string[]): (row: JsonObject) => number | undefined {
  return (row) => {
    let flags = 0;
    let set = 0;
    for (let at = 0; at < fields.length; at++) {
      const raw = row[fields[at]];
      if (typeof raw !== 'boolean') continue;
      flags++;
      if (raw) set++;
    }
    return flags === 0 ? undefined : set;
  };
}

/** In how many rows of `table` the flag `field` is not set; none where no row has the flag. A repeated `idx`: the last one wins. */
export function countUnset(table: string, field: string): (body: JsonObject) => number | undefined {
  return (body) => {
    const rows = body[table];
    if (!Array.isArray(rows)) return undefined;
    const flags = new Map<unknown, boolean>();
    for (const row of rows as readonly unknown[]) {
      if (!isObject(row)) continue;
      const raw = row[field];
      const key = index(row.idx) ?? row;
      if (typeof raw === 'boolean') flags.set(key, raw);
      else flags.delete(key);
    }
    if (flags.size === 0) return undefined;
    let unset = 0;
    for (const flag of flags.values()) if (!flag) unset++;
    return unset;
  };
}
