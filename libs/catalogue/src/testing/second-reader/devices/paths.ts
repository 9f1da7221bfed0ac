import type { Body } from './audio-parts';

/** Where a value is in a status: names of fields and positions in arrays. */
export type Path = readonly string[];

/** What says what a status is of. */
const ENVELOPE = ['type', 'object_ID', 'name', 'fme_ip'];

/** Everything in a status that is no object and no array, and the objects and arrays themselves. */
export function pathsOf(status: Body): Path[] {
  return Object.keys(status)
    .filter((field) => !ENVELOPE.includes(field))
    .flatMap((field) => below([field], status[field]));
}

function below(path: Path, value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, each]) => below([...path, name], each))];
}

/** The status with another value in one place; undefined takes the field away. */
export function withValue<T>(root: T, [name, ...rest]: Path, value: unknown): T {
  const copy = (Array.isArray(root) ? [...(root as unknown[])] : { ...root }) as Record<string, unknown>;
  copy[name] = rest.length === 0 ? value : withValue(copy[name], rest, value);
  return copy as T;
}
