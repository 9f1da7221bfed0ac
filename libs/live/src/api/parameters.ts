import { Injectable, type PipeTransform } from '@nestjs/common';
import { ProblemError } from '@snp/connections';

function refuse(name: string, message: string): ProblemError {
  return new ProblemError(422, 'invalid', 'The request is invalid', `/${name}: ${message}`, [
    { pointer: `/${name}`, message },
  ]);
}

/** The id of a connection from a path: 404 for what can be no id. */
@Injectable()
export class ConnectionIdPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    const id = /^[1-9]\d{0,15}$/.test(value) ? Number(value) : NaN;
    if (!Number.isSafeInteger(id)) {
      throw new ProblemError(404, 'not-found', 'Not found', 'There is no connection with this id.');
    }
    return id;
  }
}

/** Reads a whole number from a query; undefined where it is not given. */
export function wholeNumber(name: string, raw: unknown, least: number, most: number): number | undefined {
  if (raw === undefined) return undefined;
  const value = typeof raw === 'string' && /^\d{1,16}$/.test(raw) ? Number(raw) : NaN;
  if (!(value >= least && value <= most)) throw refuse(name, `must be a whole number from ${least} to ${most}`);
  return value;
}

/** Reads a text from a query; empty where it is not given. */
export function searchText(name: string, raw: unknown): string {
  if (raw === undefined) return '';
  if (typeof raw !== 'string' || raw.length > 200) throw refuse(name, 'must be a text of at most 200 characters');
  return raw.trim();
}

/** Reads words separated by commas from a query; undefined where it is not given. */
export function wordList<T extends string>(name: string, raw: unknown, known: readonly T[]): Set<T> | undefined {
  if (raw === undefined) return undefined;
  const words = typeof raw === 'string' ? raw.split(',').map((word) => word.trim()) : [];
  const isKnown = (word: string): word is T => (known as readonly string[]).includes(word);
  if (words.length === 0 || !words.every(isKnown)) throw refuse(name, `must be some of ${known.join(', ')}`);
  return new Set(words);
}
