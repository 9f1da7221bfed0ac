import { Page } from './page';
import type { SampleBuffer } from './sample-buffer';
import { HIDDEN } from './source-table';

/** Places of samples before they have a slot: the page has their series already, or it has not. */
const KNOWN = -2;
const NEW = -3;

/** What becomes of a slot of the old page: it belongs to another source and stays; its source gives it back; it is taken over. */
const KEPT = 0;
const RELEASED = 1;
const TAKEN = 2;

export interface Splice {
  readonly page: Page;
  /** The slot of every sample, or `HIDDEN`. */
  readonly slots: Int32Array;
  /** The new slot of every old one, or `HIDDEN`. */
  readonly moves: Int32Array;
}

/**
 * Makes a new page out of an old one when series come or go: `open` it, `release` the slots of the sources that change,
 * `place` the samples of the one that is written, `build`. One splicer serves all targets of a store, one after the other.
 *
 * A series that is there twice is there once: the last of a source's samples wins, and wins over what another source wrote
 * before.
 */
export class Splicer {
  private page: Page;
  private samples: SampleBuffer;
  /** Slots of the old page that stay; samples that become series. */
  private keptCount = 0;
  private placedCount = 0;
  /** Of every slot of the old page. */
  private fates = new Uint8Array(1024);
  private moves = new Int32Array(1024);
  /** Of every sample. `order` has them sorted by family, those of family `f` from `groups[f]` to `groups[f + 1]`. */
  private places = new Int32Array(1024);
  private order = new Int32Array(1024);
  private readonly groups: Uint32Array;

  /** @param none an empty buffer */
  constructor(
    private readonly familyCount: number,
    private readonly none: SampleBuffer,
  ) {
    this.page = Page.empty(familyCount);
    this.samples = none;
    this.groups = new Uint32Array(familyCount + 1);
  }

  open(page: Page): void {
    this.page = page;
    this.samples = this.none;
    this.groups.fill(0);
    this.keptCount = page.length;
    this.placedCount = 0;
    if (this.fates.length < page.length) {
      this.fates = new Uint8Array(page.length * 2);
      this.moves = new Int32Array(page.length * 2);
    }
    this.fates.fill(KEPT, 0, page.length);
  }

  release(slots: Int32Array): void {
    for (const slot of slots) {
      if (slot === HIDDEN) continue;
      this.fates[slot] = RELEASED;
      this.keptCount--;
    }
  }

  /**
   * @param limit how many series the page may have; those that it has already are placed first
   * @returns how many samples were refused for it
   */
  place(samples: SampleBuffer, limit: number): number {
    this.samples = samples;
    if (this.places.length < samples.length) {
      this.places = new Int32Array(samples.length * 2);
      this.order = new Int32Array(samples.length * 2);
    }
    this.sort();
    for (let family = 0; family < this.familyCount; family++) this.resolve(family);
    return this.refuse(this.keptCount + this.placedCount - limit);
  }

  /** The result; its arrays are valid until the next `open`, its page for good. */
  build(): Splice {
    const length = this.keptCount + this.placedCount;
    const offsets = new Uint32Array(this.familyCount + 1);
    const labels = new Array<string>(length);
    const values = new Float64Array(length);
    for (let family = 0; family < this.familyCount; family++) {
      offsets[family + 1] = this.fill(family, offsets[family], labels, values);
    }
    return {
      page: new Page(offsets, labels, values),
      slots: this.places.subarray(0, this.samples.length),
      moves: this.moves.subarray(0, this.page.length),
    };
  }

  /** Sorts the samples by family, those of a family in the order in which they came. */
  private sort(): void {
    const { groups, order, samples } = this;
    for (let i = 0; i < samples.length; i++) groups[samples.families[i] + 1]++;
    for (let family = 0; family < this.familyCount; family++) groups[family + 1] += groups[family];
    const next = groups.slice();
    for (let i = 0; i < samples.length; i++) order[next[samples.families[i]]++] = i;
  }

  /** Settles which samples of a family become series, and which slots they take over. */
  private resolve(family: number): void {
    const { groups, order, places, samples, page } = this;
    if (groups[family] === groups[family + 1]) return;
    const last = new Map<string, number>();
    for (let n = groups[family]; n < groups[family + 1]; n++) {
      const i = order[n];
      const earlier = last.get(samples.labels[i]);
      if (earlier !== undefined) places[earlier] = HIDDEN;
      last.set(samples.labels[i], i);
      places[i] = NEW;
    }
    this.placedCount += last.size;
    for (let slot = page.offsets[family]; slot < page.offsets[family + 1]; slot++) {
      const i = last.get(page.labels[slot]);
      if (i === undefined) continue;
      places[i] = KNOWN;
      if (this.fates[slot] === RELEASED) continue;
      this.fates[slot] = TAKEN;
      this.keptCount--;
    }
  }

  /** Hides new series until the excess is gone. */
  private refuse(excess: number): number {
    let refused = 0;
    for (let i = this.samples.length - 1; i >= 0 && refused < excess; i--) {
      if (this.places[i] !== NEW) continue;
      this.places[i] = HIDDEN;
      refused++;
    }
    this.placedCount -= refused;
    return refused;
  }

  /**
   * Fills in the series of a family from a slot on; the samples go where the first series of their source was, so that the
   * order of a family's series is steady.
   * @returns the slot after the last one
   */
  private fill(family: number, from: number, labels: string[], values: Float64Array): number {
    const { page, fates, moves } = this;
    let next = from;
    let isPlaced = false;
    for (let slot = page.offsets[family]; slot < page.offsets[family + 1]; slot++) {
      if (fates[slot] === KEPT) {
        labels[next] = page.labels[slot];
        values[next] = page.values[slot];
        moves[slot] = next++;
        continue;
      }
      moves[slot] = HIDDEN;
      if (isPlaced || fates[slot] !== RELEASED) continue;
      next = this.fillSamples(family, next, labels, values);
      isPlaced = true;
    }
    return isPlaced ? next : this.fillSamples(family, next, labels, values);
  }

  private fillSamples(family: number, from: number, labels: string[], values: Float64Array): number {
    const { groups, order, places, samples } = this;
    let next = from;
    for (let n = groups[family]; n < groups[family + 1]; n++) {
      const i = order[n];
      if (places[i] === HIDDEN) continue;
      labels[next] = samples.labels[i];
      values[next] = samples.values[i];
      places[i] = next++;
    }
    return next;
  }
}
