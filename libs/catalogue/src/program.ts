import type { Family, SampleSink } from '@snp/exposition';
import type { FamilyRow } from './table/family';
import type { LabelCache } from './table/labels';
import type { CatalogueOptions } from './table/options';
import { View, type CurrentObject, type Place } from './table/place';
import type { SampleWriter } from './table/readers';

/** Everything that the catalogue reads of one object type, place by place: first select its rows, then write their samples. */
export class Program {
  private readonly places: PlaceProgram[] = [];
  private facts = 0;
  private readsNames = false;

  constructor(private readonly labels: LabelCache) {}

  add(row: FamilyRow, family: Family, position: number, object: string): void {
    for (const { place, compile, usesNames } of row.read) {
      if (!place.objects.includes(object)) continue;
      const { view, writers } = this.programOf(place);
      writers.push(compile({ family, position, view, labels: this.labels, nextFacts: () => this.facts++ }));
      if (usesNames) this.readsNames = true;
    }
  }

  /** How many readers remember facts of an object. */
  get factReaders(): number {
    return this.facts;
  }

  /** Whether a reader tells what rows are called. */
  get usesNames(): boolean {
    return this.readsNames;
  }

  run(object: CurrentObject, sink: SampleSink): void {
    const places = this.places;
    for (let at = 0; at < places.length; at++) places[at].run(object, sink);
  }

  private programOf(place: Place): PlaceProgram {
    const known = this.places.find((each) => each.place === place);
    if (known !== undefined) return known;
    const program = new PlaceProgram(place);
    this.places.push(program);
    return program;
  }
}

/** The rows of one place, and all that is read from them. */
class PlaceProgram {
  readonly view = new View();
  readonly writers: SampleWriter[] = [];

  constructor(readonly place: Place) {}

  run(object: CurrentObject, sink: SampleSink): void {
    const { view, writers } = this;
    // Only when reading was broken off; nothing of one device may show up with another.
    if (view.count > 0) view.clear();
    this.place.select(view, object);
    if (view.count === 0) return;
    for (let at = 0; at < writers.length; at++) writers[at](sink, object.memory);
    view.clear();
  }
}

/** The families that are switched on, and the programs that write them, by object type. */
export interface Compiled {
  readonly families: readonly Family[];
  readonly programs: ReadonlyMap<string, Program>;
}

export function compile(rows: readonly FamilyRow[], options: CatalogueOptions, labels: LabelCache): Compiled {
  const chosen = rows.filter(({ group }) => options.groups === 'all' || options.groups.has(group));
  const families = chosen.map((row) => exposedFamily(row, options));
  const programs = new Map<string, Program>();
  for (const [position, row] of chosen.entries()) {
    for (const object of new Set(row.read.flatMap(({ place }) => place.objects))) {
      const program = programs.get(object) ?? new Program(labels);
      programs.set(object, program);
      program.add(row, families[position], position, object);
    }
  }
  return { families, programs };
}

function exposedFamily(
  { name, type, unit, group, labels, help, timeLabels }: FamilyRow,
  options: CatalogueOptions,
): Family {
  const all = options.legacyTimeLabels && timeLabels !== undefined ? [...labels, ...timeLabels] : labels;
  return { name, type, help, labels: all, group, ...(unit === undefined ? {} : { unit }) };
}
