/** One line of the table that a bench prints. */
export interface BenchRow {
  readonly what: string;
  readonly against: string;
  readonly measured: string;
  readonly target: string;
  readonly ok: boolean;
}

/** A figure that stands for itself, not against another. */
export function row(what: string, measured: string, target: string, ok: boolean): BenchRow {
  return { what, against: '–', measured, target, ok };
}
