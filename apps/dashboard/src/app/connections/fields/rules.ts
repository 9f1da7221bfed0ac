/**
 * The rules of the server, to show faults while the user types. The server decides: what passes here and is refused
 * there comes back as a fault of its field.
 */

import { hiddenFault, looksOf, trimmed } from './typed-text';

const MAX_URL = 2048;
const MAX_TAGS = 32;
const MAX_OBJECTS = 5000;
/** Longest user name or password, characters. */
export const MAX_CREDENTIAL = 1024;
const TAG_KEY = /^[a-zA-Z_][a-zA-Z0-9_]{0,62}$/;
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

export const ENTER_USER = $localize`Enter a user name`;
export const ENTER_PASSWORD = $localize`Enter a password`;

/** What is wrong with a line of text; null when nothing is. `whenEmpty` says what to enter. */
export function lineFault(text: string, max: number, whenEmpty: string): string | null {
  if (trimmed(text) === '') return whenEmpty;
  if (text.length > max) return $localize`At most ${max}:max: characters`;
  return CONTROL.test(text) ? $localize`Control characters and line breaks are not allowed` : null;
}

/** What is wrong with a line of text that is saved without white space at its ends. */
export function trimmedLineFault(text: string, max: number, whenEmpty: string): string | null {
  return lineFault(trimmed(text), max, whenEmpty);
}

/** What is wrong with the name of a connection; `taken` are the looks of the others. */
export function nameFault(name: string, taken: ReadonlySet<string>): string | null {
  if (taken.has(looksOf(name))) return $localize`Another connection has this name`;
  return trimmedLineFault(name, 128, $localize`Enter a name`);
}

/** What is wrong with an address of a device; `scheme` is `https` or `wss`. */
export function addressFault(typed: string, scheme: 'https' | 'wss'): string | null {
  const text = trimmed(typed);
  if (text === '') return $localize`Enter a URL`;
  if (text.length > MAX_URL) return $localize`At most ${MAX_URL}:max: characters`;
  if (/[\s\\]/.test(text) || CONTROL.test(text))
    return $localize`Spaces, control characters and backslashes are not allowed`;
  const plain = scheme === 'https' ? 'http' : 'ws';
  const [, begin, authority] = /^([a-z]+):\/\/([^/?#]+)/i.exec(text) ?? [];
  const isScheme = [scheme, plain].includes(begin?.toLowerCase());
  if (!isScheme || !URL.canParse(text)) return $localize`Enter a complete URL that starts with ${scheme}:scheme:://`;
  if (text.includes('#')) return $localize`Remove the fragment (#…)`;
  if (authority.includes('@')) return $localize`Remove the user name and password from the URL`;
  return new URL(text).port === '0' ? $localize`Enter a port from 1 to 65535` : null;
}

/** What is wrong with an object to subscribe to. */
export function objectFault({
  elementIP,
  objectType,
  objectId,
}: {
  elementIP?: string;
  objectType: string;
  objectId?: string;
}): string | null {
  if (objectType.trim() === '') return $localize`Enter an object type`;
  const texts = [elementIP ?? '', objectType, objectId ?? ''];
  if (texts.some((text) => text.length > 255)) return $localize`At most 255 characters`;
  return texts.some((text) => CONTROL.test(text))
    ? $localize`Control characters and line breaks are not allowed`
    : null;
}

/** What is wrong with how many objects there are. */
export function objectCountFault(count: number): string | null {
  if (count === 0) return $localize`Select at least one object`;
  return count > MAX_OBJECTS ? $localize`At most ${MAX_OBJECTS}:max: objects` : null;
}

/** Parses tags such as `site=london, room=mcr`. Returns the tags, or what is wrong. */
export function parseTags(text: string): { tags: Record<string, string> } | { fault: string } {
  const entries: [string, string][] = [];
  for (const part of pieces(text)) {
    const [typedKey, ...rest] = part.split('=');
    const key = trimmed(typedKey);
    const value = trimmed(rest.join('='));
    if (!TAG_KEY.test(key)) {
      return {
        fault: $localize`“${key}:key:” is not a valid key: use letters, digits and underscores, and no digit first`,
      };
    }
    if (entries.some(([other]) => other === key)) return { fault: $localize`“${key}:key:” is given twice` };
    if (value === '') return { fault: $localize`“${key}:key:” needs a value: ${key}:key:=…` };
    if (value.length > 128) return { fault: $localize`The value of “${key}:key:” is longer than 128 characters` };
    const hidden = hiddenFault(value);
    if (hidden !== null) return { fault: $localize`“${key}:key:”: ${hidden}:fault:` };
    entries.push([key, value]);
  }
  if (entries.length > MAX_TAGS) return { fault: $localize`At most ${MAX_TAGS}:max: tags` };
  return { tags: Object.fromEntries(entries) };
}

/** Tags as text; a comma in a value is escaped with a backslash. */
export function tagsText(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value.replace(/[\\,]/g, '\\$&')}`)
    .join(', ');
}

/** The parts between unescaped commas. */
function pieces(text: string): string[] {
  const found = text.match(/(?:\\[\\,]|[^,\n])+/g) ?? [];
  return found
    .map((piece) => piece.replace(/\\([\\,])/g, '$1'))
    .map(trimmed)
    .filter((piece) => piece !== '');
}
