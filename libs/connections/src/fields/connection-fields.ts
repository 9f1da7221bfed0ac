import type { FieldProblem } from '@snp/http';
import type { ObjectRef } from '@snp/protocol';
import { withoutUserinfo } from '../validation/device-url';
import { hiddenCharacter, hiddenInUrl } from '../validation/hidden-characters';
import { hiddenInObjects, withoutDuplicates } from '../validation/object-list';
import { hiddenInTags, trimmedTags } from '../validation/tag-map';
import { trimmed } from '../validation/white-space';
import { compactObjects, compactTags, parseCompactObjects, parseCompactTags } from './compact';
import { truthOf } from './truth-words';
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
  /**
   * A value that came in, as it is kept: without white space at its ends.
   * @param stored the value until now
   */
  clean?(value: Value, stored?: Value): Value;
  /** The characters that cannot be seen, and are refused. */
  hidden?(value: Value, stored?: Value): readonly FieldProblem[];
  /** As an answer shows it. */
  show?(value: Value): Value;
  toCsv(value: Value): string;
  /** What JSON would have for a cell; checked like JSON afterwards. */
  fromCsv(cell: string): unknown;
}

const PASSWORD: FieldRow<string> = {
  read: storedText,
  store: (text) => text,
  toCsv: (text) => text,
  fromCsv: (cell) => cell,
};

const TEXT: FieldRow<string> = {
  ...PASSWORD,
  clean: (text) => trimmed(text),
  hidden: (text) => problemOf(hiddenCharacter(text)),
};

const ADDRESS: FieldRow<string> = {
  ...TEXT,
  hidden: (url) => problemOf(hiddenInUrl(url)),
  show: withoutUserinfo,
};

/** One row a field, in the order of exports. */
const ROWS: { readonly [Field in keyof ConnectionFields]: FieldRow<ConnectionFields[Field]> } = {
  name: TEXT,
  restapi: ADDRESS,
  websocket: ADDRESS,
  username: TEXT,
  password: { ...PASSWORD, initial: '', isSecret: true },
  objects: {
    column: 'objects_ids',
    read: (stored) => readObjects(stored).objects,
    store: (objects) => JSON.stringify(objects),
    clean: (objects) => withoutDuplicates(objects),
    hidden: (objects) => hiddenInObjects(objects),
    toCsv: compactObjects,
    fromCsv: objectsInCell,
  },
  enabled: {
    initial: true,
    read: (stored) => stored === 1,
    store: Number,
    toCsv: String,
    fromCsv: (cell) => truthOf(cell) ?? cell,
  },
  tags: {
    initial: {},
    read: readTags,
    store: (tags) => JSON.stringify(tags),
    clean: trimmedTags,
    hidden: hiddenInTags,
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
    fromCsv: (cell) => truthOf(cell) ?? cell,
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

/** The compact form, or a list in JSON; the text itself where it is neither. */
function objectsInCell(cell: string): unknown {
  if (!/^[[{]/.test(cell)) return parseCompactObjects(cell);
  try {
    return JSON.parse(cell);
  } catch {
    // Checked like JSON afterwards: it is no list.
    return cell;
  }
}

function problemOf(message: string | undefined): FieldProblem[] {
  return message === undefined ? [] : [{ pointer: '', message }];
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
