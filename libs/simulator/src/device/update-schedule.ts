import type { WatchedObject, DeviceStatuses } from './device-statuses';

/** How many statuses a device sends. */
export interface UpdateOptions {
  /** Bytes of statuses in an update on average; undefined: what changes by itself. */
  readonly updateBytes?: number;
}

/** Decides which of the watched objects change with an update. */
export class UpdateSchedule {
  private updates = 0;
  private credit = 0;
  private next = 0;

  constructor(
    private readonly statuses: DeviceStatuses,
    private readonly options: UpdateOptions,
    private readonly phase: number,
  ) {}

  update(): void {
    this.updates += 1;
    if (this.options.updateBytes === undefined) this.touchDue();
    else this.spend(this.options.updateBytes);
  }

  private touchDue(): void {
    for (const object of this.statuses.objects()) {
      if (object.every !== undefined && (this.updates + this.phase + object.order) % object.every === 0) {
        this.statuses.touch(object);
      }
    }
  }

  /** PTP every time, the others in turn; one that costs more than there is delays those after it. */
  private spend(bytes: number): void {
    const objects = [...this.statuses.objects()];
    this.credit = Math.min(this.credit + bytes, bytes);
    for (const object of objects) if (object.type === 'ptp') this.touch(object);
    for (let turns = objects.length; turns > 0 && this.credit > 0; turns--) {
      const object = objects[this.next++ % objects.length];
      if (object.type !== 'ptp') this.touch(object);
    }
  }

  /** Costs as much as its text did so far: the new one is made when it is sent, of what is true then. */
  private touch(object: WatchedObject): void {
    this.credit -= this.statuses.fragment(object).length;
    this.statuses.touch(object);
  }
}
