/** Ends what was begun; calling it again does nothing. */
export type Cancel = () => void;

/** The time; replaced in tests. */
export interface Clock {
  /** Ms since the epoch, to show; may be set back. */
  now(): number;
  /** Ms since an arbitrary start, to measure with; never goes back. */
  monotonic(): number;
  /** Does `act` once after `ms`, unless cancelled. */
  after(ms: number, act: () => void): Cancel;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
