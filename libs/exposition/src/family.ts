/**
 * What a family of series is. An `info` is a gauge with the value 1 in the text format and of type `info` in OpenMetrics; a
 * `stateset` has one series per state and is a gauge in both.
 */
export type FamilyType = 'gauge' | 'counter' | 'info' | 'stateset';

/** All series of one name. */
export interface Family {
  /** The full name as Prometheus stores it, with `_total` or `_info`. */
  readonly name: string;
  readonly type: FamilyType;
  readonly help: string;
  /** The base unit, as it ends the name: `seconds`, `bytes`, `celsius`. */
  readonly unit?: string;
  /** Names of the labels besides `target`. */
  readonly labels: readonly string[];
  /** The group by which the family is switched on and off. */
  readonly group: string;
}

/** The text formats: Prometheus' own 0.0.4, and OpenMetrics 1.0. */
export type Format = 'text' | 'openmetrics';
