import { one, type Check } from './checked';

/** What is wrong with a text of a query; undefined for a good one. */
export type TextProblem = (text: string) => string | undefined;

/** A query parameter that may be there once. */
export function single(problem: TextProblem): Check {
  return one((value) => (typeof value === 'string' ? problem(value) : 'must be given once'));
}

/** More filters of a kind than anybody needs; each is compared with every connection. */
export const MAX_REPEATED = 100;

/** A query parameter that may be repeated. */
export function several(problem: TextProblem): Check {
  return one((value) => {
    const texts = [value].flat().map(String);
    if (texts.length > MAX_REPEATED) return `must not be given more than ${MAX_REPEATED} times`;
    return texts.map(problem).find((message) => message !== undefined);
  });
}

export function among(choices: readonly string[]): TextProblem {
  return (text) => (choices.includes(text) ? undefined : `must be one of ${choices.join(', ')}`);
}

export const trueOrFalse: TextProblem = (text) =>
  text === 'true' || text === 'false' ? undefined : 'must be true or false';

/** @param max in characters */
export function atMost(max: number): TextProblem {
  return (text) => (text.length > max ? `must not be longer than ${max} characters` : undefined);
}

export function whole(min: number, max: number): TextProblem {
  return (text) => {
    const isWithin = /^[0-9]{1,16}$/.test(text) && Number(text) >= min && Number(text) <= max;
    return isWithin ? undefined : `must be a whole number from ${min} to ${max}`;
  };
}

/** Words separated by commas. */
export function wordsAmong(choices: readonly string[]): TextProblem {
  const isKnown = (word: string): boolean => choices.includes(word.trim());
  return (text) => (text.split(',').every(isKnown) ? undefined : `must contain only ${choices.join(', ')}`);
}
