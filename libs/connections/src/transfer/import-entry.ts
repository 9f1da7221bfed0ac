import { replacementOf, type Changes } from '../draft';
import { ReplaceConnectionDto } from '../dto/replace-connection.dto';
import { type FieldProblem, inspect, isRecord, ProblemError } from '@snp/http';
import { TEMPLATE_NAMES } from '@snp/protocol';
import { parseCompactObjects, parseCompactTags } from './compact';
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

export type Wanted = Changes & Required<Pick<Changes, 'name' | 'restapi' | 'websocket' | 'username' | 'objects'>>;

/** What an import reads; anything else in an entry is somebody else's and ignored. */
const FIELDS = ['name', 'restapi', 'websocket', 'username', 'password', 'objects_ids', 'template', 'enabled', 'tags'];

/** `enabled` as the earlier exporter writes it in JSON. */
const ENABLED = new Map<unknown, boolean>([
  [1, true],
  [0, false],
]);

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

/** Checks an entry as a request for a connection is checked, after making one of what older files hold. */
export function importEntry({ value, isTextual }: FileEntry, position: number): ImportEntry {
  if (!isRecord(value)) return refused(position, null, [{ pointer: '', message: 'must be an object' }]);
  const fields = isTextual ? fromText(value) : fromJson(value);
  const name = typeof fields['name'] === 'string' ? fields['name'] : null;
  const { value: dto, problems } = inspect(ReplaceConnectionDto, fields);
  if (problems.length > 0) return refused(position, name, problems);
  try {
    return { position, name, problems, wanted: replacementOf(dto) as Wanted };
  } catch (error) {
    if (error instanceof ProblemError) return refused(position, name, error.errors ?? []);
    throw error;
  }
}

function refused(position: number, name: string | null, problems: readonly FieldProblem[]): ImportEntry {
  return { position, name, problems, wanted: undefined };
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
  const { objects = entry['objects_ids'], enabled, tags } = entry;
  const template = TEMPLATE_NAMES.find((name) => name === objects);
  return known({
    ...entry,
    template: template ?? entry['template'],
    objects_ids: template ? undefined : typeof objects === 'string' ? parseCompactObjects(objects) : knownKeys(objects),
    enabled: ENABLED_WORDS.get(String(enabled).toLowerCase()) ?? enabled,
    tags: typeof tags === 'string' ? parseCompactTags(tags) : tags,
  });
}

function known(entry: Record<string, unknown>): Record<string, unknown> {
  const present = FIELDS.filter((field) => entry[field] !== undefined && entry[field] !== null);
  return Object.fromEntries(present.map((field) => [field, entry[field]]));
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
