import { createHash } from 'node:crypto';
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
