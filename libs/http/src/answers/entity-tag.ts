import { changedMeanwhile } from '../problems/problems';

/**
 * Compares an `If-Match` header with the entity tag of what is stored. A weak tag counts as its strong one: proxies that
 * compress make tags weak.
 * @param thing as in "Connection 7"
 * @throws ProblemError 412
 */
export function requireMatch(tag: string, ifMatch: string | undefined, thing: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const accepted = ifMatch.split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (!accepted.includes(tag)) throw changedMeanwhile(thing);
}
