import { type FieldProblem, isRecord, pointerTo } from '@snp/http';
import { hiddenCharacter } from './hidden-characters';
import { trimmedLineProblem } from './texts';
import { trimmed } from './white-space';

export const MAX_TAGS = 32;
export const MAX_TAG_VALUE = 128;

/** A tag's key becomes a label name of Prometheus. */
export const TAG_KEY = /^[a-zA-Z_][a-zA-Z0-9_]{0,62}$/;

/** What is wrong with tags, `{ "site": "london" }`. */
export function tagMapProblems(value: unknown): FieldProblem[] {
  if (!isRecord(value)) return [{ pointer: '', message: 'must be an object of tags, like {"site": "london"}' }];
  const tags = Object.entries(value);
  if (tags.length > MAX_TAGS) return [{ pointer: '', message: `must not contain more than ${MAX_TAGS} tags` }];
  const keys = new Set<string>();
  return tags.flatMap(([key, tag]) => {
    const isTwice = keys.size === keys.add(trimmed(key)).size;
    const message = isTwice ? 'is given twice' : (tagKeyProblem(key) ?? trimmedLineProblem(tag, 1, MAX_TAG_VALUE));
    return message === undefined ? [] : [{ pointer: pointerTo(key), message }];
  });
}

export type Tags = Readonly<Record<string, string>>;

/** Tags as they are kept: what is stored already stays as it is. */
export function trimmedTags(tags: Tags, stored: Tags = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).map(([key, tag]) => (stored[key] === tag ? [key, tag] : [trimmed(key), trimmed(tag)])),
  );
}

/** The characters that cannot be seen in tags that are not stored yet. */
export function hiddenInTags(tags: Tags, stored: Tags = {}): FieldProblem[] {
  return Object.entries(tags).flatMap(([key, tag]) => {
    const message = stored[key] === tag ? undefined : hiddenCharacter(trimmed(tag));
    return message === undefined ? [] : [{ pointer: pointerTo(key), message }];
  });
}

/** What is wrong with a list of keys of tags. */
export function tagKeyListProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value) || value.length === 0) return [{ pointer: '', message: 'must be a list of tag keys' }];
  if (value.length > MAX_TAGS) return [{ pointer: '', message: `must not contain more than ${MAX_TAGS} keys` }];
  return value.flatMap((key: unknown, index) => {
    const message = tagKeyProblem(key);
    return message === undefined ? [] : [{ pointer: pointerTo(index), message }];
  });
}

function tagKeyProblem(key: unknown): string | undefined {
  if (typeof key === 'string' && TAG_KEY.test(trimmed(key))) return undefined;
  return 'must have a key of 1 to 63 letters, digits and underscores that does not begin with a digit';
}
