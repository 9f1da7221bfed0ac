import type { Body } from '../statuses/generator';

/** A field as devices describe it themselves. */
export interface DescribedField {
  readonly type: string;
  /** The words of an enumeration, or its numbers. */
  readonly words: readonly string[] | undefined;
  readonly minimum?: number;
  readonly maximum?: number;
}

const TYPES = ['string', 'integer', 'number', 'boolean'];
/** Where the description has another name, or leaves out that it is a table. */
const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^procmv\./, 'procMV.'],
  [/^(system\.DSP\w+)\./, '$1[].'],
];

/** The fields of all types of a description, by their path: `ipWan.ipWanStatus.rxConfigBw25G[]`. */
export function describedFields(types: unknown): Map<string, DescribedField> {
  const fields = new Map<string, DescribedField>();
  const visit = (path: string, node: unknown): void => {
    if (typeof node === 'string') fields.set(named(path), { type: node, words: undefined });
    else if (isField(node)) fields.set(named(path), { ...node, words: wordsOf(node) });
    else if (typeof node === 'object' && node !== null) {
      for (const [key, part] of Object.entries(node)) {
        if (key === 'array') visit(`${path}[]`, part);
        else if (key !== 'items') visit(path === '' ? key : `${path}.${key}`, part);
      }
    }
  };
  visit('', types);
  return fields;
}

function named(path: string): string {
  return OTHER_NAMES.reduce((name, [pattern, replacement]) => name.replace(pattern, replacement), path);
}

interface FieldNode {
  readonly type: string;
  readonly words?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A row may have a field `type` of its own. */
function isField(node: unknown): node is FieldNode {
  if (typeof node !== 'object' || node === null) return false;
  const { type, ...others } = node as Body;
  const qualities = ['words', 'minimum', 'maximum', 'format'];
  return TYPES.includes(String(type)) && Object.keys(others).every((key) => qualities.includes(key));
}

function wordsOf({ type, words }: FieldNode): readonly string[] | undefined {
  if (type === 'boolean' || typeof words !== 'object' || words === null) return undefined;
  return Array.isArray(words) ? words.map(String) : Object.keys(words);
}

/** Every value of every field of statuses, by its path. */
export function valuesOf(statuses: readonly Body[]): Map<string, Set<unknown>> {
  const values = new Map<string, Set<unknown>>();
  const visit = (path: string, value: unknown): void => {
    if (Array.isArray(value)) for (const row of value) visit(`${path}[]`, row);
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) visit(`${path}.${key}`, part);
    else values.set(path, (values.get(path) ?? new Set()).add(value));
  };
  for (const status of statuses) visit(String(status.type), status);
  return values;
}

export function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

/** Whether a field may have that value: its type, its words, its range. */
export function isAllowed(value: unknown, { type, words, minimum, maximum }: DescribedField): boolean {
  if (!isOfType(value, type) || (words && !words.includes(String(value)))) return false;
  if (type === 'string' || type === 'boolean') return true;
  return Number(value) >= (minimum ?? -Infinity) && Number(value) <= (maximum ?? Infinity);
}
