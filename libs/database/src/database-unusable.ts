/** The start must end: the database file cannot be opened or written. The message names the file and the remedy. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';

  constructor(
    readonly path: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The database ${path} cannot be used: ${reason}`, options);
  }
}
