import { parseStatus, statusIdentity, statusName } from '@snp/protocol';

/** Statuses that wait to be applied: of each object the newest only, so that any number of them takes bounded space. */
export class Coalescer {
  private readonly newest = new Map<string, unknown>();
  private beginsPicture = false;

  constructor(private readonly nameOf: Identify = identify) {}

  get isEmpty(): boolean {
    return this.newest.size === 0 && !this.beginsPicture;
  }

  /**
   * Takes what came in one message.
   * @param beginsPicture it replaces everything before it, but not what follows
   * @param reject called with each status that names no object
   * @returns how many statuses name one
   */
  offer(statuses: readonly unknown[], beginsPicture: boolean, reject: (status: unknown) => void): number {
    if (beginsPicture) {
      this.newest.clear();
      this.beginsPicture = true;
    }
    let count = 0;
    for (const status of statuses) {
      const identity = this.nameOf(status);
      if (identity === undefined) {
        reject(status);
        continue;
      }
      this.newest.set(identity, status);
      count++;
    }
    return count;
  }

  /** Hands over what waits. */
  take(): { readonly statuses: readonly unknown[]; readonly beginsPicture: boolean } {
    const taken = { statuses: [...this.newest.values()], beginsPicture: this.beginsPicture };
    this.clear();
    return taken;
  }

  clear(): void {
    this.newest.clear();
    this.beginsPicture = false;
  }
}

/** What an object is called; undefined for what is no status. */
export type Identify = (status: unknown) => string | undefined;

/** What an object is called among the statuses of a device; undefined for what is no status. */
export function identify(status: unknown): string | undefined {
  if (typeof status === 'string') return statusIdentity(status);
  const parsed = parseStatus(status);
  return parsed && statusName(parsed);
}

/**
 * The same where objects of one name may be of different elements. The address may stand anywhere in the text, so it
 * must be parsed.
 */
export function identifyWithElement(status: unknown): string | undefined {
  const parsed = parseStatus(status);
  return parsed && statusName({ ...parsed, element: String(parsed.body.fme_ip) });
}
