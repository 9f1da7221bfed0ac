/** Where a fleet takes its time from: tests that live through an hour in a moment give it a {@link ManualClock}. */
export interface FleetClock {
  /** ms since the epoch. */
  now(): number;
  /** Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
  every(ms: number, run: () => void): () => void;
}

export const wallClock: FleetClock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};

interface Appointment {
  at: number;
  readonly period: number | null;
  readonly run: () => void;
}

/** Time that passes only when it is told to; what is due then happens in order, at its own time. */
export class ManualClock implements FleetClock {
  private readonly appointments = new Set<Appointment>();

  constructor(private time = Date.UTC(2026, 0, 1)) {}

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    return this.book({ at: this.time + ms, period: null, run });
  }

  every(ms: number, run: () => void): () => void {
    return this.book({ at: this.time + ms, period: ms, run });
  }

  advance(ms: number): void {
    const end = this.time + ms;
    for (let next = this.next(end); next; next = this.next(end)) {
      this.time = next.at;
      if (next.period === null) this.appointments.delete(next);
      else next.at += next.period;
      next.run();
    }
    this.time = end;
  }

  private next(end: number): Appointment | undefined {
    let first: Appointment | undefined;
    for (const appointment of this.appointments) {
      if (appointment.at <= end && (!first || appointment.at < first.at)) first = appointment;
    }
    return first;
  }

  private book(appointment: Appointment): () => void {
    this.appointments.add(appointment);
    return () => this.appointments.delete(appointment);
  }
}
