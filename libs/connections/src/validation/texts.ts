import { one, type Check } from '@snp/http';

/** Control characters, line and paragraph separators, and halves of surrogate pairs, which UTF-8 cannot carry. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

export interface TextLimits {
  /** In characters (code points). */
  readonly min: number;
  readonly max: number;
}

/** A text of one line. */
export function lineOfText({ min, max }: TextLimits): Check {
  return one((value) => lineProblem(value, min, max));
}

export const NAME_LIMITS: TextLimits = { min: 1, max: 128 };

/** Nothing of such a text can be seen: spaces, and marks that direct or join characters. */
const INVISIBLE = /^[\s\p{Cf}]*$/u;

/** The name of a connection: it becomes the label `target` of every series. */
export const nameCheck: Check = one((value) => {
  if (typeof value === 'string' && INVISIBLE.test(value)) return 'must not be empty';
  return lineProblem(value, NAME_LIMITS.min, NAME_LIMITS.max);
});

export function lineProblem(value: unknown, min: number, max: number): string | undefined {
  if (typeof value !== 'string') return 'must be text';
  if (value.length < min) return 'must not be empty';
  // The first comparison spares counting the characters of a text that is far too long.
  if (value.length > 2 * max || [...value].length > max) return `must not be longer than ${max} characters`;
  return UNPRINTABLE.test(value) ? 'must not contain line breaks or control characters' : undefined;
}
