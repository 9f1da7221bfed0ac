import type { Body } from '../statuses/generator';

/** Rows that never change (frozen) are written once for the whole fleet. */
const written = new WeakMap<object, string>();

/**
 * The JSON text of a status as a JSON string literal, which is how it travels: the same as `JSON.stringify(JSON.stringify(status))`,
 * at a tenth of the cost for tables that are mostly rows which nobody uses.
 */
export function literal(status: Body): string {
  const fields: string[] = [];
  for (const [name, value] of Object.entries(status)) {
    if (value !== undefined) fields.push(`${escaped(name)}:${isMostlyFrozen(value) ? table(value) : escaped(value)}`);
  }
  return `"{${fields.join(',')}}"`;
}

/** Rows that are in use come first. */
function isMostlyFrozen(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && isFrozenRow(value.at(-1));
}

function isFrozenRow(row: unknown): row is object {
  return typeof row === 'object' && row !== null && Object.isFrozen(row);
}

function table(rows: readonly unknown[]): string {
  return `[${rows.map((row) => (isFrozenRow(row) ? frozen(row) : escaped(row))).join(',')}]`;
}

function frozen(row: object): string {
  const known = written.get(row);
  if (known !== undefined) return known;
  const text = escaped(row);
  written.set(row, text);
  return text;
}

function escaped(value: unknown): string {
  return JSON.stringify(JSON.stringify(value)).slice(1, -1);
}
