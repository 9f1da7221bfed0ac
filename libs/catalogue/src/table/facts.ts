import { labelText } from '@snp/exposition';
import { isObject, rawText, text, type ChannelNames, type JsonObject } from '@snp/protocol';
import type { LabelValues } from './labels';
import type { FactMemory, ObjectMemory } from './memory';
import type { Place } from './place';
import { getter, valueOf, type Compilation, type SampleReader, type SampleWriter, type ValueReader } from './readers';

/** What one label says: the text of a field, or what is made of several fields; undefined where that is unreadable. */
export type Fact =
  string | { readonly fields: readonly string[]; readonly text: (...raws: readonly unknown[]) => string | undefined };

/** A label about the name of a row, by its index; no field of the row has it. */
export type RowFact = (names: ChannelNames, index: number) => string | undefined;

interface FactOptions {
  /** Facts of what the rows are called; they alone make no series. */
  readonly rowFacts?: Readonly<Record<string, RowFact>>;
  /** Labels that are no facts, beside those of the place. */
  readonly labels?: LabelValues;
  /** Facts that come on top when times are wanted as labels. */
  readonly timeFacts?: Readonly<Record<string, Fact>>;
  /** Letter for letter as the device writes them, placeholders included. */
  readonly asWritten?: true;
  /** The value of the series, by default 1. */
  readonly value?: { readonly field: string; readonly read: ValueReader };
}

interface CompiledFact {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly text: (...raws: readonly unknown[]) => string | undefined;
}

/**
 * One series for each row, with what the row says as labels. A row that says nothing has none. The label text is made
 * again only when a field has changed.
 */
export function facts(place: Place, known: Readonly<Record<string, Fact>>, options: FactOptions = {}): SampleReader {
  return {
    place,
    usesNames: options.rowFacts !== undefined,
    compile: (compilation) => new FactsReader(place, known, options, compilation).write,
  };
}

/** Where a row of {@link FactMemory} holds what. */
const KEY_AT = 0;
const LABELS_AT = 1;
const RAWS_AT = 2;

class FactsReader {
  readonly write: SampleWriter = (sink, memory) => {
    const { position, view } = this.compilation;
    const stride = RAWS_AT + this.firsts.length;
    const remembered = this.remembered(memory, view.count * stride);
    for (let at = 0; at < view.count; at++) {
      const row = view.rows[at];
      const labels = this.labelsOf(row, view.keys[at], remembered, at * stride, memory);
      const value = labels === undefined ? undefined : this.read(row);
      if (labels !== undefined && value !== undefined) sink.sample(position, labels, value);
    }
  };

  private readonly number: number;
  private readonly read: (row: unknown) => number | undefined;
  /** The paths of all raw fields, `a` or `a.b`, in two writers. */
  private readonly firsts: string[] = [];
  private readonly seconds: (string | undefined)[] = [];
  private readonly facts: CompiledFact[] = [];

  constructor(
    private readonly place: Place,
    known: Readonly<Record<string, Fact>>,
    private readonly options: FactOptions,
    private readonly compilation: Compilation,
  ) {
    this.number = compilation.nextFacts();
    const { value } = options;
    const get = value === undefined ? undefined : getter(value.field);
    this.read = value === undefined || get === undefined ? () => 1 : (row) => value.read(get(row));
    for (const [name, fact] of Object.entries({ ...known, ...options.timeFacts })) this.add(name, fact);
  }

  private add(name: string, fact: Fact): void {
    if (!this.compilation.family.labels.includes(name)) return;
    const plain = this.options.asWritten ? rawText : text;
    const { fields, text: textOf } = typeof fact === 'string' ? { fields: [fact], text: plain } : fact;
    const from = this.firsts.length;
    for (const field of fields) {
      const [first, second] = field.split('.');
      this.firsts.push(first);
      this.seconds.push(second);
    }
    this.facts.push({ name, from, to: this.firsts.length, text: textOf });
  }

  /** The memory of the rows, as long as they need; arrays that grow by themselves take several times the space. */
  private remembered(memory: ObjectMemory, length: number): FactMemory {
    const known = memory.facts[this.number];
    if (known?.length === length) return known;
    const remembered = new Array<unknown>(length);
    for (let at = 0; at < length; at++) remembered[at] = known?.[at];
    return (memory.facts[this.number] = remembered);
  }

  private labelsOf(
    row: unknown,
    key: number,
    remembered: FactMemory,
    from: number,
    { names }: ObjectMemory,
  ): string | undefined {
    const { firsts, seconds } = this;
    const raws = from + RAWS_AT;
    let isSame = remembered[from + KEY_AT] === key;
    for (let each = 0; each < firsts.length; each++) {
      const first = firsts[each];
      let raw = first === '' ? row : (row as JsonObject)[first];
      const second = seconds[each];
      if (second !== undefined) raw = isObject(raw) ? raw[second] : undefined;
      if (remembered[raws + each] !== raw) {
        remembered[raws + each] = this.compilation.labels.shared(raw);
        isSame = false;
      }
    }
    if (!isSame) {
      remembered[from + KEY_AT] = key;
      remembered[from + LABELS_AT] = this.compose(remembered.slice(raws, raws + firsts.length), key, names);
    }
    return remembered[from + LABELS_AT] as string | undefined;
  }

  private compose(raws: readonly unknown[], key: number, names: ChannelNames | undefined): string | undefined {
    const { family, labels } = this.compilation;
    const said = new Map(this.facts.map(({ name, from, to, text }) => [name, text(...raws.slice(from, to))]));
    const texts = [...said.values()];
    const says = this.options.asWritten ? texts.some((text) => text !== undefined) : texts.some(Boolean);
    if (!says) return undefined;
    for (const [name, textOf] of Object.entries(this.options.rowFacts ?? {}))
      said.set(name, names === undefined ? '' : textOf(names, key));
    const name = labels.keyName(this.place.keys, key);
    const values = family.labels.map((label) =>
      said.has(label) ? (said.get(label) ?? '') : valueOf(family, label, this.place, this.options.labels, name),
    );
    return labelText(family.labels, values);
  }
}
