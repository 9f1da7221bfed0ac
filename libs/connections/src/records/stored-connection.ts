import { Inject, Injectable } from '@nestjs/common';
import type { Connection } from '../connection';
import { CONNECTIONS_OPTIONS, type ConnectionsOptions } from '../connections-options';
import { fieldsOf } from '../fields/columns';
import { storedText } from '../fields/connection-fields';
import { readObjects } from '../fields/stored-objects';
import { REST_SCHEMES, WEBSOCKET_SCHEMES, deviceUrlProblem, isPlain, type Schemes } from '../validation/device-url';
import { COLUMNS, type ConnectionEntity } from './connection.entity';

/**
 * Makes connections of stored rows, whatever they hold: what cannot be used is replaced by something harmless, and
 * the connection's `fault` says what is wrong.
 */
@Injectable()
export class StoredConnectionReader {
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
    const faults = [...this.faultsOf(row, isNamesake)];
    return {
      ...fieldsOf(row),
      id: row.id,
      name: uniqueName(row, isNamesake),
      createdAt: storedText(row.created_at),
      updatedAt: storedText(row.updated_at),
      fault: faults.length > 0 ? faults.join('; ') : null,
    };
  }

  private *faultsOf(row: ConnectionEntity, isNamesake: boolean): Generator<string> {
    if (isNameless(row)) yield 'the name is missing';
    else if (isNamesake) yield `another connection has the same name '${storedText(row.name)}'`;
    yield* this.addressFaults('restapi', storedText(row.restapi), REST_SCHEMES);
    yield* this.addressFaults('websocket', storedText(row.websocket), WEBSOCKET_SCHEMES);
    if (storedText(row.password) === '') yield 'the password is missing';
    if (row.legacy_tls === 1 && !this.options.allowLegacyTls) yield `legacy TLS ${LEGACY_TLS_MESSAGE}`;
    if (row.enabled !== 0 && row.enabled !== 1) yield 'enabled is neither 0 nor 1, so the connection is disabled';
    const { fault } = readObjects(row.objects_ids);
    if (fault !== null) yield fault;
  }

  private *addressFaults(field: string, url: string, schemes: Schemes): Generator<string> {
    const problem = deviceUrlProblem(url, schemes);
    if (problem !== undefined) yield `${field} ${problem}`;
    else if (isPlain(url, schemes) && !this.options.allowInsecureDevices) yield `${field} ${insecureMessage(schemes)}`;
  }
}

/** Why TLS that is no longer secure is refused. */
export const LEGACY_TLS_MESSAGE =
  'is not permitted: start the exporter with LEGACY_TLS=true to permit it (TLS 1.0 and weak keys are not secure)';

/** Why an unencrypted address is refused. */
export function insecureMessage([secure, plain]: Schemes): string {
  return `is not encrypted (${plain}//): use ${secure}// or start the exporter with ALLOW_INSECURE_DEVICES=true`;
}

/** Bytes are never the same, which only costs a little time. */
function isSame(a: ConnectionEntity, b: ConnectionEntity): boolean {
  return COLUMNS.every((column) => a[column] === b[column]);
}

function uniqueName(row: ConnectionEntity, isNamesake: boolean): string {
  if (isNameless(row)) return `connection ${row.id}`;
  return isNamesake ? `${storedText(row.name)} (connection ${row.id})` : storedText(row.name);
}

function isNameless(row: ConnectionEntity): boolean {
  return storedText(row.name).trim() === '';
}
