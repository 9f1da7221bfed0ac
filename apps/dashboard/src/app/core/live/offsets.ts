/** PTP offsets of the last ten minutes: for each step the value farthest from zero, null when unknown. */
export interface Offsets {
  readonly values: readonly (number | null)[];
  readonly stepMs: number;
  /** When the newest step began, in the page's time, ms. */
  readonly newest: number;
}

/** Starts with the history of the server; the newest value is last. */
export function startOffsets(values: readonly (number | null)[], stepSeconds: number, now: number): Offsets {
  const stepMs = stepSeconds * 1000;
  return { values, stepMs, newest: Math.floor(now / stepMs) * stepMs };
}

/** Adds a value; steps without one stay gaps. */
export function addOffset(offsets: Offsets, value: number | null, now: number): Offsets {
  const { stepMs, newest } = offsets;
  const steps = Math.min(Math.max(0, Math.floor((now - newest) / stepMs)), offsets.values.length);
  const last = offsets.values.at(-1) ?? null;
  if (steps === 0 && (value === null || (last !== null && Math.abs(value) <= Math.abs(last)))) return offsets;
  const values = [...offsets.values.slice(steps), ...Array<null>(steps).fill(null)];
  values[values.length - 1] = value;
  return { values, stepMs, newest: newest + steps * stepMs };
}
