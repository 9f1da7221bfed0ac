/** The database does not take or give anything now; the message says why and what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  /** Stable, for programs. */
  readonly code = 'database-unavailable';
}
