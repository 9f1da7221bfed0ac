import type { CatalogueOptions } from '@snp/catalogue';

/** The configuration of the collector. */
export interface CollectorOptions {
  /** Seconds within which a received status is visible, even under load. */
  readonly interval: number;
  /** How often the database is checked for external edits, in seconds. */
  readonly pollInterval: number;
  /** Device configuration poll interval, in seconds. */
  readonly configPollSeconds: number;
  /** Maximum concurrent device handshakes. */
  readonly maxConcurrentHandshakes: number;
  /** Whether `http:` and `ws:` addresses may be tried. */
  readonly allowInsecureDevices: boolean;
  /** Whether TLS that is no longer secure may be tried; false when missing. */
  readonly allowLegacyTls?: boolean;
  readonly catalogue: CatalogueOptions;
  /** Series of one device; more are dropped and counted. */
  readonly maxSeriesPerDevice: number;
  /** Tags that become labels of `ic_snp_device_info`. */
  readonly tagLabels: readonly string[];
}

export const COLLECTOR_OPTIONS = Symbol('COLLECTOR_OPTIONS');
