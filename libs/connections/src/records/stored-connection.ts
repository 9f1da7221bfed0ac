import { Inject, Injectable } from '@nestjs/common';
import type { Connection } from '../connection';
import { CONNECTIONS_OPTIONS, type ConnectionsOptions } from '../connections-options';
import { REST_SCHEMES, WEBSOCKET_SCHEMES, deviceUrlProblem, isPlain, type Schemes } from '../validation/device-url';
import type { ConnectionEntity } from './connection.entity';
import { StoredObjectsReader } from './stored-objects';

/**
 * Makes connections of stored rows, whatever they hold: what cannot be used is replaced by something harmless, and
 * the connection's `fault` says what is wrong.
 */
@Injectable()
export class StoredConnectionReader {
  private readonly objects = new StoredObjectsReader();

  /** What the rows looked like last time: all of them are read every few seconds, and hardly ever is one different. */
  private readonly known = new Map<number, { row: ConnectionEntity; isNamesake: boolean; connection: Connection }>();

  constructor(@Inject(CONNECTIONS_OPTIONS) private readonly options: ConnectionsOptions) {}

  /** All rows, with names that are unique among them even where the file has no such rule. */
  readAll(rows: readonly ConnectionEntity[]): Connection[] {
    const taken = new Set<unknown>();
    const connections = rows.map((row) => {
      const isNamesake = taken.has(row.name);
      taken.add(row.name);
      return this.read(row, isNamesake);
    });
    if (this.known.size > 2 * rows.length) this.known.clear();
    return connections;
  }

  /** @param isNamesake whether an older row has the same name: then this one gets its id into the name */
  read(row: ConnectionEntity, isNamesake = false): Connection {
    const known = this.known.get(row.id);
    if (known?.isNamesake === isNamesake && isSame(known.row, row)) return known.connection;
    const connection = this.make(row, isNamesake);
    this.known.set(row.id, { row, isNamesake, connection });
    return connection;
  }

  private make(row: ConnectionEntity, isNamesake: boolean): Connection {
    const { objects, fault } = this.objects.read(row.objectsIds);
    const faults = [...this.faultsOf(row, isNamesake), ...(fault === null ? [] : [fault])];
    return {
      id: row.id,
      name: uniqueName(row, isNamesake),
      restapi: text(row.restapi),
      websocket: text(row.websocket),
      username: text(row.username),
      password: text(row.password),
      objects,
      enabled: row.enabled === 1,
      tags: readTags(row.tags),
      createdAt: text(row.createdAt),
      updatedAt: text(row.updatedAt),
      fault: faults.length > 0 ? faults.join('; ') : null,
    };
  }

  private *faultsOf(row: ConnectionEntity, isNamesake: boolean): Generator<string> {
    if (isNameless(row)) yield 'the name is missing';
    else if (isNamesake) yield `another connection is also called '${text(row.name)}'`;
    yield* this.addressFaults('restapi', text(row.restapi), REST_SCHEMES);
    yield* this.addressFaults('websocket', text(row.websocket), WEBSOCKET_SCHEMES);
    if (text(row.password) === '') yield 'the password is missing';
    if (row.enabled !== 0 && row.enabled !== 1) yield 'enabled is neither 0 nor 1, so the connection is off';
  }

  private *addressFaults(field: string, url: string, schemes: Schemes): Generator<string> {
    const problem = deviceUrlProblem(url, schemes);
    if (problem !== undefined) yield `${field} ${problem}`;
    else if (isPlain(url, schemes) && !this.options.allowInsecureDevices) yield `${field} ${insecureMessage(schemes)}`;
  }
}

/** Why an unencrypted address is refused. */
export function insecureMessage([secure, plain]: Schemes): string {
  return `is not encrypted (${plain}//): use ${secure}// or start the exporter with ALLOW_INSECURE_DEVICES=true`;
}

/** Bytes are never the same, which only costs a little time. */
function isSame(a: ConnectionEntity, b: ConnectionEntity): boolean {
  return COLUMNS.every((column) => a[column] === b[column]);
}

const COLUMNS = [
  'id',
  'revision',
  'name',
  'restapi',
  'websocket',
  'username',
  'password',
  'enabled',
  'updatedAt',
  'createdAt',
  'tags',
  'objectsIds',
] as const satisfies readonly (keyof ConnectionEntity)[];

function uniqueName(row: ConnectionEntity, isNamesake: boolean): string {
  if (isNameless(row)) return `connection ${row.id}`;
  return isNamesake ? `${text(row.name)} (connection ${row.id})` : text(row.name);
}

function isNameless(row: ConnectionEntity): boolean {
  return text(row.name).trim() === '';
}

function readTags(stored: unknown): Record<string, string> {
  try {
    const tags: unknown = JSON.parse(text(stored));
    if (typeof tags !== 'object' || tags === null) return {};
    return Object.fromEntries(Object.entries(tags).filter(([, value]) => typeof value === 'string'));
  } catch {
    // Somebody else's edit; a connection can do without its tags.
    return {};
  }
}

/** The text of a column: SQLite keeps numbers and bytes in text columns if somebody puts them there. */
function text(stored: unknown): string {
  if (typeof stored === 'string') return stored;
  if (stored instanceof Uint8Array) return Buffer.from(stored).toString('utf8');
  return stored === null || stored === undefined ? '' : String(stored);
}
