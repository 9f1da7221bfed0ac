import { registerDecorator, ValidateIf } from 'class-validator';
import type { FieldProblem } from '../problems/problem-error';

/** Looks at one value; pointers are relative to it. */
export type Check = (value: unknown) => readonly FieldProblem[];

/** Name of the constraint, and key of its context, in class-validator's errors. */
export const CHECKED = 'checked';

/** Validates a property by a function of our own, which may point at several places inside the value. */
export function Checked(check: Check): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: CHECKED,
      target: target.constructor,
      propertyName: String(property),
      options: { context: { check } },
      validator: { validate: (value: unknown) => check(value).length === 0, defaultMessage: () => 'is invalid' },
    });
}

/** The property may be absent; unlike with `IsOptional`, `null` is not absence. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** A check that says one thing about the value as a whole. */
export function one(problem: (value: unknown) => string | undefined): Check {
  return (value) => {
    const message = problem(value);
    return message === undefined ? [] : [{ pointer: '', message }];
  };
}
