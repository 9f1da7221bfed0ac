/** Drawing more often than this is not seen by anyone, but felt by the processor. */
const PERIOD_MS = 200;

/** A page that is not seen is not drawn, and is served after this. */
const UNSEEN_MS = 800;

/**
 * Gathers what arrives one by one and hands it on a few times a second, at the moment when the browser draws.
 * A page that is not seen is served too, though less often, so that nothing piles up.
 */
export class Batches<T> {
  private items: T[] = [];
  private isScheduled = false;

  constructor(private readonly deliver: (items: readonly T[]) => void) {}

  add(items: readonly T[]): void {
    if (items.length === 0) return;
    this.items.push(...items);
    if (this.isScheduled) return;
    this.isScheduled = true;
    setTimeout(() => this.flushWhenDrawn(), PERIOD_MS);
  }

  private flushWhenDrawn(): void {
    const frame = requestAnimationFrame(() => flush());
    const late = setTimeout(() => flush(), UNSEEN_MS);
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
