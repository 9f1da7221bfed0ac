import type { EntityManager, EntitySchema, MigrationInterface, MixedList } from 'typeorm';

/** What the program keeps where. */
export interface DatabaseOptions {
  /** The SQLite file; made, with its folder, where there is none. */
  readonly path: string;
  readonly entities: MixedList<NewableFunction | EntitySchema>;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Tables that only a file of the earlier exporter has before the first migration: such a file is copied first. */
  readonly legacyTables?: readonly string[];
  /** How long a write waits for a lock that another program holds, in ms. */
  readonly busyTimeoutMs?: number;
}

export interface DatabaseState {
  /** Size on disk in bytes; null where it cannot be told. */
  readonly sizeBytes: number | null;
  /** How the database keeps its journal, in its own word (`wal`); null where it cannot be told. */
  readonly journalMode: string | null;
}

/** The one way to the stored data, for every room that keeps something there. */
export abstract class Database {
  /** Where the data is, for a person: the absolute path of the file. */
  abstract readonly location: string;

  /**
   * Reads what is committed.
   * @throws DatabaseUnavailable
   */
  abstract read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;

  /**
   * Runs `work` in one transaction: all of it is stored when the promise resolves, nothing when it rejects.
   * `work` must not call `write` again.
   * @throws DatabaseUnavailable
   */
  abstract write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;

  /** How the database is; never rejects. */
  abstract state(): Promise<DatabaseState>;

  /** Finishes the writes that wait, then closes; later calls are refused. */
  abstract close(): Promise<void>;
}
