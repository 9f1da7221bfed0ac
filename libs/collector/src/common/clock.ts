/** Ends what was begun; calling it again does nothing. */
export type Cancel = () => void;

/**
 * The time; replaced in tests. The wall clock may be set, by years and in either direction. So every duration, age,
 * deadline and order is made of `monotonic()`, and times are kept that way, too, also those that are shown: `dateOf` makes
 * a date of them only when they are. `now()` is for what is stored or compared with a calendar.
 */
export interface Clock {
  /** The date: ms since the epoch; may be set back or forward. */
  now(): number;
  /** Ms since an arbitrary start, to measure with; never goes back. */
  monotonic(): number;
  /** The date of a monotonic time, by the wall clock as it is set now; the same one until the clock is set. */
  dateOf(monotonic: number): number;
  /** Does `act` once after `ms`, unless cancelled. */
  after(ms: number, act: () => void): Cancel;
}

/** The same for a time that may be unknown. */
export function dateOrNull(clock: Pick<Clock, 'dateOf'>, monotonic: number | null): number | null {
  return monotonic === null ? null : clock.dateOf(monotonic);
}

/** The two clocks of the system drift apart by some ms a minute, which must not change what is shown. */
const DRIFT_MS = 100;

/** A clock of two sources, in ms: the wall clock and one that never goes back. */
export function clockOf(wall: () => number, monotonic: () => number): Clock {
  let epoch = wall() - monotonic();
  return {
    now: wall,
    monotonic,
    dateOf: (at) => {
      const current = wall() - monotonic();
      if (Math.abs(current - epoch) > DRIFT_MS) epoch = current;
      return Math.round(epoch + at);
    },
    after: (ms, act) => {
      let turn: NodeJS.Immediate | undefined;
      // What has come by then is read first: to a process that stood still, every device would seem silent.
      const timer = setTimeout(() => (turn = setImmediate(act)), ms);
      return () => {
        clearTimeout(timer);
        clearImmediate(turn);
      };
    },
  };
}

export const SYSTEM_CLOCK: Clock = clockOf(
  () => Date.now(),
  () => performance.now(),
);
