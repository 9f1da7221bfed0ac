import { unreadable } from '../problems/problems';

/** Deeper JSON than this is nobody's request. */
const MAX_NESTING = 32;

/**
 * Parses the JSON of a request.
 * @throws ProblemError 400 for what is not JSON, nests too deeply or has a key `__proto__`
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold a password.
    throw unreadable('The body is not JSON.');
  }
  refuseOddShapes(value, 0);
  return value;
}

function refuseOddShapes(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth === MAX_NESTING) throw unreadable(`The body nests deeper than ${MAX_NESTING} levels.`);
  if (Object.hasOwn(value, '__proto__')) throw unreadable('The body contains the key __proto__.');
  for (const inner of Object.values(value)) refuseOddShapes(inner, depth + 1);
}
