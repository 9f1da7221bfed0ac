import type { Cancel, Clock } from '../clock';

interface Appointment {
  readonly at: number;
  readonly act: () => void;
}

/** Time that passes only when it is told to. */
export class ManualClock implements Clock {
  private readonly appointments = new Set<Appointment>();
  private time = 0;

  constructor(private readonly epoch = Date.UTC(2026, 10, 24)) {}

  now(): number {
    return this.epoch + this.time;
  }

  monotonic(): number {
    return this.time;
  }

  after(ms: number, act: () => void): Cancel {
    const appointment = { at: this.time + ms, act };
    this.appointments.add(appointment);
    return () => this.appointments.delete(appointment);
  }

  /** How many timers run. */
  get pending(): number {
    return this.appointments.size;
  }

  /** Ms until the next timer; undefined without one. */
  get next(): number | undefined {
    const first = this.first();
    return first && first.at - this.time;
  }

  advance(ms: number): void {
    const end = this.time + ms;
    for (let first = this.first(); first !== undefined && first.at <= end; first = this.first()) {
      this.appointments.delete(first);
      this.time = Math.max(this.time, first.at);
      first.act();
    }
    this.time = end;
  }

  private first(): Appointment | undefined {
    let first: Appointment | undefined;
    for (const each of this.appointments) if (first === undefined || each.at < first.at) first = each;
    return first;
  }
}
