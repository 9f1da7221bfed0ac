import type { Clock } from '../../common/clock';
import { Pace } from '../../common/pace';

/** What devices are asked for besides their polls, so many requests a second for the whole fleet. */
const REQUESTS_PER_SECOND = 50;

/** The turns of a fleet's devices; and their requests, since a device may wait for its connection after its turn has come. */
export interface ReadingPace {
  readonly turns: Pace;
  readonly requests: Pace;
}

export function readingPace(clock: Pick<Clock, 'monotonic' | 'after'>): ReadingPace {
  return { turns: new Pace(clock, REQUESTS_PER_SECOND), requests: new Pace(clock, REQUESTS_PER_SECOND) };
}
