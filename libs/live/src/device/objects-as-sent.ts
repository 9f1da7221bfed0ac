import type { Clock, KnownObject } from '@snp/collector';
import { shown } from '../common/clock';

/** More than all objects of one type have on any device; in characters. */
const MAX_TEXT = 4 * 1024 * 1024;

/** Deeper than any device nests; clients must be able to parse the answer. */
const MAX_NESTING = 64;

const QUOTE = 34;
const BACKSLASH = 92;
const OPENERS: ReadonlySet<number> = new Set([91, 123]);
const CLOSERS: ReadonlySet<number> = new Set([93, 125]);

/**
 * An answer with the objects exactly as the device sent them: their text is passed on as it is, since reading and writing
 * it again would change numbers and lose fields that JavaScript has other uses for. Null stands for what cannot be shown.
 */
export function objectsAsSent(type: string, objects: readonly KnownObject[], clock: Pick<Clock, 'dateOf'>): string {
  let room = MAX_TEXT;
  const rows = objects.map(({ objectId, element = null, receivedAt, text }) => {
    const isShown = text.length <= room && isFit(text);
    if (isShown) room -= text.length;
    const name = `"object_id":${JSON.stringify(objectId)},"element":${JSON.stringify(element)}`;
    return `{${name},"received_at":"${shown(clock, receivedAt)}","status":${isShown ? text : 'null'}}`;
  });
  return `{"type":${JSON.stringify(type)},"objects":[${rows.join(',')}]}`;
}

function isFit(text: string): boolean {
  if (text === '' || nesting(text) > MAX_NESTING) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    // One bad object must not make the whole answer unreadable.
    return false;
  }
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (OPENERS.has(code)) deepest = Math.max(deepest, ++depth);
    else if (CLOSERS.has(code)) depth--;
  }
  return deepest;
}

function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}
