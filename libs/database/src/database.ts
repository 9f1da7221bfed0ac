import type { EntityManager, EntitySchema, MigrationInterface, MixedList } from 'typeorm';

/** The tables of the program, whatever engine keeps them. */
export interface DatabaseTables {
  readonly entities: MixedList<NewableFunction | EntitySchema>;
  readonly migrations: readonly (new () => MigrationInterface)[];
}

export interface DatabaseState {
  /** Size on disk in bytes; null if unknown. */
  readonly sizeBytes: number | null;
  /** The engine's name for how it logs writes; null if it has none or cannot be asked. */
  readonly logMode: string | null;
}

/** The one way to the stored data, for every room that keeps something there. */
export abstract class Database {
  /** Where the data is, as shown to users; never a secret. */
  abstract readonly location: string;

  /** Why changes are refused although reading works, and what to do: the file was removed or replaced. Null if not. */
  abstract readonly fault: string | null;

  /**
   * Reads what is committed.
   * @throws DatabaseUnavailable
   */
  abstract read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;

  /**
   * Runs `work` in one transaction: all of it is stored when the promise resolves, nothing when it rejects.
   * `work` must not call `write` again.
   * @throws DatabaseUnavailable
   * @throws DuplicateRow
   */
  abstract write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;

  /** Never rejects. */
  abstract state(): Promise<DatabaseState>;

  /** Finishes reads and writes under way, then closes; later calls are refused. */
  abstract close(): Promise<void>;
}
