import { type FieldProblem, isRecord, pointerTo } from '@snp/http';
import { LOCAL_ELEMENT, type ObjectRef } from '@snp/protocol';
import { hiddenCharacter } from './hidden-characters';
import { trimmedLineProblem } from './texts';
import { trimmed } from './white-space';

export const MAX_OBJECTS = 5_000;

const MAX_TEXT = 255;
const NAMES = ['elementIP', 'objectType', 'objectId'] as const;
const KEYS: ReadonlySet<string> = new Set(NAMES);

/** Enough to correct a list by; thousands of the same would not help. */
const MAX_PROBLEMS = 50;

/** What is wrong with a list of objects to subscribe to. By hand, since a fleet's import has a million of them. */
export function objectListProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [{ pointer: '', message: 'must be a list of objects to subscribe to' }];
  if (value.length === 0) return [{ pointer: '', message: 'must contain at least one object' }];
  if (value.length > MAX_OBJECTS)
    return [{ pointer: '', message: `must not contain more than ${MAX_OBJECTS} objects` }];
  const problems: FieldProblem[] = [];
  for (const [index, entry] of value.entries()) {
    for (const { pointer, message } of objectProblems(entry)) {
      problems.push({ pointer: `${pointerTo(index)}${pointer}`, message });
    }
    if (problems.length >= MAX_PROBLEMS) break;
  }
  return problems;
}

/** The list as it is kept: every object once, with its device named, without white space at the ends of texts. */
export function withoutDuplicates(objects: readonly Partial<ObjectRef>[]): ObjectRef[] {
  const unique = new Map<string, ObjectRef>();
  for (const { elementIP = LOCAL_ELEMENT, objectType = '', objectId } of objects) {
    const object = {
      elementIP: trimmed(elementIP),
      objectType: trimmed(objectType),
      ...(objectId !== undefined && { objectId: trimmed(objectId) }),
    };
    unique.set(JSON.stringify([object.elementIP, object.objectType, object.objectId]), object);
  }
  return [...unique.values()];
}

/** The characters in a list of objects that cannot be seen. */
export function hiddenInObjects(objects: readonly Partial<ObjectRef>[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [index, object] of objects.entries()) {
    for (const name of NAMES) {
      const message = hiddenCharacter(trimmed(object[name] ?? ''));
      if (message !== undefined) problems.push({ pointer: `${pointerTo(index)}/${name}`, message });
    }
    if (problems.length >= MAX_PROBLEMS) break;
  }
  return problems;
}

function* objectProblems(entry: unknown): Generator<FieldProblem> {
  if (!isRecord(entry)) {
    yield { pointer: '', message: 'must be an object with objectType' };
    return;
  }
  for (const key of Object.keys(entry)) {
    if (!KEYS.has(key)) yield { pointer: pointerTo(key), message: 'is not a supported field' };
  }
  if (entry['objectType'] === undefined) yield { pointer: '/objectType', message: 'is required' };
  for (const key of KEYS) {
    const message = entry[key] === undefined ? undefined : trimmedLineProblem(entry[key], 1, MAX_TEXT);
    if (message !== undefined) yield { pointer: `/${key}`, message };
  }
}
