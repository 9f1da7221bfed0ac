import type { Timing } from '../../device/timing';

/** A slow lane's delay varies by this part, so that a fleet does not retry in step. */
const SLOW_SPREAD = 0.2;

/**
 * Full jitter: anywhere between nothing and a bound that doubles with every failure, so that devices which failed
 * together do not come back together.
 * @param failures in a row, at least 1
 * @param random from 0 up to, not including, 1
 * @returns ms
 */
export function backoffDelay(failures: number, random: number, { backoffBaseMs, backoffCapMs }: Timing): number {
  const doublings = Math.min(failures - 1, 30);
  return random * Math.min(backoffCapMs, backoffBaseMs * 2 ** doublings);
}

/** @returns ms, `delayMs` or up to a fifth more */
export function slowDelay(delayMs: number, random: number): number {
  return delayMs * (1 + SLOW_SPREAD * random);
}
