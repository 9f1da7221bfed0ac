import type { TargetView } from './target-series';
import { lineEnd } from '../text/value-text';

/**
 * The targets of a snapshot, laid out for reading one family of all of them after the other: what is read next lies next to
 * what was read, else most of the time would go into fetching it from far memory.
 */
export class Columns {
  private readonly heads: readonly string[];
  private readonly labels: readonly (readonly string[])[];
  private readonly values: readonly Float64Array[];
  private readonly extras: readonly ReadonlyMap<number, string>[];
  /** Of every family the first slots in all targets. */
  private readonly starts: Uint32Array;

  constructor(targets: readonly TargetView[], familyCount: number) {
    this.heads = targets.map(({ head }) => head);
    this.labels = targets.map(({ page }) => page.labels);
    this.values = targets.map(({ page }) => page.values);
    this.extras = targets.map(({ extras }) => extras);
    this.starts = new Uint32Array((familyCount + 1) * targets.length);
    for (const [target, { page }] of targets.entries()) {
      for (let family = 0; family <= familyCount; family++) {
        this.starts[family * targets.length + target] = page.offsets[family];
      }
    }
  }

  /** What it takes of memory, about; the values may be shared with others. */
  get bytes(): number {
    return this.values.reduce((bytes, { byteLength }) => bytes + byteLength, this.starts.byteLength);
  }

  start(family: number, target: number): number {
    return this.starts[family * this.heads.length + target];
  }

  end(family: number, target: number): number {
    return this.start(family + 1, target);
  }

  /** How many series a family has in all targets. */
  count(family: number): number {
    let count = 0;
    for (let target = 0; target < this.heads.length; target++) {
      count += this.end(family, target) - this.start(family, target);
    }
    return count;
  }

  /**
   * The lines of a family's series from one slot to another, joined each time: their parts are shared and at hand,
   * whereas a finished text would have to be fetched, which takes as long.
   */
  lines(name: string, family: number, target: number, from: number, to: number): string {
    const labels = this.labels[target];
    const values = this.values[target];
    // Joined rather than concatenated: one flat string, whose copies are copied in one go.
    const start = [name, this.heads[target], this.extras[target].get(family)].join('');
    let lines = '';
    for (let slot = from; slot < to; slot++) lines = lines + start + labels[slot] + lineEnd(values[slot]);
    return lines;
  }
}
