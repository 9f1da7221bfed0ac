import { eventFrame } from '@snp/http';
import { randomBytes } from 'node:crypto';

/** An event that was sent, as text for the wire. */
interface SentEvent {
  readonly sequence: number;
  readonly frame: string;
}

/**
 * Numbers events and keeps the newest, so that a client that reconnects gets what it missed. An id also names the run
 * of the program, since a restart begins a new numbering.
 */
export class EventRing {
  private readonly run = randomBytes(6).toString('hex');
  private readonly events: SentEvent[] = [];
  private sequence = 0;

  constructor(private readonly capacity: number) {}

  /** Id of the newest event. */
  get lastId(): string {
    return this.idOf(this.sequence);
  }

  /** Takes an event in. @returns it as text for the wire */
  add(name: string, data: unknown): string {
    const frame = eventFrame(name, JSON.stringify(data), this.idOf(++this.sequence));
    this.events.push({ sequence: this.sequence, frame });
    // With room for half as many again, so that the array is not moved for every event.
    if (this.events.length > 1.5 * this.capacity) this.events.splice(0, this.events.length - this.capacity);
    return frame;
  }

  /** The events after the one with this id; undefined if some of them are no longer kept. */
  since(id: string): string | undefined {
    const [run, digits] = id.split('-');
    const after = /^\d{1,15}$/.test(digits ?? '') ? Number(digits) : NaN;
    if (run !== this.run || !(after <= this.sequence)) return undefined;
    const missed = this.events.filter(({ sequence }) => sequence > after);
    return missed.length === this.sequence - after ? missed.map(({ frame }) => frame).join('') : undefined;
  }

  private idOf(sequence: number): string {
    return `${this.run}-${sequence}`;
  }
}
