import { LOCAL_ELEMENT, parseStatus, type ObjectRef, type Status } from '@snp/protocol';

/** Stands for every address that is no further element's. */
const OTHER = '';

/**
 * Tells apart the elements that one subscription names. A status is of a further element if the device delivers statuses
 * with its address and with another one: a device reports an address of its own, never `127.0.0.1`, so an address alone
 * does not tell whether it is the device that the first object means.
 */
export class Elements {
  /** The addresses that the subscription names, but for that of its first object. */
  private readonly further: ReadonlySet<string>;
  private readonly delivered = new Set<string>();

  constructor(objects: readonly Pick<ObjectRef, 'elementIP'>[]) {
    const [first = LOCAL_ELEMENT, ...others] = objects.map(({ elementIP }) => elementIP || LOCAL_ELEMENT);
    this.further = new Set(others.filter((address) => address !== first));
  }

  /** Whether the subscription names more than one. */
  get areMany(): boolean {
    return this.further.size > 0;
  }

  /**
   * Notes whose statuses are delivered.
   * @returns whether statuses that were taken for the first element's may now be those of a further one
   */
  note(statuses: readonly unknown[]): boolean {
    if (!this.areMany || this.areDistinct) return false;
    for (const { body } of statuses.flatMap((raw) => parseStatus(raw) ?? [])) {
      const address = body.fme_ip;
      if (typeof address === 'string' && address !== '')
        this.delivered.add(this.further.has(address) ? address : OTHER);
    }
    return this.areDistinct;
  }

  /** The status with its element, if that is a further one. */
  ascribe(status: Status): Status {
    const element = this.areDistinct ? status.body.fme_ip : undefined;
    return typeof element === 'string' && this.further.has(element) ? { ...status, element } : status;
  }

  /** The device is lost. */
  clear(): void {
    this.delivered.clear();
  }

  private get areDistinct(): boolean {
    return this.delivered.size > 1;
  }
}
