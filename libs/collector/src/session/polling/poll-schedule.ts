/** The first poll comes so long after connecting at the earliest, and … */
const FIRST_MS = 500;
/** … is spread over so long. */
const FIRST_SPREAD_MS = 2_500;

/** The golden ratio spreads consecutive numbers evenly, however many there are. */
const GOLDEN = 0.618033988749895;

/** Where a connection stands among the others, from 0 up to, not including, 1. */
export function pollOffset(connectionId: number): number {
  return (connectionId * GOLDEN) % 1;
}

/** @returns ms from connecting to the first poll */
export function firstPollDelay(offset: number): number {
  return FIRST_MS + offset * FIRST_SPREAD_MS;
}

/**
 * Every connection has its own moment in each period, so that devices that connected together are not polled together for
 * ever. The next poll is at that moment, but at least half a period away.
 * @param at ms on any clock that does not jump
 * @returns ms
 */
export function nextPollDelay(offset: number, periodMs: number, at: number): number {
  const untilMoment = (offset * periodMs - (at % periodMs) + periodMs) % periodMs;
  return untilMoment < periodMs / 2 ? untilMoment + periodMs : untilMoment;
}
