import type { ProblemError } from '../problems/problem-error';
import { unreadable } from '../problems/problems';

/** Deeper JSON than this is nobody's request. */
export const MAX_NESTING = 32;

const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const STRUCTURE: ReadonlySet<number> = new Set([...'[]{},:'].map((character) => character.charCodeAt(0)));

/**
 * Parses the JSON of a request.
 * @throws ProblemError 400 for what is not JSON, nests too deeply or names a prototype
 */
export function parseJson(text: string): unknown {
  let depth = 0;
  for (const at of structureOf(text)) depth = depthAfter(text[at], depth);
  return parseShallow(text, 'The body');
}

/**
 * Parses JSON whose nesting has been looked at.
 * @param what its name in a refusal; the parser's own message would quote the text, which may hold a password
 * @throws ProblemError 400
 */
export function parseShallow(text: string, what: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable(`${what} is not JSON.`);
  }
  refuseOddShapes(value);
  return value;
}

/** The positions of brackets, braces, commas and colons outside strings. */
export function* structureOf(text: string): Generator<number> {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (STRUCTURE.has(code)) yield at;
  }
}

/**
 * The nesting after a structural character.
 * @throws ProblemError 400 beyond {@link MAX_NESTING}
 */
export function depthAfter(character: string | undefined, depth: number): number {
  if (character === ']' || character === '}') return depth - 1;
  if (character !== '[' && character !== '{') return depth;
  if (depth === MAX_NESTING) throw tooDeep();
  return depth + 1;
}

/**
 * Refuses what nests too deeply, or names a prototype to smuggle fields into other objects.
 * @throws ProblemError 400
 */
export function refuseOddShapes(value: unknown, depth = 0, seen = new Map<object, number>()): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth === MAX_NESTING) throw tooDeep();
  // YAML can have one list in many places; looking at it in each of them would take hours for a small file.
  if ((seen.get(value) ?? -1) >= depth) return;
  seen.set(value, depth);
  if (Object.hasOwn(value, '__proto__')) throw unreadable('The body holds a key __proto__.');
  for (const inner of Object.values(value)) refuseOddShapes(inner, depth + 1, seen);
}

/** The position of the closing quote; the end of the text where there is none. */
function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}

/** The refusal of what nests deeper than {@link MAX_NESTING}. */
export function tooDeep(): ProblemError {
  return unreadable(`The body nests deeper than ${MAX_NESTING} levels.`);
}
