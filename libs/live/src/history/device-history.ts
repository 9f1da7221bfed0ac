/** The series that are kept for an hour, in the order in which they are stored. */
export const HISTORY_SERIES = [
  'ptp_offset_seconds',
  'ptp_delay_seconds',
  'temperature_main_board_celsius',
  'temperature_io_board_celsius',
  'temperature_fpga_max_celsius',
  'receive_bytes_per_second_primary',
  'receive_bytes_per_second_secondary',
  'transmit_bytes_per_second_primary',
  'transmit_bytes_per_second_secondary',
] as const;
export type HistorySeries = (typeof HISTORY_SERIES)[number];

export const STEP_SECONDS = 10;
export const STEPS = 360;
const STEP_MS = STEP_SECONDS * 1000;

/** A step keeps the worst offset, so that a short jump is not lost, and the last value of the other series. */
const KEEPS_FARTHEST: ReadonlySet<HistorySeries> = new Set<HistorySeries>(['ptp_offset_seconds']);

/** A Float32 holds seven digits; more would be noise. */
const DIGITS = 7;

/** The number of the ten-second step that a moment (monotonic ms) lies in. */
export function stepOf(at: number): number {
  return Math.floor(at / STEP_MS);
}

/** When a step begins, monotonic ms. */
export function startOfStep(step: number): number {
  return step * STEP_MS;
}

/** The last hour of one device in 13 kB, allocated with the first value. Times are monotonic ms and do not go back. */
export class DeviceHistory {
  private values: Float32Array | undefined;
  private newest = 0;

  /** Writes what is known now; null and undefined stand for not known. */
  record(at: number, known: Readonly<Partial<Record<HistorySeries, number | null>>>): void {
    const values = (this.values ??= new Float32Array(HISTORY_SERIES.length * STEPS).fill(NaN));
    const step = stepOf(at);
    this.moveTo(step, values);
    HISTORY_SERIES.forEach((series, row) => {
      const value = known[series];
      if (typeof value !== 'number') return;
      const place = row * STEPS + (step % STEPS);
      const isNearer = KEEPS_FARTHEST.has(series) && Math.abs(values[place]) > Math.abs(value);
      if (!isNearer) values[place] = value;
    });
  }

  /** The values of a series up to the step of `at`, oldest first; null for what is not known. */
  read(series: HistorySeries, at: number, count = STEPS): (number | null)[] {
    const last = stepOf(at);
    return Array.from({ length: count }, (_, place) => this.valueAt(series, last - count + 1 + place));
  }

  private valueAt(series: HistorySeries, step: number): number | null {
    if (this.values === undefined || step > this.newest || step <= this.newest - STEPS || step < 0) return null;
    const value = this.values[HISTORY_SERIES.indexOf(series) * STEPS + (step % STEPS)];
    return Number.isNaN(value) ? null : Number(value.toPrecision(DIGITS));
  }

  /** Empties the steps between the newest one and `step`. */
  private moveTo(step: number, values: Float32Array): void {
    const isFar = step - this.newest >= STEPS;
    if (isFar) values.fill(NaN);
    for (let between = this.newest + 1; !isFar && between <= step; between++) {
      for (let row = 0; row < HISTORY_SERIES.length; row++) values[row * STEPS + (between % STEPS)] = NaN;
    }
    this.newest = Math.max(step, this.newest);
  }
}
