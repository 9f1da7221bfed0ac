import type { Page } from './page';
import type { SampleBuffer } from './sample-buffer';

/** The slot of a sample that gives no series of its own: a duplicate, or refused. */
export const HIDDEN = -1;

/**
 * Which slots of a target's page hold the samples of which source, in the order in which the source gave them.
 *
 * One array for all sources: a device has a hundred of them, most with a handful of samples, and an array for each would
 * take more memory than the values.
 */
export class SourceTable {
  private ordinals = new Map<string, number>();
  /** Source number `n` has the entries of `slots` from `starts[n]` to `starts[n + 1]`. */
  private starts: number[] = [0];
  private slots = new Int32Array(0);

  names(): string[] {
    return [...this.ordinals.keys()];
  }

  has(source: string): boolean {
    return this.ordinals.has(source);
  }

  /** The slots of a source; none when it is unknown. */
  slotsOf(source: string): Int32Array {
    const ordinal = this.ordinals.get(source);
    return ordinal === undefined
      ? this.slots.subarray(0, 0)
      : this.slots.subarray(this.starts[ordinal], this.starts[ordinal + 1]);
  }

  /**
   * Compares samples with the series that their source has, but for the values.
   * @returns where in the table the slots of the samples begin; -1 when they differ
   */
  match(source: string, samples: SampleBuffer, page: Page): number {
    const ordinal = this.ordinals.get(source);
    if (ordinal === undefined) return -1;
    const start = this.starts[ordinal];
    if (this.starts[ordinal + 1] - start !== samples.length) return -1;
    const { offsets, labels } = page;
    for (let i = 0; i < samples.length; i++) {
      const slot = this.slots[start + i];
      const family = samples.families[i];
      if (slot < offsets[family] || slot >= offsets[family + 1] || labels[slot] !== samples.labels[i]) return -1;
    }
    return start;
  }

  slotAt(index: number): number {
    return this.slots[index];
  }

  /**
   * Gives a source new slots.
   * @param moves the new slot of every old one
   */
  put(source: string, own: Int32Array, moves: Int32Array): void {
    const ordinal = this.ordinals.get(source) ?? this.append(source);
    const { slots: old, starts } = this;
    const start = starts[ordinal];
    const end = starts[ordinal + 1];
    const growth = own.length - (end - start);
    const slots = new Int32Array(old.length + growth);
    for (let i = 0; i < start; i++) slots[i] = follow(moves, old[i]);
    slots.set(own, start);
    for (let i = end; i < old.length; i++) slots[i + growth] = follow(moves, old[i]);
    for (let n = ordinal + 1; n < starts.length; n++) starts[n] += growth;
    this.slots = slots;
  }

  /** Forgets the sources that are not to be kept. */
  retain(keep: (source: string) => boolean, moves: Int32Array): void {
    const names = this.names().filter(keep);
    const slots: number[] = [];
    const starts = [0];
    for (const name of names) {
      for (const slot of this.slotsOf(name)) slots.push(follow(moves, slot));
      starts.push(slots.length);
    }
    this.ordinals = new Map(names.map((name, ordinal) => [name, ordinal]));
    this.starts = starts;
    this.slots = Int32Array.from(slots);
  }

  private append(source: string): number {
    const ordinal = this.ordinals.size;
    this.ordinals.set(source, ordinal);
    this.starts.push(this.slots.length);
    return ordinal;
  }
}

function follow(moves: Int32Array, slot: number): number {
  return slot === HIDDEN ? HIDDEN : moves[slot];
}
