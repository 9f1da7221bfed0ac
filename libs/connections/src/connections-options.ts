export interface ConnectionsOptions {
  /** Whether devices may be reached at `http:` and `ws:` addresses. */
  readonly allowInsecureDevices: boolean;
  /** The clock, in ms since the epoch. */
  readonly now?: () => number;
}

export const CONNECTIONS_OPTIONS = Symbol('ConnectionsOptions');
