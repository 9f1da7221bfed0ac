import { isObject, parseJson, type JsonObject } from './record';

/** The state of one object of a device, as the device sent it. */
export interface Status {
  readonly type: string;
  /** `object_ID`; the type where the device names none. */
  readonly objectId: string;
  readonly body: JsonObject;
}

/** Reads one element of `statuses`: JSON in a string, or the object itself. Undefined where it has no type; never throws. */
export function parseStatus(text: unknown): Status | undefined {
  const body = typeof text === 'string' ? parseJson(text) : text;
  if (!isObject(body) || typeof body.type !== 'string' || body.type === '') return undefined;
  return { type: body.type, objectId: objectId(body.object_ID, body.type), body };
}

function objectId(id: unknown, type: string): string {
  return typeof id === 'string' && id !== '' ? id : type;
}

const QUOTE = 34;
const COLON = 58;
const COMMA = 44;
const BACKSLASH = 92;
const OPENERS: ReadonlySet<number> = new Set([91, 123]);
const CLOSERS: ReadonlySet<number> = new Set([93, 125]);

/**
 * `type/object_ID` of a status that is still text, a fraction of the cost of parsing it: to keep only the newest of each
 * object when a device sends more than can be read. Undefined where {@link parseStatus} would find no type.
 */
export function statusIdentity(text: string): string | undefined {
  const found: { type?: string; object_ID?: string } = {};
  let key: string | undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = closingQuote(text, at);
      if (end < 0) return undefined;
      if (depth === 1 && key === undefined && isKey(text, end)) {
        key = word(text, at, end);
        if (key === 'type' || key === 'object_ID') delete found[key];
      } else if (depth === 1 && (key === 'type' || key === 'object_ID')) {
        found[key] = word(text, at, end);
      }
      at = end;
    } else if (OPENERS.has(code)) depth++;
    else if (CLOSERS.has(code)) depth--;
    else if (code === COMMA && depth === 1) key = undefined;
  }
  if (depth !== 0 || !found.type) return undefined;
  return `${found.type}/${objectId(found.object_ID, found.type)}`;
}

/** Index of the quote that ends the string opened at `open`, or -1. */
function closingQuote(text: string, open: number): number {
  let end = open;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return -1;
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end;
  }
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (text.charCodeAt(at) <= 32) at++;
  return text.charCodeAt(at) === COLON;
}

function word(text: string, open: number, end: number): string | undefined {
  const inner = text.slice(open + 1, end);
  if (!inner.includes('\\')) return inner;
  const value = parseJson(`"${inner}"`);
  return typeof value === 'string' ? value : undefined;
}
