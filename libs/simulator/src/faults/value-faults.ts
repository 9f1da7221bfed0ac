import type { Body } from '../statuses/generator';
import { define, number } from './definition';
import type { Fault } from './fault';
import type { FaultTarget } from './fault-target';

/** What says which object a status is about is left alone: the fault is in its values. */
const IDENTITY: ReadonlySet<string> = new Set(['type', 'object_ID', 'name', 'parent_object_ID', 'fme_ip', 'idx']);
const OVERFLOW = '@overflow@';
const MISSING = Symbol('missing');

/** One after the other, for the values of a status. */
const NONSENSE: readonly unknown[] = [
  'N/A',
  {},
  MISSING,
  OVERFLOW,
  null,
  [],
  '',
  'NaN',
  true,
  -1e308,
  '1e400 Gbps',
  'Infinity',
  '٣٤ °C',
];

const HOSTILE_TEXT = 'a "quoted" back\\slash,\nnewline {braces} 😀 \u202etfel-ot-thgir\u202c';

/** Walks through the values of a status; the replacement may be {@link MISSING}. */
function replaced(value: unknown, replacement: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((row) => replaced(row, replacement)).filter((row) => row !== MISSING);
  if (typeof value !== 'object' || value === null) return replacement(value);
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => [
    key,
    IDENTITY.has(key) ? part : replaced(part, replacement),
  ]);
  return Object.fromEntries(entries.filter(([, part]) => part !== MISSING));
}

function unreadable(status: Body): string {
  let at = 0;
  const nonsense = replaced(status, () => NONSENSE[at++ % NONSENSE.length]);
  return JSON.stringify(nonsense).replaceAll(`"${OVERFLOW}"`, '1e400');
}

/** Texts without a digit are names or words; a status has at most so many replaced, to keep its size in bounds. */
const MAX_LABELS = 40;

function relabelled(status: Body, label: string): Body {
  let left = MAX_LABELS;
  const isLabel = (value: unknown): boolean => typeof value === 'string' && /^[^\d]*$/.test(value) && value !== '';
  return replaced(status, (value) => (isLabel(value) && left-- > 0 ? label : value)) as Body;
}

type Row = Body & { idx: unknown };

/** The status with its tables (arrays of rows that have an `idx`) changed. */
function withTables(value: unknown, change: (rows: readonly Row[]) => readonly Row[]): unknown {
  if (Array.isArray(value)) return isTable(value) ? change(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withTables(part, change)]));
}

function isTable(rows: readonly unknown[]): rows is readonly Row[] {
  return rows.length > 0 && rows.every((row) => typeof row === 'object' && row !== null && 'idx' in row);
}

/** A fault of the values: all of them are sent again when it begins and when it ends. */
function distortion(target: FaultTarget, fault: Fault): Fault {
  return { begin: () => target.resendAll(), end: () => target.resendAll(), ...fault };
}

/** Statuses that are well-formed and still not what they should be. */
export const VALUE_FAULTS = [
  define({
    kind: 'unreadable-values',
    summary: 'Fills its statuses with N/A, wrong types, missing fields and numbers like 1e400.',
    options: {},
    make: (target) => distortion(target, { onStatus: (_, status) => unreadable(status) }),
  }),
  define({
    kind: 'duplicate-index',
    summary: 'Repeats the first index of every table: first with the values of the second row, then with its own.',
    options: {},
    make: (target) =>
      distortion(target, {
        onStatus: (_, status) =>
          withTables(status, (rows) => [{ ...rows[rows.length > 1 ? 1 : 0], idx: rows[0].idx }, ...rows]) as Body,
      }),
  }),
  define({
    kind: 'growing-index',
    summary: 'Adds rows with indexes never seen before to the first table of every status, more with each update.',
    options: { rows: number(500, 1, 10_000), most: number(4_000, 1, 20_000) },
    make: (target, { rows, most }) => {
      let updates = 1;
      const grown = (table: readonly Row[]): Row[] => {
        const count = Math.min(most, rows * updates);
        const added = Array.from({ length: count }, (_, at) => ({ ...table[0], idx: 1_000_000 * updates + at }));
        return [...table, ...added];
      };
      const firstGrown = (status: Body): Body => {
        let isFirst = true;
        return withTables(status, (table) => {
          const isTurn = isFirst;
          isFirst = false;
          return isTurn ? grown(table) : table;
        }) as Body;
      };
      return distortion(target, {
        onStatus: (_, status) => firstGrown(status),
        onUpdate() {
          updates += 1;
          target.context.statuses.touchAll();
        },
      });
    },
  }),
  define({
    kind: 'long-labels',
    summary: 'Sends texts of 10,000 characters.',
    options: { length: number(10_000, 1, 1_000_000) },
    make: (target, { length }) =>
      distortion(target, {
        onStatus: (_, status) => relabelled(status, 'long '.repeat(length / 5 + 1).slice(0, length)),
      }),
  }),
  define({
    kind: 'hostile-labels',
    summary: 'Sends texts with quotes, backslashes, newlines, emoji and right-to-left characters.',
    options: {},
    make: (target) => distortion(target, { onStatus: (_, status) => relabelled(status, HOSTILE_TEXT) }),
  }),
  define({
    kind: 'hostile-keys',
    summary: 'Puts `__proto__` and `constructor` into its statuses, as keys and as object types.',
    options: {},
    make: (target) =>
      distortion(target, {
        onStatus: (_, status) =>
          `{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},${JSON.stringify(status).slice(1)}`,
        onStatuses: (fragments) => [
          ...fragments,
          JSON.stringify('{"type":"__proto__","object_ID":"__proto__","polluted":"yes"}'),
          JSON.stringify('{"type":"constructor","object_ID":"toString","polluted":"yes"}'),
        ],
      }),
  }),
  define({
    kind: 'deep-nesting',
    summary: 'Nests a field of every status 10,000 deep.',
    options: { depth: number(10_000, 1, 1_000_000) },
    make: (target, { depth }) =>
      distortion(target, {
        onStatus: (_, status) => `{"deep":${'['.repeat(depth)}${']'.repeat(depth)},${JSON.stringify(status).slice(1)}`,
      }),
  }),
] as const;
