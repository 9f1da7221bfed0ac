import { identify, type Identify } from './coalescer';

/** Devices may split the full picture that a subscription brings: what comes within so long belongs to it. */
const PICTURE_MS = 2000;

/** Tells which full messages of a device are one picture, and where another one begins. */
export class Pictures {
  private begunAt = -Infinity;
  private readonly objects = new Set<string>();

  constructor(private readonly nameOf: Identify = identify) {}

  /** Monotonic ms from which on the latest picture is complete. */
  get completeAt(): number {
    return this.begunAt + PICTURE_MS;
  }

  /**
   * Takes a full message. One that mostly repeats what the picture has already is another picture, however soon it comes.
   * @param at monotonic ms
   * @returns whether it begins a picture
   */
  begins(statuses: readonly unknown[], at: number): boolean {
    const objects = statuses.map(this.nameOf).filter((object) => object !== undefined);
    const repeated = objects.filter((object) => this.objects.has(object)).length;
    const isBegin = at > this.completeAt || repeated > objects.length / 2;
    if (isBegin) {
      this.begunAt = at;
      this.objects.clear();
    }
    for (const object of objects) this.objects.add(object);
    return isBegin;
  }

  /** The device is lost: whatever comes next is another picture. */
  clear(): void {
    this.begunAt = -Infinity;
    this.objects.clear();
  }
}
