import { LOCAL_ELEMENT, type ObjectRef } from '@snp/protocol';

/** What has a meaning in the compact forms, and is written as `%3B` inside a text; a list in JSON begins with `[`. */
const SPECIAL = /[;:@=%[{\s]/g;

/** Objects in a cell of a table: `ptp;system;procChannelHD:A-HD-1;ptp@10.0.0.7`. */
export function compactObjects(objects: readonly ObjectRef[]): string {
  return objects
    .map(({ objectType, objectId, elementIP }) => {
      const id = objectId === undefined ? '' : `:${escape(objectId)}`;
      const element = elementIP === LOCAL_ELEMENT ? '' : `@${escape(elementIP)}`;
      return `${escape(objectType)}${id}${element}`;
    })
    .join(';');
}

export function parseCompactObjects(text: string): Partial<ObjectRef>[] {
  return parts(text).map((part) => {
    const [object = '', element] = halves(part, '@');
    const [objectType = '', objectId] = halves(object, ':');
    return {
      ...(element !== undefined && { elementIP: unescape(element) }),
      objectType: unescape(objectType),
      ...(objectId !== undefined && { objectId: unescape(objectId) }),
    };
  });
}

/** Tags in a cell of a table: `site=london;room=mcr`. */
export function compactTags(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([key, value]) => `${escape(key)}=${escape(value)}`)
    .join(';');
}

export function parseCompactTags(text: string): Record<string, string> {
  return Object.fromEntries(
    parts(text).map((part) => {
      const [key = '', value = ''] = halves(part, '=');
      return [unescape(key), unescape(value)];
    }),
  );
}

function parts(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function halves(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function escape(text: string): string {
  return text.replace(SPECIAL, (character) => encodeURIComponent(character));
}

function unescape(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      // Not of our making: taken as it is written.
      return escaped;
    }
  });
}
