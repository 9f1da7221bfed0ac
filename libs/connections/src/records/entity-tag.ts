import { createHash } from 'node:crypto';
import { changedMeanwhile } from '@snp/http';
import type { ConnectionEntity } from './connection.entity';

/**
 * The entity tag of a stored connection: another one after every change, be it made here or by another program in the
 * file. The password is left out, so that a tag tells nothing about it; a change of it here counts in `revision`.
 */
export function entityTag(row: ConnectionEntity): string {
  const columns = Object.entries({ ...row, password: undefined }).sort();
  const hash = createHash('sha256').update(JSON.stringify(columns)).digest('base64url');
  return `"${hash.slice(0, 22)}"`;
}

/**
 * Compares an `If-Match` header with what is stored. A weak tag counts as its strong one: proxies that compress make
 * tags weak.
 * @throws ProblemError 412
 */
export function requireMatch(row: ConnectionEntity, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const accepted = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!accepted.includes(entityTag(row))) throw changedMeanwhile(`Connection ${row.id}`);
}
