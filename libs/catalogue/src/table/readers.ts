import type { Family, SampleSink } from '@snp/exposition';
import type { JsonObject } from '@snp/protocol';
import type { LabelCache, LabelTexts, LabelValue, LabelValues } from './labels';
import type { ObjectMemory } from './memory';
import type { Place, View } from './place';

/** Reads one raw field; undefined is no series. */
export type ValueReader = (raw: unknown) => number | undefined;

/** Writes the samples of one family from the rows that a view holds now. */
export type SampleWriter = (sink: SampleSink, memory: ObjectMemory) => void;

/** What a reader needs to become a writer of one family. */
export interface Compilation {
  readonly family: Family;
  /** The number of the family in the store. */
  readonly position: number;
  readonly view: View;
  readonly labels: LabelCache;
  /** A number of its own for a reader that remembers facts. */
  readonly nextFacts: () => number;
}

/** How a family is read from one place. */
export interface SampleReader {
  readonly place: Place;
  /** Whether it tells what rows are called. */
  readonly usesNames?: boolean;
  readonly compile: (compilation: Compilation) => SampleWriter;
}

type Get = (row: unknown) => unknown;

/** Gets `a` or `a.b` of a row; an empty path is the row itself. */
export function getter(path: string): Get {
  if (path === '') return (row) => row;
  const [first, second] = path.split('.');
  if (second === undefined) return (row) => (row as JsonObject)[first];
  return (row) => {
    const section = (row as JsonObject)[first];
    return typeof section === 'object' && section !== null ? (section as JsonObject)[second] : undefined;
  };
}

/** Where the value of a label comes from: the reader, or else its place. */
function source(family: Family, label: string, place: Place, own: LabelValues = {}): LabelValue {
  const value = own[label] ?? place.labels[label];
  if (value === undefined) throw new Error(`${family.name} has no value for its label ${label}`);
  return value;
}

/** The value of a label for the row named `key`. */
export function valueOf(
  family: Family,
  label: string,
  place: Place,
  own: LabelValues | undefined,
  key: string,
): string {
  const value = source(family, label, place, own);
  return typeof value === 'string' ? value : value(key);
}

/** The label texts of a family's rows at a place; every label of the family has its value there or in `own`. */
function labelTexts({ family, labels }: Compilation, place: Place, own: LabelValues): LabelTexts {
  for (const name of Object.keys(own)) {
    if (!family.labels.includes(name)) throw new Error(`${family.name} has no label ${name}`);
  }
  const values = family.labels.map((name) => source(family, name, place, own));
  return labels.texts(place.keys, family.labels, values);
}

/** One sample for each row of a place that has a readable `field`; an empty `field` is the row itself. */
export function value(place: Place, field: string, read: ValueReader, labels: LabelValues = {}): SampleReader {
  if (field === '' || field.includes('.')) {
    const get = getter(field);
    return derived(place, (row) => read(get(row)), labels);
  }
  return {
    place,
    compile: (compilation) => {
      const { position, view } = compilation;
      const { rows, keys } = view;
      const texts = labelTexts(compilation, place, labels);
      return (sink) => {
        for (let at = 0; at < view.count; at++) {
          const number = read((rows[at] as JsonObject)[field]);
          if (number !== undefined) sink.sample(position, texts.of(keys[at]), number);
        }
      };
    },
  };
}

/** One sample for each row of a place whose flag `field` is 1, or was before in this session and is 0 now. */
export function onceTrue(place: Place, field: string, read: ValueReader, labels: LabelValues = {}): SampleReader {
  return {
    place,
    compile: (compilation) => {
      const { position, view, labels: cache } = compilation;
      const { rows, keys } = view;
      const texts = labelTexts(compilation, place, labels);
      return (sink, memory) => {
        for (let at = 0; at < view.count; at++) {
          const number = read((rows[at] as JsonObject)[field]);
          if (number === undefined) continue;
          const name = place.keys === 'index' ? keys[at] : cache.keyName('name', keys[at]);
          if (memory.once(texts, name, number === 1)) sink.sample(position, texts.of(keys[at]), number);
        }
      };
    },
  };
}

/** One sample for each row, of what `read` makes of the whole row. */
export function derived(
  place: Place,
  read: (row: JsonObject) => number | undefined,
  labels: LabelValues = {},
): SampleReader {
  return {
    place,
    compile: (compilation) => {
      const { position, view } = compilation;
      const texts = labelTexts(compilation, place, labels);
      return (sink) => {
        for (let at = 0; at < view.count; at++) {
          const number = read(view.rows[at] as JsonObject);
          if (number !== undefined) sink.sample(position, texts.of(view.keys[at]), number);
        }
      };
    },
  };
}

/** Fields of the lanes of a module, from lane 1 on, as samples with a label `lane`. */
export function lanes(place: Place, fields: readonly string[], read: ValueReader): SampleReader[] {
  return fields.map((field, at) => value(place, field, read, { lane: String(at + 1) }));
}

/**
 * A state set: one sample per state, of which one is 1.
 *
 * @param names the states and `other`
 * @param stateOf the state that a raw field names, `other` included; undefined is no series
 */
export function states(
  place: Place,
  field: string,
  names: readonly string[],
  stateOf: (raw: unknown) => string | undefined,
): SampleReader {
  const get = getter(field);
  return {
    place,
    compile: (compilation) => {
      const { position, view } = compilation;
      const texts = names.map((state) => labelTexts(compilation, place, { state }));
      return (sink) => {
        for (let at = 0; at < view.count; at++) {
          const state = stateOf(get(view.rows[at]));
          if (state === undefined) continue;
          for (let each = 0; each < names.length; each++) {
            sink.sample(position, texts[each].of(view.keys[at]), names[each] === state ? 1 : 0);
          }
        }
      };
    },
  };
}
