/** Injection token of the clock, a `Clock` of the collector. */
export const CLOCK = Symbol('Clock');

/** A moment as the API writes it: ISO 8601, UTC. */
export function moment(at: number): string {
  return new Date(at).toISOString();
}

const LATEST = 8.64e15;

/** The same for a moment that may be unknown or, coming from a device, out of range. */
export function momentOrNull(at: number | null | undefined): string | null {
  return typeof at !== 'number' || !(Math.abs(at) <= LATEST) ? null : moment(at);
}
