import { isBody, type Body } from './generator';

/**
 * `body` with `patch` laid over it, neither of them changed. An object patches an object by key and a table by position
 * (0-based: `{ 3: { Temp: 'N/A' } }`); undefined takes a field away; anything else replaces what was there.
 */
export function merged(body: Body, patch: Body): Body {
  return overlay(body, patch) as Body;
}

function overlay(value: unknown, patch: unknown): unknown {
  if (!isBody(patch)) return patch;
  if (Array.isArray(value)) return overlayTable(value, patch);
  const result: Body = isBody(value) ? { ...value } : {};
  for (const [key, part] of Object.entries(patch)) {
    if (part === undefined) delete result[key];
    else result[key] = overlay(result[key], part);
  }
  return result;
}

function overlayTable(table: readonly unknown[], patch: Body): unknown[] {
  const result = [...table];
  for (const [position, part] of Object.entries(patch))
    result[Number(position)] = overlay(result[Number(position)], part);
  return result;
}
