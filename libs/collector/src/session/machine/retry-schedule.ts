import type { Cancel, Clock } from '../../common/clock';

const SLOT_MS = 100;
/** 400 a second: each of 2,000 devices that are gone still has its turn within ten seconds. */
const MAX_PER_SLOT = 40;

interface Slot {
  /** Attempts that have or had their place in it. */
  taken: number;
  readonly attempts: Set<() => void>;
  cancelTimer: Cancel | undefined;
}

/**
 * When the devices of a fleet are tried again: each when it wants to be, but no more of them at a time than leave the process
 * time for the devices that are there. Those of a tenth of a second begin together: to wake up for each of a thousand costs
 * more than the attempts do.
 */
export class RetrySchedule {
  private readonly slots = new Map<number, Slot>();
  private tidiedAt = 0;

  constructor(private readonly clock: Clock) {}

  /**
   * Makes an attempt later, unless cancelled.
   * @param ms how long the device wants to wait; it is up to a tenth of a second less, or more while many are waiting
   */
  after(ms: number, attempt: () => void): Cancel {
    const now = this.clock.monotonic();
    this.tidy(Math.floor(now / SLOT_MS));
    // Not later than wanted, so that a limit of the delay holds; the present slot has begun already.
    let at = Math.max(Math.ceil(now / SLOT_MS), Math.floor((now + ms) / SLOT_MS));
    while ((this.slots.get(at)?.taken ?? 0) >= MAX_PER_SLOT) at++;
    const slot = this.slotAt(at);
    slot.taken++;
    slot.attempts.add(attempt);
    slot.cancelTimer ??= this.clock.after(at * SLOT_MS - now, () => begin(slot));
    return () => leave(slot, attempt);
  }

  private slotAt(at: number): Slot {
    const slot = this.slots.get(at) ?? { taken: 0, attempts: new Set(), cancelTimer: undefined };
    this.slots.set(at, slot);
    return slot;
  }

  private tidy(now: number): void {
    if (now === this.tidiedAt) return;
    this.tidiedAt = now;
    for (const [at, { attempts }] of this.slots) if (at < now && attempts.size === 0) this.slots.delete(at);
  }
}

function begin(slot: Slot): void {
  slot.cancelTimer = undefined;
  const attempts = [...slot.attempts];
  slot.attempts.clear();
  for (const attempt of attempts) attempt();
}

function leave(slot: Slot, attempt: () => void): void {
  if (!slot.attempts.delete(attempt)) return;
  slot.taken--;
  if (slot.attempts.size > 0) return;
  slot.cancelTimer?.();
  slot.cancelTimer = undefined;
}
