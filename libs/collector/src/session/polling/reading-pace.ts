import type { Clock } from '../../common/clock';
import { Gate } from '../../common/gate';
import { Pace } from '../../common/pace';

/** Requests for configurations, beside the polls, for the whole fleet. */
const REQUESTS_PER_SECOND = 50;
/** Devices that are read at once: enough for that pace, and few enough that no connection is idle for long. */
const VISITS_AT_ONCE = 8;

/** How fast the configurations of a fleet are read. */
export interface ReadingPace {
  /** The devices that are being read. */
  readonly visits: Gate<'visit'>;
  readonly requests: Pace;
}

export function readingPace(clock: Pick<Clock, 'monotonic' | 'after'>): ReadingPace {
  return {
    visits: new Gate(VISITS_AT_ONCE, { visit: VISITS_AT_ONCE }),
    requests: new Pace(clock, REQUESTS_PER_SECOND),
  };
}
