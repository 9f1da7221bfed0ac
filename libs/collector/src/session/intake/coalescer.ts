import { parseStatus, statusIdentity } from '@snp/protocol';

/** Statuses that wait to be applied: of each object the newest only, so that any number of them takes bounded space. */
export class Coalescer {
  private readonly newest = new Map<string, unknown>();
  private isComplete = false;

  get isEmpty(): boolean {
    return this.newest.size === 0 && !this.isComplete;
  }

  /**
   * Takes what came in one message.
   * @param isComplete it replaces everything before it
   * @param reject called with each status that names no object
   * @returns how many statuses name one
   */
  offer(statuses: readonly unknown[], isComplete: boolean, reject: (status: unknown) => void): number {
    if (isComplete) {
      this.newest.clear();
      this.isComplete = true;
    }
    let count = 0;
    for (const status of statuses) {
      const identity = identify(status);
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
  take(): { readonly statuses: readonly unknown[]; readonly isComplete: boolean } {
    const taken = { statuses: [...this.newest.values()], isComplete: this.isComplete };
    this.clear();
    return taken;
  }

  clear(): void {
    this.newest.clear();
    this.isComplete = false;
  }
}

function identify(status: unknown): string | undefined {
  if (typeof status === 'string') return statusIdentity(status);
  const parsed = parseStatus(status);
  return parsed && `${parsed.type}/${parsed.objectId}`;
}
