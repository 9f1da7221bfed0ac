import { isObject, parseJson, type JsonObject } from './values/record';

/** The state of one object of a device, as the device sent it. */
export interface Status {
  readonly type: string;
  /** `object_ID`; the type where the device names none. */
  readonly objectId: string;
  readonly body: JsonObject;
  /** Address of the element that it is of, where it is not that of the connection's first object. */
  readonly element?: string;
}

/** What a status is called among those of its device: unique for its type, object and element. */
export function statusName({ type, objectId, element }: Omit<Status, 'body'>): string {
  return element === undefined ? `${type}/${objectId}` : `${type}/${objectId}\0${element}`;
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
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/**
 * `type/object_ID` of a status that is still text, a fraction of the cost of parsing it: to keep only the newest of each
 * object when a device sends more than can be read. Undefined where {@link parseStatus} would find no type; of a text that
 * is not JSON, whatever its end looks like.
 *
 * It reads from the end: that is where the big statuses have both, behind their tables; and of a repeated key, the last
 * one counts.
 */
export function statusIdentity(text: string): string | undefined {
  const last = text.trimEnd().length - 1;
  if (text.charCodeAt(last) !== CLOSE_BRACE) return undefined;
  const found = new Map<string, string | undefined>();
  /** Of the current string, which ends at the quote `at`; -1 if there is none. */
  let valueStart = -1;
  let valueEnd = -1;
  let depth = 1;
  for (let at = last - 1; at >= 0 && depth > 0 && found.size < 2; at--) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const start = openingQuote(text, at);
      if (start < 0) return undefined;
      if (depth === 1) {
        if (isKey(text, at)) {
          const key = word(text, start, at);
          if ((key === 'type' || key === 'object_ID') && !found.has(key)) {
            found.set(key, valueStart < 0 ? undefined : word(text, valueStart, valueEnd));
          }
        } else {
          valueStart = start;
          valueEnd = at;
        }
      }
      at = start;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth++;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth--;
    else if (code === COMMA && depth === 1) valueStart = -1;
  }
  const type = found.get('type');
  return type ? `${type}/${objectId(found.get('object_ID'), type)}` : undefined;
}

/** Index of the quote that begins the string which ends at `close`, or -1. */
function openingQuote(text: string, close: number): number {
  for (let at = close - 1; at >= 0; at--) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return at;
  }
  return -1;
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
