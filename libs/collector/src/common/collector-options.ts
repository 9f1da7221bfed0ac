import type { CatalogueOptions } from '@snp/catalogue';

/** What the collector is told at start. */
export interface CollectorOptions {
  /** Seconds within which a received status is visible even under pressure. */
  readonly interval: number;
  /** Seconds between two looks at what is wanted, for edits made by other programs. */
  readonly pollInterval: number;
  /** Seconds between two reads of a device's configuration over REST. */
  readonly configPollSeconds: number;
  /** Devices that are being connected to at the same time. */
  readonly maxConcurrentHandshakes: number;
  /** Whether `http:` and `ws:` addresses may be tried. */
  readonly allowInsecureDevices: boolean;
  readonly catalogue: CatalogueOptions;
  /** Series of one device; more are dropped and counted. */
  readonly maxSeriesPerDevice: number;
  /** Tags that become labels of `ic_snp_device_info`. */
  readonly tagLabels: readonly string[];
}

export const COLLECTOR_OPTIONS = Symbol('COLLECTOR_OPTIONS');
