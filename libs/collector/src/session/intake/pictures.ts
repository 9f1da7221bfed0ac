import { identify, type Identify } from './coalescer';

/** Devices may split the full picture that a subscription brings: what comes so soon after a part belongs to it. */
const PICTURE_MS = 2000;

/** Tells which full messages of a device are one picture, and where another one begins. */
export class Pictures {
  private latestAt = -Infinity;
  private _begunAt = -Infinity;
  private readonly objects = new Set<string>();

  constructor(private readonly nameOf: Identify = identify) {}

  /** When the latest picture began, in monotonic ms. */
  get begunAt(): number {
    return this._begunAt;
  }

  /** Monotonic ms from which on it is complete, unless another part of it comes before. */
  get completeAt(): number {
    return this.latestAt + PICTURE_MS;
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
      this._begunAt = at;
      this.objects.clear();
    }
    this.latestAt = at;
    for (const object of objects) this.objects.add(object);
    return isBegin;
  }

  /** The device is lost: whatever comes next is another picture. */
  clear(): void {
    this.latestAt = -Infinity;
    this._begunAt = -Infinity;
    this.objects.clear();
  }
}
