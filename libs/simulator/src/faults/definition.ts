import type { Fault } from './fault';
import type { FaultTarget } from './fault-target';

/** Something about a fault that may be chosen. */
export interface Option<T> {
  readonly fallback: T;
  /** What it accepts, in plain text. */
  readonly allowed: string;
  /** Undefined where the value is not of the kind that is allowed. */
  read(value: unknown): T | undefined;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
export type Values<O> = { readonly [Name in keyof O]: O[Name] extends Option<infer T> ? T : never };

/** A kind of fault. */
export interface FaultDefinition<Kind extends string = string, O extends Options = Options> {
  readonly kind: Kind;
  /** What the device does, in one sentence. */
  readonly summary: string;
  readonly options: O;
  make(target: FaultTarget, options: Values<O>): Fault;
}

export function define<Kind extends string, O extends Options>(
  definition: FaultDefinition<Kind, O>,
): FaultDefinition<Kind, O> {
  return definition;
}

export function oneOf<const Choice extends string>(fallback: Choice, ...others: readonly Choice[]): Option<Choice> {
  const choices = [fallback, ...others];
  return {
    fallback,
    allowed: choices.join(', '),
    read: (value) => choices.find((choice) => choice === value),
  };
}

export function number(fallback: number, low: number, high: number): Option<number> {
  return {
    fallback,
    allowed: `a number from ${low} to ${high}`,
    read: (value) => (typeof value === 'number' && value >= low && value <= high ? value : undefined),
  };
}

/** A code that a close frame may carry, and 1006, which is a connection that ends without one. */
export function closeCode(fallback: number): Option<number> {
  const isCode = (code: number): boolean =>
    Number.isInteger(code) &&
    ((code >= 1000 && code <= 1014 && code !== 1004 && code !== 1005) || (code >= 3000 && code <= 4999));
  return {
    fallback,
    allowed: 'a close code (1000 to 1014, 3000 to 4999)',
    read: (value) => (typeof value === 'number' && isCode(value) ? value : undefined),
  };
}

export function word(fallback: string): Option<string> {
  return { fallback, allowed: 'a text', read: (value) => (typeof value === 'string' ? value : undefined) };
}

export function words(fallback: readonly string[]): Option<readonly string[]> {
  return {
    fallback,
    allowed: 'a list of texts',
    read: (value) =>
      Array.isArray(value) && value.every((item) => typeof item === 'string') ? (value as string[]) : undefined,
  };
}
