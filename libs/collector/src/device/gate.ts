import type { Cancel } from '../common/clock';

/** Who asks: sessions that are well and poll, devices that are to be connected, and those that stalled last time. */
export const LANES = ['polling', 'healthy', 'suspect'] as const;

export type Lane = (typeof LANES)[number];

/**
 * A bounded number of places. Each lane may have so many of them, and goes before those after it; so devices that keep
 * a place until a deadline, one after the other, never hold up those that need it for a moment.
 */
export class Gate {
  private readonly waiting: Readonly<Record<Lane, Set<() => void>>> = {
    polling: new Set(),
    healthy: new Set(),
    suspect: new Set(),
  };
  private readonly taken = { polling: 0, healthy: 0, suspect: 0 };

  constructor(
    private readonly places: number,
    private readonly most: Readonly<Record<Lane, number>>,
  ) {}

  /**
   * Calls `enter` once there is a place, at once where there is one now.
   * @returns leaves the queue, or gives the place back
   */
  ask(lane: Lane, enter: () => void): Cancel {
    let isInside = false;
    const admit = (): void => {
      isInside = true;
      this.taken[lane]++;
      enter();
    };
    this.waiting[lane].add(admit);
    this.admitNext();
    return () => {
      this.waiting[lane].delete(admit);
      if (!isInside) return;
      isInside = false;
      this.taken[lane]--;
      this.admitNext();
    };
  }

  /** Places that are taken now. */
  get occupied(): number {
    return this.taken.polling + this.taken.healthy + this.taken.suspect;
  }

  /** Those that wait, in one lane or in all. */
  queued(lane?: Lane): number {
    const lanes: readonly Lane[] = lane === undefined ? LANES : [lane];
    return lanes.reduce((sum, each) => sum + this.waiting[each].size, 0);
  }

  private admitNext(): void {
    while (this.occupied < this.places) {
      const lane = LANES.find((each) => this.waiting[each].size > 0 && this.taken[each] < this.most[each]);
      const [admit] = lane === undefined ? [] : this.waiting[lane];
      if (lane === undefined || admit === undefined) return;
      this.waiting[lane].delete(admit);
      admit();
    }
  }
}

/** The gate for handshakes: of the usual twenty places, suspects share five, and polls two. */
export function handshakeGate(places: number): Gate {
  const part = (share: number): number => Math.max(1, Math.floor(places / share));
  return new Gate(places, { polling: part(10), healthy: places, suspect: part(4) });
}
