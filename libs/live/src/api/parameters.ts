import { invalid, type ProblemError } from '@snp/http';

const MAX_SEARCH = 256;

function refusal(name: string, message: string): ProblemError {
  return invalid([{ pointer: `/${name}`, message }]);
}

/**
 * Reads a whole number from a query; undefined where it is not given.
 * @throws ProblemError 422
 */
export function wholeNumber(name: string, raw: unknown, least: number, most: number): number | undefined {
  if (raw === undefined) return undefined;
  const value = typeof raw === 'string' && /^\d{1,16}$/.test(raw) ? Number(raw) : NaN;
  if (!(value >= least && value <= most)) throw refusal(name, `must be a whole number from ${least} to ${most}`);
  return value;
}

/**
 * Reads a text from a query; empty where it is not given.
 * @throws ProblemError 422
 */
export function searchText(name: string, raw: unknown): string {
  if (raw === undefined) return '';
  if (typeof raw !== 'string') throw refusal(name, 'must be given once');
  if (raw.length > MAX_SEARCH) throw refusal(name, `must not be longer than ${MAX_SEARCH} characters`);
  return raw.trim();
}

/**
 * Reads words separated by commas from a query; undefined where it is not given.
 * @throws ProblemError 422
 */
export function wordList<T extends string>(name: string, raw: unknown, known: readonly T[]): Set<T> | undefined {
  if (raw === undefined) return undefined;
  const words = typeof raw === 'string' ? raw.split(',').map((word) => word.trim()) : [];
  const isKnown = (word: string): word is T => (known as readonly string[]).includes(word);
  if (words.length === 0 || !words.every(isKnown)) throw refusal(name, `must be some of ${known.join(', ')}`);
  return new Set(words);
}
