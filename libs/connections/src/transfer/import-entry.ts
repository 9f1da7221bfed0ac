import { type FieldProblem, inspect, isRecord, ProblemError, shortened } from '@snp/http';
import { TEMPLATE_NAMES } from '@snp/protocol';
import { ReplaceConnectionDto } from '../dto/replace-connection.dto';
import { replacementOf, type RequiredFields } from '../dto/draft';
import { CONNECTION_FIELDS, type Changes } from '../fields/connection-fields';
import type { FileEntry } from './formats/file-entry';

/** An entry of a file, looked at by itself. */
export interface ImportEntry {
  /** From 1. */
  readonly position: number;
  readonly name: string | null;
  /** The whole of a connection, but for what the file need not have; undefined where there are problems. */
  readonly wanted: Wanted | undefined;
  readonly problems: readonly FieldProblem[];
}

export type Wanted = Changes & RequiredFields;

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
  const fields = isTextual ? fromText(value) : fromJson(value);
  const name = typeof fields['name'] === 'string' ? fields['name'] : null;
  const { value: dto, problems } = inspect(ReplaceConnectionDto, fields);
  if (problems.length > 0) return refused(position, name, problems);
  try {
    return { position, name, problems, wanted: replacementOf(dto) };
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

function fromJson(entry: Record<string, unknown>): Record<string, unknown> {
  const { enabled } = entry;
  return known({
    ...entry,
    objects_ids: knownKeys(entry['objects_ids']),
    enabled: ENABLED.get(enabled) ?? enabled,
  });
}

/** YAML and CSV: everything is text, but for the lists and objects of YAML. */
function fromText(entry: Record<string, unknown>): Record<string, unknown> {
  const fields = CONNECTION_FIELDS.map(({ heading, column, fromCsv }) => {
    const value = entry[heading] === undefined ? entry[column] : entry[heading];
    return [column, typeof value === 'string' ? fromCsv(value) : value] as const;
  });
  const { objects_ids: objects, ...others } = Object.fromEntries(fields);
  const template = TEMPLATE_NAMES.find((name) => name === (entry['objects'] ?? entry['objects_ids']));
  return known({
    ...others,
    ...(template ? { template } : { template: entry['template'], objects_ids: knownKeys(objects) }),
  });
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
