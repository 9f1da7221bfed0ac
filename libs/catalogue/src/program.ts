import type { Family, SampleSink } from '@snp/exposition';
import type { CatalogueOptions } from './options';
import type { FamilyRow } from './table/family';
import type { LabelBook } from './table/labels';
import { View, type ObjectInHand, type Place } from './table/place';
import type { Step } from './table/reading';

/** Everything that the catalogue reads of one object type, flat: first select the rows, then write the samples. */
export class Program {
  readonly #selections: Selection[] = [];
  readonly #steps: Step[] = [];
  #facts = 0;

  constructor(private readonly book: LabelBook) {}

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  add(row: FamilyRow, family: Family, position: number, object: string): void {
    for (const { place, compile } of row.read) {
      if (!place.objects.includes(object)) continue;
      const view = this.#view(place);
      this.#steps.push(compile({ family, position, view, book: this.book, nextFacts: () => this.#facts++ }));
    }
  }

  run(object: ObjectInHand, sink: SampleSink): void {
    const selections = this.#selections;
    const steps = this.#steps;
    for (let at = 0; at < selections.length; at++) selections[at].open(object);
    for (let at = 0; at < steps.length; at++) steps[at](sink, object.memory);
    for (let at = 0; at < selections.length; at++) selections[at].view.clear();
  }

  #view(place: Place): View {
    const known = this.#selections.find((selection) => selection.place === place);
    if (known !== undefined) return known.view;
    const selection = new Selection(place);
    this.#selections.push(selection);
    return selection.view;
  }
}

/** The rows of one place, for all families that are read from it. */
class Selection {
  readonly view = new View();

  constructor(readonly place: Place) {}

  open(object: ObjectInHand): void {
    this.place.select(this.view, object);
  }
}

/** The families that are switched on, and the programs that write them, by object type. */
export interface Compiled {
  readonly families: readonly Family[];
  readonly programs: ReadonlyMap<string, Program>;
}

export function compile(rows: readonly FamilyRow[], options: CatalogueOptions, book: LabelBook): Compiled {
  const chosen = rows.filter(({ group }) => options.groups === 'all' || options.groups.has(group));
  const families = chosen.map((row) => exposedFamily(row, options));
  const programs = new Map<string, Program>();
  for (const [position, row] of chosen.entries()) {
    for (const object of new Set(row.read.flatMap(({ place }) => place.objects))) {
      const program = programs.get(object) ?? new Program(book);
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
