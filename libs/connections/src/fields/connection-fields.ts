import type { ObjectRef } from '@snp/protocol';
import { withoutUserinfo } from '../validation/device-url';
import { compactObjects, compactTags, parseCompactObjects, parseCompactTags } from './compact';
import { readObjects } from './stored-objects';

/** What is stored of a connection, besides its id and its times. */
export interface ConnectionFields {
  /** Unique among all connections that are given out together. */
  readonly name: string;
  readonly restapi: string;
  readonly websocket: string;
  readonly username: string;
  readonly password: string;
  readonly objects: readonly ObjectRef[];
  readonly enabled: boolean;
  readonly tags: Readonly<Record<string, string>>;
  /** Whether TLS that is no longer secure will do for the device. */
  readonly legacyTls: boolean;
}

/** A new connection. */
export type Draft = ConnectionFields;

/** Fields to change; missing ones stay as they are. */
export type Changes = Partial<Draft>;

/** How the values of a field are stored, shown and written to files. */
interface FieldRow<Value> {
  /** Column of the table and name in JSON, where it is not the name of the field. */
  readonly column?: string;
  /** Column in CSV, where it is not the name of the field. */
  readonly heading?: string;
  /** Value of a new connection where the request has none; undefined where the field is required. */
  readonly initial?: Value;
  /** Whether answers, and exports without secrets, leave it out. */
  readonly isSecret?: boolean;
  /** Never fails, whatever is stored. */
  read(stored: unknown): Value;
  store(value: Value): string | number;
  /** As an answer shows it. */
  show?(value: Value): Value;
  toCsv(value: Value): string;
  /** What JSON would have for a cell; checked like JSON afterwards. */
  fromCsv(cell: string): unknown;
}

const TEXT: FieldRow<string> = {
  read: storedText,
  store: (text) => text,
  toCsv: (text) => text,
  fromCsv: (cell) => cell,
};

const ADDRESS: FieldRow<string> = { ...TEXT, show: withoutUserinfo };

/** `enabled` as people and spreadsheets write it. */
const ENABLED_WORDS = new Map([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['on', true],
  ['0', false],
  ['false', false],
  ['no', false],
  ['off', false],
]);

/** One row a field, in the order of exports. */
const ROWS: { readonly [Field in keyof ConnectionFields]: FieldRow<ConnectionFields[Field]> } = {
  name: TEXT,
  restapi: ADDRESS,
  websocket: ADDRESS,
  username: TEXT,
  password: { ...TEXT, initial: '', isSecret: true },
  objects: {
    column: 'objects_ids',
    read: (stored) => readObjects(stored).objects,
    store: (objects) => JSON.stringify(objects),
    toCsv: compactObjects,
    fromCsv: parseCompactObjects,
  },
  enabled: {
    initial: true,
    read: (stored) => stored === 1,
    store: Number,
    toCsv: String,
    fromCsv: (cell) => ENABLED_WORDS.get(cell.toLowerCase()) ?? cell,
  },
  tags: {
    initial: {},
    read: readTags,
    store: (tags) => JSON.stringify(tags),
    toCsv: compactTags,
    fromCsv: parseCompactTags,
  },
  legacyTls: {
    column: 'legacy_tls',
    heading: 'legacy_tls',
    initial: false,
    read: (stored) => stored === 1,
    store: Number,
    toCsv: String,
    fromCsv: (cell) => ENABLED_WORDS.get(cell.toLowerCase()) ?? cell,
  },
};

export interface ConnectionField extends FieldRow<unknown> {
  /** Property of a {@link ConnectionFields}. */
  readonly field: keyof ConnectionFields;
  readonly column: string;
  readonly heading: string;
}

/**
 * The table of a connection's stored fields: SELECT and INSERT, comparison, requests, answers, export and import derive
 * from it.
 */
export const CONNECTION_FIELDS: readonly ConnectionField[] = (
  Object.keys(ROWS) as readonly (keyof ConnectionFields)[]
).map((field) => ({ column: field, heading: field, ...(ROWS[field] as FieldRow<unknown>), field }));

/** The text of a column: SQLite lets other programs store numbers and bytes in it. */
export function storedText(stored: unknown): string {
  if (typeof stored === 'string') return stored;
  if (stored instanceof Uint8Array) return Buffer.from(stored).toString('utf8');
  return stored === null || stored === undefined ? '' : String(stored);
}

function readTags(stored: unknown): Record<string, string> {
  try {
    const tags: unknown = JSON.parse(storedText(stored));
    if (typeof tags !== 'object' || tags === null) return {};
    return Object.fromEntries(Object.entries(tags).filter(([, value]) => typeof value === 'string'));
  } catch {
    // Somebody else's edit; a connection can do without its tags.
    return {};
  }
}
