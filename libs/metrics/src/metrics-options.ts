import type { SeriesStore } from '@snp/exposition';
import type { AllowedHosts } from '@snp/http';

/** What scrapes need to know of a connection. */
export interface ScrapeTarget {
  readonly id: number;
  readonly name: string;
  /** The device's address, as a URL. */
  readonly restapi: string;
  readonly enabled: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** What the exporter knows of itself, read at each scrape. */
export interface ExporterFacts {
  /** Sessions in each state. */
  sessionsByState(): Readonly<Record<string, number>>;
  /** Whether the last use of the database succeeded. */
  isDatabaseUsable(): boolean;
  /** Log lines that could not be written since the start. */
  droppedLogLines(): number;
  /** When wanted and running sessions were last compared, in milliseconds since the epoch. */
  lastReconciledAt(): number | null;
}

/** What this module needs from the server. */
export interface MetricsOptions {
  readonly version: string;
  readonly store: SeriesStore;
  /** Every group that a scrape may name. */
  readonly groups: readonly string[];
  /** Whose names this port answers to, apart from scrapes. */
  readonly hosts: AllowedHosts;
  /** The URL under which people open the dashboard, if it is set. */
  readonly externalUrl?: string;
  /** The groups that are enabled. */
  readonly enabledGroups: ReadonlySet<string>;
  readonly facts: ExporterFacts;
  /** Every connection, enabled or not. */
  readonly targets: () => Promise<readonly ScrapeTarget[]>;
  readonly reload: () => void;
  readonly isReady: () => boolean;
}

/** Injection token of {@link MetricsOptions}. */
export const METRICS_OPTIONS = Symbol('MetricsOptions');
