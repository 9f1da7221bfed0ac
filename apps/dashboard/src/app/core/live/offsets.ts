/** PTP offsets of the last ten minutes: of each step the value farthest from zero, null where nothing was known. */
export interface Offsets {
  readonly values: readonly (number | null)[];
  readonly stepMs: number;
  /** When the newest step began, ms since the epoch. */
  readonly newest: number;
}

/** Takes over what the server remembers; the newest value last. */
export function startOffsets(values: readonly (number | null)[], stepSeconds: number, now: number): Offsets {
  const stepMs = stepSeconds * 1000;
  return { values, stepMs, newest: Math.floor(now / stepMs) * stepMs };
}

/** Adds a value that was seen now; steps without any stay gaps. */
export function addOffset(offsets: Offsets, value: number | null, now: number): Offsets {
  const { stepMs, newest } = offsets;
  const steps = Math.min(Math.max(0, Math.floor((now - newest) / stepMs)), offsets.values.length);
  const last = offsets.values.at(-1) ?? null;
  if (steps === 0 && (value === null || (last !== null && Math.abs(value) <= Math.abs(last)))) return offsets;
  const values = [...offsets.values.slice(steps), ...Array<null>(steps).fill(null)];
  values[values.length - 1] = value;
  return { values, stepMs, newest: newest + steps * stepMs };
}
