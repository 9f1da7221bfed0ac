import type { Family } from '../family';
import { FamilyTexts } from '../text/family-texts';
import { SampleBuffer } from './sample-buffer';
import { Snapshot } from './snapshot';
import { Splicer } from './splicer';
import { TargetSeries, type TargetOwner } from './target-series';

/** What of the store a scrape shows; without a field, all of it. */
export interface Selection {
  readonly target?: string;
  readonly includes?: (family: Family) => boolean;
}

/** Every series that is known now. */
export class SeriesStore {
  private readonly targets = new Set<TargetSeries>();
  /** The targets that are shown: of several with one name the one that took it last. */
  private readonly shown = new Map<string, TargetSeries>();
  private readonly owner: TargetOwner;
  private readonly texts: FamilyTexts;
  private currentVersion = 0;

  /** @throws RangeError when two families have one name */
  constructor(
    readonly families: readonly Family[],
    options: { readonly maxSeriesPerTarget: number },
  ) {
    const names = new Set<string>();
    for (const { name } of families) {
      if (names.has(name)) throw new RangeError(`There are two families ${name}`);
      names.add(name);
    }
    this.texts = new FamilyTexts(families);
    this.owner = {
      families,
      maxSeriesPerTarget: options.maxSeriesPerTarget,
      buffer: new SampleBuffer(families.length),
      splicer: new Splicer(families.length, new SampleBuffer(families.length)),
      touch: () => void this.currentVersion++,
      renamed: (target, from) => this.show(target, from),
      removed: (target) => this.forget(target),
    };
  }

  /** Differs from what it was whenever a scrape would. */
  get version(): number {
    return this.currentVersion;
  }

  /** A new target; one that has this name already is not shown while the new one has it. */
  addTarget(name: string): TargetSeries {
    const target = new TargetSeries(name, this.owner);
    this.show(target);
    return target;
  }

  target(name: string): TargetSeries | undefined {
    return this.shown.get(name);
  }

  targetNames(): string[] {
    return [...this.shown.keys()];
  }

  seriesCount(): number {
    let count = 0;
    for (const target of this.shown.values()) count += target.seriesCount();
    return count;
  }

  /** This instant, to be read at leisure. */
  snapshot(selection: Selection = {}): Snapshot {
    const { target, includes = () => true } = selection;
    const targets = target === undefined ? [...this.shown.values()] : [this.shown.get(target)];
    const views = targets.filter((each) => each !== undefined).map((each) => each.view());
    return new Snapshot(this.families, this.texts, views, includes, this.currentVersion);
  }

  private show(target: TargetSeries, from?: string): void {
    if (from !== undefined) this.release(target, from);
    // The set is in the order in which the targets took their names.
    this.targets.delete(target);
    this.targets.add(target);
    this.turnTo(target);
  }

  private forget(target: TargetSeries): void {
    this.targets.delete(target);
    this.release(target, target.name);
  }

  /** Gives a name free, for the target that had it last. */
  private release(target: TargetSeries, name: string): void {
    if (this.shown.get(name) !== target) return;
    this.shown.delete(name);
    if (this.shown.size === this.targets.size) return;
    const others = [...this.targets].filter((other) => other !== target && other.name === name);
    const last = others.at(-1);
    if (last !== undefined) this.turnTo(last);
  }

  private turnTo(target: TargetSeries): void {
    const hidden = this.shown.get(target.name);
    this.shown.set(target.name, target);
    if (target.seriesCount() > 0 || (hidden?.seriesCount() ?? 0) > 0) this.currentVersion++;
  }
}
