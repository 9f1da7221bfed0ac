import { dateOrNull, type Clock } from '@snp/collector';

/** Injection token of the clock, a `Clock` of the collector. */
export const CLOCK = Symbol('Clock');

/** A date (ms since the epoch) as the API writes it: ISO 8601, UTC. */
export function moment(at: number): string {
  return new Date(at).toISOString();
}

const LATEST = 8.64e15;

/** The same for a date that may be unknown or, coming from a device, out of range. */
export function momentOrNull(at: number | null | undefined): string | null {
  return typeof at !== 'number' || !(Math.abs(at) <= LATEST) ? null : moment(at);
}

/** A monotonic time as the API writes it; null for one that is not known. */
export function shown(clock: Pick<Clock, 'dateOf'>, monotonic: number): string;
export function shown(clock: Pick<Clock, 'dateOf'>, monotonic: number | null | undefined): string | null;
export function shown(clock: Pick<Clock, 'dateOf'>, monotonic: number | null | undefined): string | null {
  return momentOrNull(dateOrNull(clock, monotonic ?? null));
}
