import { counter, index, isObject, text, type JsonObject } from '@snp/protocol';

/** More rows than any device has: what a broken one sends beyond them is not shown. */
export const MAX_ROWS = 1_024;

/** Longer than any text that a device means to be read. */
const MAX_TEXT = 256;

const NOTHING: JsonObject = {};

/** The object at `key`, or an empty one. */
export function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : NOTHING;
}

/** The objects in the array at `key`; anything else in it is left out. */
export function rowsAt(parent: JsonObject, key: string): JsonObject[] {
  const value = parent[key];
  return Array.isArray(value) ? value.slice(0, MAX_ROWS).filter(isObject) : [];
}

/** The rows of the array at `key` by their `idx`, in its order; of two with the same `idx` the last one counts. */
export function indexedRowsAt(parent: JsonObject, key: string): [number, JsonObject][] {
  const rows = new Map<number, JsonObject>();
  for (const row of rowsAt(parent, key)) {
    const number = index(row.idx);
    if (number !== undefined) rows.set(number, row);
  }
  return [...rows].sort(([left], [right]) => left - right);
}

export function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}

/** 1 as true, 0 as false, none as null. */
export function yesNo(value: number | undefined): boolean | null {
  return value === undefined ? null : value === 1;
}

/** A JSON boolean, or null. */
export function flagOrNull(raw: unknown): boolean | null {
  return typeof raw === 'boolean' ? raw : null;
}

/** A text to show; null for a placeholder. */
export function words(raw: unknown): string | null {
  return text(raw)?.slice(0, MAX_TEXT) || null;
}

/** The sum of the counters in `fields`; null where there is none. */
export function total(section: JsonObject, fields: readonly string[]): number | null {
  const counts = fields.flatMap((field) => counter(section[field]) ?? []);
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** A complaint of the device; empty if it says that all is OK, null if it says nothing. */
export function complaint(raw: unknown, ...fine: readonly string[]): string | null {
  if (typeof raw !== 'string') return null;
  const said = text(raw) ?? '';
  return fine.includes(said) ? '' : said.slice(0, MAX_TEXT);
}
