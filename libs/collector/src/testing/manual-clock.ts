import type { Cancel, Clock } from '../common/clock';
import { until } from './until';

interface Timer {
  readonly at: number;
  readonly act: () => void;
}

/** Time that passes only when the test says so, and a wall clock that the test may set. */
export class ManualClock implements Clock {
  private readonly timers = new Set<Timer>();
  private time = 0;

  constructor(private epoch = Date.UTC(2026, 10, 24)) {}

  now(): number {
    return this.epoch + this.time;
  }

  monotonic(): number {
    return this.time;
  }

  dateOf(monotonic: number): number {
    return this.epoch + monotonic;
  }

  /** The wall clock is set, forward or back; no time passes. */
  step(ms: number): void {
    this.epoch += ms;
  }

  after(ms: number, act: () => void): Cancel {
    const timer = { at: this.time + ms, act };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** How many timers run. */
  get pending(): number {
    return this.timers.size;
  }

  /** Ms until the next timer; undefined without one. */
  get next(): number | undefined {
    const first = this.first();
    return first && first.at - this.time;
  }

  advance(ms: number): void {
    const end = this.time + ms;
    for (let first = this.first(); first !== undefined && first.at <= end; first = this.first()) {
      this.timers.delete(first);
      this.time = Math.max(this.time, first.at);
      first.act();
    }
    this.time = end;
  }

  /** The process stands still: time passes, but timers run out with the next `advance` only. */
  standStill(ms: number): void {
    this.time += ms;
  }

  /**
   * Lets time pass, some ten times as fast as it does, until `condition` holds. Each turn of the event loop moves it by
   * the same amount, so that sockets do not miss a deadline because the machine is busy.
   */
  passUntil(condition: () => unknown, what: string): Promise<void> {
    return until(() => {
      if (condition()) return true;
      this.advance(50);
      return false;
    }, what);
  }

  /** Lets time pass until something has happened, however short. */
  async passWhile<T>(awaited: Promise<T>): Promise<T> {
    let isOver = false;
    void awaited.then(() => (isOver = true));
    await this.passUntil(() => isOver, 'the event');
    return awaited;
  }

  private first(): Timer | undefined {
    let first: Timer | undefined;
    for (const each of this.timers) if (first === undefined || each.at < first.at) first = each;
    return first;
  }
}
