import type { ExporterClock } from '../alarm-samples';

/** A clock that shows one time, in ms, and was not set before unless the test says by how much. */
export function stillAt(monotonic: number, setBy = 0): ExporterClock {
  return { now: () => monotonic + setBy, monotonic: () => monotonic, dateOf: (at) => at + setBy };
}
