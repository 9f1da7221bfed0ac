import { Injectable } from '@nestjs/common';
import { Database, DuplicateRow } from '@snp/database';
import { nameTaken } from '@snp/http';
import { Equal, In, LessThan, type EntityManager, type FindOperator } from 'typeorm';
import type { Columns } from '../fields/columns';
import { CONNECTION_FIELDS } from '../fields/connection-fields';
import { COLUMNS, ConnectionEntity } from './connection.entity';
import { ConnectionStatusEntity } from './connection-status.entity';

/** SQLite takes 32,766 values in a statement. */
const ROWS_PER_STATEMENT = 500;

/** About as much text, in characters, goes into the database at once: binding it keeps everything else waiting. */
const TEXT_PER_STATEMENT = 4 * 1024 * 1024;

const SELECT_ALL = `SELECT ${COLUMNS.join(', ')} FROM snp_connections ORDER BY id`;

const FIELD_COLUMNS = CONNECTION_FIELDS.map(({ column }) => column);

/** The columns of a new row; the others have defaults. */
const INSERTED = [...FIELD_COLUMNS, 'created_at', 'updated_at'];

/** The rows of `snp_connections`. */
@Injectable()
export class ConnectionsRepository {
  constructor(private readonly database: Database) {}

  /** All rows in the order of their ids. */
  all(): Promise<ConnectionEntity[]> {
    return this.database.read((manager) => new ConnectionRows(manager).all());
  }

  /** A row, and whether an older one has the same name: only files without a rule for that have such rows. */
  find(id: number): Promise<{ row: ConnectionEntity; isNamesake: boolean } | null> {
    return this.database.read(async (manager) => {
      const row = await new ConnectionRows(manager).find(id);
      if (row === null) return null;
      const isNamesake = await manager.existsBy(ConnectionEntity, { name: Equal(row.name), id: LessThan(id) });
      return { row, isNamesake };
    });
  }

  /**
   * Runs `work` in one transaction: all of its changes are stored, or none.
   * @throws ProblemError 409
   */
  async change<T>(work: (rows: ConnectionRows) => Promise<T>): Promise<T> {
    let rows: ConnectionRows | undefined;
    try {
      return await this.database.write((manager) => work((rows = new ConnectionRows(manager))));
    } catch (error) {
      // The name was free when it was checked, but another program may have taken it since.
      if (error instanceof DuplicateRow) throw nameTaken(`Connection '${rows?.lastName ?? ''}'`);
      throw error;
    }
  }
}

/** The rows within one transaction. */
export class ConnectionRows {
  /** The name in the first row that was last written; undefined where the write left names alone. */
  lastName: string | undefined;

  constructor(private readonly manager: EntityManager) {}

  /** Read without TypeORM's making of entities, which takes ten times as long as the query: this runs every few seconds. */
  all(): Promise<ConnectionEntity[]> {
    return this.manager.query<ConnectionEntity[]>(SELECT_ALL);
  }

  find(id: number): Promise<ConnectionEntity | null> {
    return this.manager.findOneBy(ConnectionEntity, { id });
  }

  /** The names of all connections. */
  async names(): Promise<{ id: number; name: string }[]> {
    const rows = await this.manager.query<{ id: number; name: unknown }[]>('SELECT id, name FROM snp_connections');
    return rows.flatMap(({ id, name }) => (name === null ? [] : { id, name: String(name) }));
  }

  /**
   * Adds rows and returns their ids, in no particular order. By hand, since TypeORM takes a second for ten thousand.
   * @param at when, as the existing time fields have it
   */
  async insert(rows: readonly Columns[], at: string): Promise<number[]> {
    const ids: number[] = [];
    for (const batch of portions(rows)) {
      const values = batch.flatMap((row) => [...FIELD_COLUMNS.map((column) => row[column]), at, at]);
      this.lastName = nameIn(batch[0]);
      const inserted = await this.manager.query<{ id: number }[]>(insertInto(batch.length), values);
      ids.push(...inserted.map(({ id }) => id));
    }
    return ids;
  }

  /** Gives these columns of all the connections new values. */
  async update(ids: readonly number[], columns: Columns, at: string): Promise<void> {
    const values = { ...columns, updated_at: at, revision: () => 'revision + 1' };
    this.lastName = nameIn(columns);
    for (const id of inBatches(ids)) await this.manager.update(ConnectionEntity, { id }, values);
  }

  /** Their states go too, also in files whose tables do not cascade. */
  async remove(ids: readonly number[]): Promise<void> {
    for (const id of inBatches(ids)) {
      await this.manager.delete(ConnectionStatusEntity, { connectionId: id });
      await this.manager.delete(ConnectionEntity, { id });
    }
  }
}

const PLACES = `(${INSERTED.map(() => '?').join(', ')})`;

/** TypeORM gives back what RETURNING says only where a statement does not begin with `INSERT `: mind the line break. */
function insertInto(rows: number): string {
  return `
    INSERT INTO snp_connections (${INSERTED.join(', ')})
    VALUES ${Array(rows).fill(PLACES).join(', ')} RETURNING id`;
}

function nameIn(row: Columns | undefined): string | undefined {
  return row?.['name'] === undefined ? undefined : String(row['name']);
}

function* portions(rows: readonly Columns[]): Generator<readonly Columns[]> {
  let [from, text] = [0, 0];
  for (const [at, row] of rows.entries()) {
    text += String(row['objects_ids'] ?? '').length;
    if (at + 1 - from < ROWS_PER_STATEMENT && text < TEXT_PER_STATEMENT) continue;
    yield rows.slice(from, at + 1);
    [from, text] = [at + 1, 0];
  }
  if (from < rows.length) yield rows.slice(from);
}

function* inBatches(ids: readonly number[]): Generator<FindOperator<number>> {
  for (let from = 0; from < ids.length; from += ROWS_PER_STATEMENT)
    yield In(ids.slice(from, from + ROWS_PER_STATEMENT));
}
