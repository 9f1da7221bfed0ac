import type { ObjectRef, ObjectTemplate } from '../../core/api/models';
import { trimmed } from './typed-text';

/** The connected device itself. */
export const LOCAL = '127.0.0.1';

/** The name of a template, or `custom` for a custom list. */
export type ObjectsChoice = ObjectTemplate['name'] | 'custom';

/** Identifies an object. */
export function objectKey({ elementIP, objectType, objectId }: ObjectRef): string {
  return JSON.stringify([elementIP || LOCAL, objectType, objectId ?? '']);
}

/** The list as it is stored: no empty ids, no duplicates. */
export function normalised(objects: readonly ObjectRef[]): ObjectRef[] {
  const unique = new Map<string, ObjectRef>();
  for (const { elementIP, objectType, objectId } of objects) {
    const object: ObjectRef = { elementIP: trimmed(elementIP ?? '') || LOCAL, objectType: trimmed(objectType) };
    const id = trimmed(objectId ?? '');
    if (id !== '') object.objectId = id;
    unique.set(objectKey(object), object);
  }
  return [...unique.values()];
}

/** The template with the same objects in any order; `custom` when there is none. */
export function choiceOf(objects: readonly ObjectRef[], templates: readonly ObjectTemplate[]): ObjectsChoice {
  return templates.find(({ objects_ids }) => areSameObjects(objects_ids, objects))?.name ?? 'custom';
}

/** Whether two lists have the same objects in any order. */
export function areSameObjects(some: readonly ObjectRef[], others: readonly ObjectRef[]): boolean {
  const [keys, otherKeys] = [new Set(some.map(objectKey)), new Set(others.map(objectKey))];
  return keys.size === otherKeys.size && [...keys].every((key) => otherKeys.has(key));
}

/** The message with which the exporter subscribes. */
export function subscriptionPreview(objects: readonly ObjectRef[]): string {
  const lines = objects.map((object) => `    ${JSON.stringify(object)}`);
  return `{\n  "msgType": "statusListSubscribe",\n  "frequency": 1000,\n  "objectIds": [\n${lines.join(',\n')}\n  ]\n}`;
}
