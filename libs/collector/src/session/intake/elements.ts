import { isIPv6 } from 'node:net';
import { LOCAL_ELEMENT, parseStatus, type ObjectRef, type Status } from '@snp/protocol';

/** Stands for every address that is no further element's. */
const OTHER = '';

/**
 * Tells apart the elements that one subscription names. A status is of a further element if the device delivers statuses
 * with its address and with another one: a device reports an address of its own, never `127.0.0.1`, so an address alone
 * does not tell whether it is the device that the first object means.
 */
export class Elements {
  /** The addresses that the subscription names, but for that of its first object, by their usual form. */
  private readonly further: ReadonlyMap<string, string>;
  private readonly delivered = new Set<string>();

  constructor(objects: readonly Pick<ObjectRef, 'elementIP'>[]) {
    const [first = LOCAL_ELEMENT, ...others] = objects.map(({ elementIP }) => elementIP || LOCAL_ELEMENT);
    const own = usualForm(first);
    const named = others.map((address) => [usualForm(address), address] as const);
    this.further = new Map(named.filter(([address]) => address !== own).reverse());
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
      const address = addressOf(body);
      if (address !== '') this.delivered.add(this.further.has(address) ? address : OTHER);
    }
    return this.areDistinct;
  }

  /** The status with its element, if that is a further one. */
  ascribe(status: Status): Status {
    const element = this.areDistinct ? this.further.get(addressOf(status.body)) : undefined;
    return element === undefined ? status : { ...status, element };
  }

  /** The device is lost. */
  clear(): void {
    this.delivered.clear();
  }

  private get areDistinct(): boolean {
    return this.delivered.size > 1;
  }
}

/** The address that a status says it is of; empty for none. */
function addressOf({ fme_ip: address }: Status['body']): string {
  return typeof address === 'string' ? usualForm(address) : '';
}

/** An address in the one way of several in which it can be written: people write IPv6 addresses as they like. */
function usualForm(address: string): string {
  const text = address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=[\d.]+$)/, '');
  return isIPv6(text) && !text.includes('%') ? new URL(`http://[${text}]`).hostname.slice(1, -1) : text;
}
