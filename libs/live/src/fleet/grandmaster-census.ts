/** Counts which grandmaster the locked devices follow. */
export class GrandmasterCensus {
  private readonly byDevice = new Map<number, string>();
  private readonly counts = new Map<string, number>();
  private mostFollowed: string | null = null;

  /** The grandmaster that more than half of the devices follow; null where there is none. */
  get common(): string | null {
    return this.mostFollowed;
  }

  /** Sets the grandmaster of a device; null if it is not locked, or deleted. */
  report(device: number, grandmaster: string | null): void {
    const before = this.byDevice.get(device);
    if (before === (grandmaster ?? undefined)) return;
    if (before !== undefined) this.add(before, -1);
    if (grandmaster === null) this.byDevice.delete(device);
    else {
      this.byDevice.set(device, grandmaster);
      this.add(grandmaster, 1);
    }
    this.mostFollowed = this.findMostFollowed();
  }

  private findMostFollowed(): string | null {
    for (const [grandmaster, count] of this.counts) if (2 * count > this.byDevice.size) return grandmaster;
    return null;
  }

  private add(grandmaster: string, change: number): void {
    const count = (this.counts.get(grandmaster) ?? 0) + change;
    if (count > 0) this.counts.set(grandmaster, count);
    else this.counts.delete(grandmaster);
  }
}
