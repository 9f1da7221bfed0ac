import { unreadable } from '../problems/problems';

/** Deeper JSON than this is nobody's request. */
const MAX_NESTING = 32;

/** Three for each of 5,000 objects and more; objects with tens of thousands of keys take long to parse. */
const MAX_VALUES = 30_000;

/**
 * Parses the JSON of a request.
 * @throws ProblemError 400 for what is not JSON, nests too deeply, has too many values or a key `__proto__`
 */
export function parseJson(text: string): unknown {
  refuseCostlyShape(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold a password.
    throw unreadable('The body is not JSON.');
  }
  refuseKeys(value);
  return value;
}

/** Before parsing, by the brackets and commas. */
function refuseCostlyShape(text: string): void {
  let [depth, values] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === ']' || character === '}') depth--;
    else if (character === ',') values++;
    else if (character === '[' || character === '{') {
      depth++;
      values++;
    }
    if (depth > MAX_NESTING) throw unreadable(`The body nests deeper than ${MAX_NESTING} levels.`);
    if (values > MAX_VALUES) throw unreadable(`The body has more than ${MAX_VALUES} values.`);
  }
}

/** Where the string that begins at a place ends; the end of the text when it does not. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at++;
  }
  return text.length;
}

function refuseKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '__proto__')) throw unreadable('The body contains the key __proto__.');
  for (const inner of Object.values(value)) refuseKeys(inner);
}
