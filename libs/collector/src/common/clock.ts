/** Ends what was begun; doing it again does nothing. */
export type Cancel = () => void;

/** Time, as far as anything here knows it. */
export interface Clock {
  /** Ms since the epoch, to tell people; may be set back. */
  now(): number;
  /** Ms since whenever, to measure with; never goes back. */
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
