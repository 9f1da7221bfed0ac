import { compact } from '../text/compact';
import type { Family } from '../family';
import { escapeLabelValue, labelText, parseLabelText } from '../text/label-text';
import { Page } from './page';
import type { SampleBuffer, SampleSink } from './sample-buffer';
import { HIDDEN, SourceTable } from './source-table';
import type { Splicer } from './splicer';

/** One series as people read it. */
export interface ListedSeries {
  readonly family: Family;
  /** Without `target`. */
  readonly labels: Record<string, string>;
  readonly value: number;
}

/** What a target needs of the store that it belongs to. */
export interface TargetOwner {
  readonly families: readonly Family[];
  readonly maxSeriesPerTarget: number;
  readonly buffer: SampleBuffer;
  readonly splicer: Splicer;
  /** Something that a scrape shows has changed. */
  touch(): void;
  renamed(target: TargetSeries, from: string): void;
  removed(target: TargetSeries): void;
}

/** What a scrape takes of a target: all of it by reference. */
export interface TargetView {
  /** `{target="…"`, escaped. */
  readonly head: string;
  readonly page: Page;
  /** Further labels of some families, as text, by index of the family. */
  readonly extras: ReadonlyMap<number, string>;
}

const NO_EXTRAS: ReadonlyMap<number, string> = new Map();

/** The series of one target, each written by one source: an object of the device, a poll, the session. */
export class TargetSeries {
  private currentName: string;
  private head: string;
  private page: Page;
  private readonly sources = new SourceTable();
  private extras = NO_EXTRAS;
  private dropped = 0;
  private isRemoved = false;

  /** Made by {@link SeriesStore.addTarget} only. */
  constructor(
    name: string,
    private readonly owner: TargetOwner,
  ) {
    this.currentName = name;
    this.head = headOf(name);
    this.page = Page.empty(owner.families.length);
  }

  get name(): string {
    return this.currentName;
  }

  /** Samples that were refused since the target exists, because it had as many series as it may have. */
  get droppedTotal(): number {
    return this.dropped;
  }

  /** Moves all series to another name at once. A target that has this name already is not shown while this one has it. */
  rename(name: string): void {
    if (name === this.currentName || this.isRemoved) return;
    const from = this.currentName;
    this.currentName = name;
    this.head = headOf(name);
    this.owner.renamed(this, from);
  }

  /** Removes all series permanently; what is written afterwards is ignored. */
  remove(): void {
    if (this.isRemoved) return;
    this.dropExcept(() => false);
    this.isRemoved = true;
    this.owner.removed(this);
  }

  /**
   * Replaces all series of a source by the samples that `fill` gives; when it throws, nothing changes. A series that another
   * source has is taken over: the last one that writes it wins.
   * @returns how many series the source has now
   */
  write(source: string, fill: (sink: SampleSink) => void): number {
    const samples = this.owner.buffer;
    samples.collect(fill);
    if (this.isRemoved) return 0;
    if (samples.length === 0) {
      this.drop(source);
      return 0;
    }
    const start = this.sources.match(source, samples, this.page);
    if (start < 0) return this.splice(source, samples);
    this.update(start, samples);
    return samples.length;
  }

  /** Takes the series of a source away. */
  drop(source: string): void {
    if (this.sources.has(source)) this.dropExcept((name) => name !== source);
  }

  /** Takes the series of all sources away but those to keep. */
  dropExcept(keep: (source: string) => boolean): void {
    const gone = this.sources.names().filter((source) => !keep(source));
    if (gone.length === 0) return;
    const { splicer } = this.owner;
    splicer.open(this.page);
    for (const source of gone) splicer.release(this.sources.slotsOf(source));
    const { page, moves } = splicer.build();
    const names = new Set(gone);
    this.sources.retain((source) => !names.has(source), moves);
    this.turnTo(page);
  }

  /**
   * Gives all series of a family further labels, in place of those it was given before. Names are made valid; a label that
   * the family has already is left out.
   */
  setFamilyLabels(familyName: string, labels: Readonly<Record<string, string>>): void {
    const index = this.owner.families.findIndex(({ name }) => name === familyName);
    if (index < 0) return;
    const text = extraLabels(labels, this.owner.families[index]);
    if (text === (this.extras.get(index) ?? '')) return;
    const extras = new Map(this.extras);
    if (text === '') extras.delete(index);
    else extras.set(index, text);
    this.extras = extras;
    if (this.page.offsets[index] < this.page.offsets[index + 1]) this.owner.touch();
  }

  /** How many series a source, or the whole target, has. */
  seriesCount(source?: string): number {
    if (source === undefined) return this.page.length;
    let count = 0;
    for (const slot of this.sources.slotsOf(source)) if (slot !== HIDDEN) count++;
    return count;
  }

  /**
   * The series at this instant, by family.
   * @param search part of the text of name and labels, in any case
   */
  *list(search = ''): Generator<ListedSeries> {
    const wanted = search.toLowerCase();
    const { page, extras } = this.view();
    for (const [index, family] of this.owner.families.entries()) {
      for (let slot = page.offsets[index]; slot < page.offsets[index + 1]; slot++) {
        const text = (extras.get(index) ?? '') + page.labels[slot];
        if (!`${family.name}{${text.slice(1)}}`.toLowerCase().includes(wanted)) continue;
        yield { family, labels: parseLabelText(text), value: page.values[slot] };
      }
    }
  }

  /** What this target shows now; it does not change any more. */
  view(): TargetView {
    this.page.isShared = true;
    return { head: this.head, page: this.page, extras: this.extras };
  }

  /** New values for series that stay the same: allocates nothing but the copy for an open snapshot. */
  private update(start: number, samples: SampleBuffer): void {
    let { values } = this.page;
    let hasChanged = false;
    for (let i = 0; i < samples.length; i++) {
      const slot = this.sources.slotAt(start + i);
      if (values[slot] === samples.values[i]) continue;
      if (!hasChanged && this.page.isShared) {
        this.page = this.page.copy();
        values = this.page.values;
      }
      values[slot] = samples.values[i];
      hasChanged = true;
    }
    if (hasChanged) this.owner.touch();
  }

  private splice(source: string, samples: SampleBuffer): number {
    const { splicer, maxSeriesPerTarget } = this.owner;
    splicer.open(this.page);
    splicer.release(this.sources.slotsOf(source));
    this.dropped += splicer.place(samples, maxSeriesPerTarget);
    const { page, slots, moves } = splicer.build();
    this.sources.put(source, slots, moves);
    this.turnTo(page);
    return this.seriesCount(source);
  }

  private turnTo(page: Page): void {
    if (page.equals(this.page)) return;
    this.page = page;
    this.owner.touch();
  }
}

function headOf(name: string): string {
  return compact(`{target="${escapeLabelValue(name)}"`);
}

function extraLabels(labels: Readonly<Record<string, string>>, family: Family): string {
  // `element` is a label of series that are of further elements of a device.
  const taken = new Set(['target', 'element', ...family.labels]);
  const names: string[] = [];
  const values: string[] = [];
  for (const [key, value] of Object.entries(labels)) {
    const name = key.replace(/[^a-zA-Z0-9_]/g, '_').replace(/^(?=\d|$)/, '_');
    if (taken.has(name) || value === '') continue;
    taken.add(name);
    names.push(name);
    values.push(value);
  }
  return labelText(names, values);
}
