import type { ObjectRef, ObjectTemplate } from '../../core/api/models';

/** The device that one is connected to. */
export const LOCAL = '127.0.0.1';

/** Which objects: those of a template, or picked ones. */
export type ObjectsChoice = ObjectTemplate['name'] | 'pick';

/** What tells one object from another. */
export function objectKey({ elementIP, objectType, objectId }: ObjectRef): string {
  return JSON.stringify([elementIP || LOCAL, objectType, objectId ?? '']);
}

/** The list as it is stored: no empty id, every object once. */
export function normalised(objects: readonly ObjectRef[]): ObjectRef[] {
  const unique = new Map<string, ObjectRef>();
  for (const { elementIP, objectType, objectId } of objects) {
    const object: ObjectRef = { elementIP: elementIP?.trim() || LOCAL, objectType: objectType.trim() };
    if (objectId?.trim()) object.objectId = objectId.trim();
    unique.set(objectKey(object), object);
  }
  return [...unique.values()];
}

/** The template that a list is made of, whatever its order; `pick` for any other list. */
export function choiceOf(objects: readonly ObjectRef[], templates: readonly ObjectTemplate[]): ObjectsChoice {
  return templates.find(({ objects_ids }) => areSameObjects(objects_ids, objects))?.name ?? 'pick';
}

/** Whether two lists mean the same, whatever their order. */
export function areSameObjects(some: readonly ObjectRef[], others: readonly ObjectRef[]): boolean {
  const [keys, otherKeys] = [new Set(some.map(objectKey)), new Set(others.map(objectKey))];
  return keys.size === otherKeys.size && [...keys].every((key) => otherKeys.has(key));
}

/** What the exporter sends to the device to subscribe. */
export function subscriptionPreview(objects: readonly ObjectRef[]): string {
  const lines = objects.map((object) => `    ${JSON.stringify(object)}`);
  return `{\n  "msgType": "statusListSubscribe",\n  "frequency": 1000,\n  "objectIds": [\n${lines.join(',\n')}\n  ]\n}`;
}
