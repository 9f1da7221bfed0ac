/** The start must end: the database cannot be opened or written. The message names it and the remedy. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';

  /** @param location where the database is: its file */
  constructor(
    readonly location: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The database ${location} cannot be used: ${reason}`, options);
  }
}

/** The database can be neither read nor written now; the message says why and what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  /** Stable, for programs. */
  readonly code = 'database-unavailable';
}

/** A row was refused because another one has the same unique value. */
export class DuplicateRow extends Error {
  override readonly name = 'DuplicateRow';

  constructor(options?: ErrorOptions) {
    super('A row with the same unique value exists already.', options);
  }
}
