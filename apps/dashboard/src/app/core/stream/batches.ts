/** Rendering more often than this costs CPU and shows nothing more. */
const PERIOD_MS = 200;

/** A hidden page gets no animation frames; it is updated after this. */
const HIDDEN_MS = 800;

/** Collects items and delivers them a few times a second, with an animation frame; less often on a hidden page. */
export class Batches<T> {
  private items: T[] = [];
  private isScheduled = false;

  constructor(private readonly deliver: (items: readonly T[]) => void) {}

  add(items: readonly T[]): void {
    if (items.length === 0) return;
    this.items.push(...items);
    if (this.isScheduled) return;
    this.isScheduled = true;
    setTimeout(() => this.flushWithFrame(), PERIOD_MS);
  }

  private flushWithFrame(): void {
    const frame = requestAnimationFrame(() => flush());
    const late = setTimeout(() => flush(), HIDDEN_MS);
    const flush = () => {
      cancelAnimationFrame(frame);
      clearTimeout(late);
      this.flush();
    };
  }

  private flush(): void {
    this.isScheduled = false;
    const items = this.items;
    this.items = [];
    this.deliver(items);
  }
}
