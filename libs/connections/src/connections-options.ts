export interface ConnectionsOptions {
  /** Whether devices may be reached at `http:` and `ws:` addresses. */
  readonly allowInsecureDevices: boolean;
  /** Whether connections may have TLS that is no longer secure; false when missing. */
  readonly allowLegacyTls?: boolean;
  /** The clock, in ms since the epoch. */
  readonly now?: () => number;
  /** The bundle of the process that reads imported files; the one beside the program when missing. */
  readonly importWorker?: string;
}

export const CONNECTIONS_OPTIONS = Symbol('ConnectionsOptions');
