/** Options of this module, from the server. */
export interface LiveOptions {
  /** Version of the exporter. */
  readonly version: string;
  /** Port of the metrics, for the addresses to scrape. */
  readonly metricsPort: number;
  /** The URL under which people open the dashboard, if it is set. */
  readonly externalUrl?: string;
  /** Whether connections may have TLS that is no longer secure; false when missing. */
  readonly allowLegacyTls?: boolean;
}

/** Injection token of {@link LiveOptions}. */
export const LIVE_OPTIONS = Symbol('LiveOptions');
