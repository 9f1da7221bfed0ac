import { MAX_PROBE_MS, type Clock } from '@snp/collector';
import { retryLater } from '@snp/http';

/** Listing all objects is a heavy load on a device: the next listing must wait this long, ms. */
const PAUSE_MS = 30_000;

/** Lets one listing at a time at a device, and the next one only after a pause. */
export class DiscoveryGate {
  /** By device: when the listing under way began, and when the last one that was answered ended; monotonic ms. */
  private readonly begun = new Map<string, number>();
  private readonly ended = new Map<string, number>();

  constructor(private readonly clock: Pick<Clock, 'monotonic'>) {}

  /**
   * @param device its host
   * @throws ProblemError 409 or 429
   */
  enter(device: string): void {
    const now = this.clock.monotonic();
    for (const [key, at] of this.ended) if (now - at >= PAUSE_MS) this.ended.delete(key);
    const begunAt = this.begun.get(device);
    if (begunAt !== undefined) {
      const detail = 'The device is already listing its objects. Try again later.';
      throw retryLater(409, 'being-asked', 'Discovery in progress', detail, MAX_PROBE_MS - (now - begunAt));
    }
    const endedAt = this.ended.get(device);
    if (endedAt !== undefined) {
      const waitMs = PAUSE_MS - (now - endedAt);
      const wait = Math.max(1, Math.ceil(waitMs / 1000));
      const detail = `The objects of the device were listed less than 30 s ago. Try again in ${wait} s.`;
      throw retryLater(429, 'asked-lately', 'Discovered recently', detail, waitMs);
    }
    this.begun.set(device, now);
  }

  /** @param hasAnswered whether the device answered; if not, the next listing need not wait */
  leave(device: string, hasAnswered: boolean): void {
    this.begun.delete(device);
    if (hasAnswered) this.ended.set(device, this.clock.monotonic());
  }
}
