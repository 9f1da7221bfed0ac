import { one, type Check } from '@snp/http';
import { hiddenCharacter } from './hidden-characters';
import { trimmed } from './white-space';

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

/** Nothing of such a text can be seen. */
const INVISIBLE = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** The name of a connection: it becomes the label `target` of every series. */
export const nameCheck: Check = one((value) => {
  if (typeof value === 'string' && INVISIBLE.test(value)) return 'must not be empty';
  return trimmedLineProblem(value, NAME_LIMITS.min, NAME_LIMITS.max);
});

/** A text of one line that is kept without white space at its ends. */
export function trimmedLine({ min, max }: TextLimits): Check {
  return one((value) => trimmedLineProblem(value, min, max));
}

/** Refuses a text that passes the check and has characters that cannot be seen. */
export function visible(check: Check, hiddenIn = hiddenCharacter): Check {
  return (value) => {
    const problems = check(value);
    const message = typeof value === 'string' && problems.length === 0 ? hiddenIn(trimmed(value)) : undefined;
    return message === undefined ? problems : [{ pointer: '', message }];
  };
}

export function trimmedLineProblem(value: unknown, min: number, max: number): string | undefined {
  return lineProblem(typeof value === 'string' ? trimmed(value) : value, min, max);
}

function lineProblem(value: unknown, min: number, max: number): string | undefined {
  if (typeof value !== 'string') return 'must be text';
  if (value.length < min) return 'must not be empty';
  // The first comparison spares counting the characters of a text that is far too long.
  if (value.length > 2 * max || [...value].length > max) return `must not be longer than ${max} characters`;
  return UNPRINTABLE.test(value) ? 'must not contain line breaks or control characters' : undefined;
}
