import { type FieldProblem, inspect, isRecord, ProblemError, shortened } from '@snp/http';
import { TEMPLATE_NAMES } from '@snp/protocol';
import { ReplaceConnectionDto } from '../dto/replace-connection.dto';
import { contentsOf, replacementOf, type Contents } from '../dto/draft';
import { CONNECTION_FIELDS } from '../fields/connection-fields';
import { trimmed } from '../validation/white-space';
import { EXCESS_CELLS, type FileEntry } from './formats/file-entry';
import { addressesOf } from './host-cell';

/** An entry of a file, looked at by itself. */
export interface ImportEntry {
  /** From 1. */
  readonly position: number;
  readonly name: string | null;
  /** The whole of a connection, but for what the file need not have; undefined where there are problems. */
  readonly wanted: Contents | undefined;
  readonly problems: readonly FieldProblem[];
}

/** An entry as a request would have it. */
interface EntryFields {
  readonly fields: Record<string, unknown>;
  readonly problems: readonly FieldProblem[];
  /** Whether objects may be missing. */
  readonly mayLackObjects: boolean;
}

/** What an import reads; anything else in an entry is ignored. */
const KEYS = [...CONNECTION_FIELDS.map(({ column }) => column), 'template'];

/** `enabled` as the earlier exporter writes it in JSON. */
const ENABLED = new Map<unknown, boolean>([
  [1, true],
  [0, false],
]);

/** Checks an entry as a request for a connection is checked, after making one of what older files hold. */
export function importEntry({ value, isTextual }: FileEntry, position: number): ImportEntry {
  if (!isRecord(value)) return refused(position, null, [{ pointer: '', message: 'must be an object' }]);
  const { fields, problems, mayLackObjects } = isTextual ? fromText(value) : fromJson(value);
  const name = typeof fields['name'] === 'string' ? trimmed(fields['name']) : null;
  const { value: dto, problems: others } = inspect(ReplaceConnectionDto, fields);
  if (problems.length + others.length > 0) return refused(position, name, [...problems, ...others]);
  try {
    return { position, name, problems: [], wanted: mayLackObjects ? contentsOf(dto) : replacementOf(dto) };
  } catch (error) {
    if (error instanceof ProblemError) return refused(position, name, error.errors ?? []);
    throw error;
  }
}

/** Enough to correct an entry by: ten thousand entries may have faults. */
const MAX_PROBLEMS = 5;

function refused(position: number, name: string | null, problems: readonly FieldProblem[]): ImportEntry {
  const told = problems.slice(0, MAX_PROBLEMS);
  const others = problems.length - told.length;
  if (others > 0) told.push({ pointer: '', message: `and ${others} more` });
  return { position, name: name && shortened(name), problems: told, wanted: undefined };
}

function fromJson(entry: Record<string, unknown>): EntryFields {
  const { enabled } = entry;
  const fields = { ...entry, objects_ids: knownKeys(entry['objects_ids']), enabled: ENABLED.get(enabled) ?? enabled };
  return { fields: known(fields), problems: [], mayLackObjects: false };
}

/** YAML and CSV: everything is text, but for the lists and objects of YAML. */
function fromText(given: Record<string, unknown>): EntryFields {
  const { entry, problems } = withAddresses(given);
  const fields = CONNECTION_FIELDS.map(({ heading, column, fromCsv }) => {
    const value = entry[heading] === undefined ? entry[column] : entry[heading];
    return [column, typeof value === 'string' ? fromCsv(value) : value] as const;
  });
  const { objects_ids: list, ...others } = Object.fromEntries(fields);
  const text = entry['objects'] ?? entry['objects_ids'];
  const mayLackObjects = text === '' && entry['template'] === undefined;
  const template = TEMPLATE_NAMES.find((name) => typeof text === 'string' && name === text.toLowerCase());
  const objects = mayLackObjects ? {} : { template: entry['template'], objects_ids: knownKeys(list) };
  return {
    fields: known({ ...others, ...(template ? { template } : objects) }),
    problems: [...excessOf(given), ...problems],
    mayLackObjects,
  };
}

/** Without its quotes, a password with a separator in it ends there. */
function excessOf(entry: Record<string, unknown>): readonly FieldProblem[] {
  if (entry[EXCESS_CELLS] === undefined) return [];
  return [{ pointer: '', message: 'has more cells than there are columns: quote cells that contain the separator' }];
}

/** A host stands for the URLs that are missing. */
function withAddresses(entry: Record<string, unknown>): {
  entry: Record<string, unknown>;
  problems: readonly FieldProblem[];
} {
  const column = ['host', 'address'].find((name) => typeof entry[name] === 'string');
  if (column === undefined || (entry['restapi'] !== undefined && entry['websocket'] !== undefined)) {
    return { entry, problems: [] };
  }
  const addresses = addressesOf(trimmed(String(entry[column])));
  if (addresses !== undefined) return { entry: { ...addresses, ...entry }, problems: [] };
  const message = 'must be a host name or an IP address, without a port; for other URLs, use restapi and websocket';
  // The good URLs keep the fault from being told twice.
  return { entry: { ...addressesOf('localhost'), ...entry }, problems: [{ pointer: `/${column}`, message }] };
}

function known(entry: Record<string, unknown>): Record<string, unknown> {
  const present = KEYS.filter((key) => entry[key] !== undefined && entry[key] !== null);
  return Object.fromEntries(present.map((key) => [key, entry[key]]));
}

/** Older files have empty object ids, and keys of their own beside those that are sent to the device. */
function knownKeys(objects: unknown): unknown {
  if (!Array.isArray(objects)) return objects;
  return objects.map((object: unknown) => {
    if (!isRecord(object)) return object;
    const { elementIP, objectType, objectId } = object;
    return {
      ...(isGiven(elementIP) && { elementIP }),
      ...(objectType !== undefined && { objectType }),
      ...(isGiven(objectId) && { objectId }),
    };
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
