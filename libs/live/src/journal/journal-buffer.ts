import type { JournalEntry } from './connection-event.entity';

/** An entry and its place in the order of recording; its time says little, since clocks are set. */
interface Waiting {
  readonly entry: JournalEntry;
  readonly sequence: number;
}

/** Entries waiting to be written, limited per connection and in total; beyond the limits the oldest are dropped. */
export class JournalBuffer {
  private readonly byConnection = new Map<number, Waiting[]>();
  private total = 0;
  private sequence = 0;
  /** How many were dropped since this was last set to 0. */
  dropped = 0;

  constructor(private readonly limits: { readonly perConnection: number; readonly total: number }) {}

  get size(): number {
    return this.total;
  }

  add(entry: JournalEntry): void {
    const entries = this.byConnection.get(entry.connectionId) ?? [];
    entries.push({ entry, sequence: this.sequence++ });
    this.byConnection.set(entry.connectionId, entries);
    this.total++;
    if (entries.length > this.limits.perConnection) this.dropOldest(entry.connectionId);
    if (this.total > this.limits.total) this.dropOldest(this.byConnection.keys().next().value);
  }

  /** Takes everything out, in the order in which it was recorded. */
  take(): JournalEntry[] {
    const waiting = [...this.byConnection.values()].flat().sort((left, right) => left.sequence - right.sequence);
    this.byConnection.clear();
    this.total = 0;
    return waiting.map(({ entry }) => entry);
  }

  /** Puts back entries that could not be written, before those recorded since. */
  putBack(entries: readonly JournalEntry[]): void {
    const newer = this.take();
    for (const entry of [...entries, ...newer]) this.add(entry);
  }

  private dropOldest(connectionId: number | undefined): void {
    if (connectionId === undefined) return;
    const entries = this.byConnection.get(connectionId);
    if (entries?.shift() === undefined) return;
    this.total--;
    this.dropped++;
    if (entries.length === 0) this.byConnection.delete(connectionId);
  }
}
