import type { Cancel } from './clock';

/**
 * A bounded number of places. Each lane may have so many of them, and goes before those after it; so visitors that keep
 * a place until a deadline, one after the other, never hold up those that need it for a moment.
 */
export class Gate<Lane extends string> {
  private readonly lanes: readonly Lane[];
  private readonly waiting = new Map<Lane, Set<() => void>>();
  private readonly taken = new Map<Lane, number>();

  /** @param most how many places each lane may have; the lane that goes first comes first */
  constructor(
    private readonly places: number,
    private readonly most: Readonly<Record<Lane, number>>,
  ) {
    this.lanes = Object.keys(most) as Lane[];
    for (const lane of this.lanes) this.waiting.set(lane, new Set());
  }

  /**
   * Calls `enter` once there is a place, at once where there is one now.
   * @returns leaves the queue, or gives the place back
   */
  ask(lane: Lane, enter: () => void): Cancel {
    let isInside = false;
    const admit = (): void => {
      isInside = true;
      this.taken.set(lane, this.takenBy(lane) + 1);
      enter();
    };
    this.waiting.get(lane)?.add(admit);
    this.admitNext();
    return () => {
      this.waiting.get(lane)?.delete(admit);
      if (!isInside) return;
      isInside = false;
      this.taken.set(lane, this.takenBy(lane) - 1);
      this.admitNext();
    };
  }

  /** Places that are taken now. */
  get occupied(): number {
    return this.lanes.reduce((sum, lane) => sum + this.takenBy(lane), 0);
  }

  /** Those that wait, in one lane or in all. */
  queued(lane?: Lane): number {
    const lanes: readonly Lane[] = lane === undefined ? this.lanes : [lane];
    return lanes.reduce((sum, each) => sum + (this.waiting.get(each)?.size ?? 0), 0);
  }

  private takenBy(lane: Lane): number {
    return this.taken.get(lane) ?? 0;
  }

  private admitNext(): void {
    while (this.occupied < this.places) {
      const lane = this.lanes.find((each) => this.queued(each) > 0 && this.takenBy(each) < this.most[each]);
      const line = lane === undefined ? undefined : this.waiting.get(lane);
      const [admit] = line ?? [];
      if (line === undefined || admit === undefined) return;
      line.delete(admit);
      admit();
    }
  }
}
