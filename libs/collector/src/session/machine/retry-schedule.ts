const SLOT_MS = 100;
/** 400 a second: each of 2,000 devices that are gone still has its turn within ten seconds. */
const MAX_PER_SLOT = 40;

/**
 * When the devices of a fleet are tried again: each when it wants to be, but no more of them at a time than leave the process
 * time for the devices that are there.
 */
export class RetrySchedule {
  private readonly reserved = new Map<number, number>();
  private tidiedAt = 0;

  /**
   * Reserves the time of an attempt.
   * @param ms how long the device wants to wait
   * @param at monotonic ms
   * @returns how long it waits
   */
  reserve(ms: number, at: number): number {
    this.tidy(Math.floor(at / SLOT_MS));
    const wanted = Math.floor((at + ms) / SLOT_MS);
    let slot = wanted;
    while (this.attemptsIn(slot) >= MAX_PER_SLOT) slot++;
    this.reserved.set(slot, this.attemptsIn(slot) + 1);
    return ms + (slot - wanted) * SLOT_MS;
  }

  private attemptsIn(slot: number): number {
    return this.reserved.get(slot) ?? 0;
  }

  private tidy(now: number): void {
    if (now === this.tidiedAt) return;
    this.tidiedAt = now;
    for (const slot of this.reserved.keys()) if (slot < now) this.reserved.delete(slot);
  }
}
