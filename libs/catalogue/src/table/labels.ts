import { labelText } from '@snp/exposition';

/** The value of a label: a constant, or made of what names the row (its index, its object). */
export type LabelValue = string | ((key: string) => string);

export type LabelValues = Readonly<Record<string, LabelValue>>;

/** The name of the row itself as the value of a label. */
export const KEY: LabelValue = (key) => key;

/** Past so many names or rows, label texts are no longer cached: nothing that a device sends may fill the memory. */
const MOST_REMEMBERED = 8192;

/** Longer texts are not shared: they hardly ever repeat. */
const LONGEST_SHARED = 128;

/** Small numbers for the names of objects and keyed rows, so that label texts are found by position. */
export class Names {
  private readonly ordinals = new Map<string, number>();
  private readonly names: string[] = [];

  ordinal(name: string): number {
    const known = this.ordinals.get(name);
    if (known !== undefined) return known;
    const ordinal = this.names.push(name) - 1;
    this.ordinals.set(name, ordinal);
    return ordinal;
  }

  nameOf(ordinal: number): string {
    return this.names[ordinal];
  }

  get isFull(): boolean {
    return this.names.length >= MOST_REMEMBERED;
  }

  /** Counts how often all names were forgotten: ordinals of another epoch mean nothing. */
  epoch = 0;

  clear(): void {
    this.ordinals.clear();
    this.names.length = 0;
    this.epoch++;
  }
}

/** Makes the label text of a row once and remembers it. */
export class LabelTexts {
  private readonly texts: string[] = [];

  constructor(
    private readonly names: readonly string[],
    private readonly values: readonly LabelValue[],
    private readonly keyName: (key: number) => string,
  ) {}

  of(key: number): string {
    if (key < this.texts.length) {
      const text = this.texts[key];
      if (text !== UNMADE) return text;
    }
    return this.make(key);
  }

  clear(): void {
    this.texts.length = 0;
  }

  private make(key: number): string {
    const name = this.keyName(key);
    const values = this.values.map((value) => (typeof value === 'string' ? value : value(name)));
    const text = labelText(this.names, values);
    if (key < MOST_REMEMBERED) {
      while (this.texts.length <= key) this.texts.push(UNMADE);
      this.texts[key] = text;
    }
    return text;
  }
}

/** No label text: a real one is empty or begins with a comma. */
const UNMADE = '?';

/** The label texts of a whole catalogue; rows that are labelled alike share one set. */
export class LabelCache {
  readonly names = new Names();
  private readonly textsBySignature = new Map<string, LabelTexts>();
  private readonly functions = new Map<LabelValue, number>();
  private readonly sharedTexts = new Map<string, string>();

  /**
   * @param keys what a row's key stands for: an `index` is its own name, a `name` is looked up
   */
  texts(keys: 'index' | 'name', names: readonly string[], values: readonly LabelValue[]): LabelTexts {
    const signature = JSON.stringify([keys, names, values.map((value) => this.signature(value))]);
    const known = this.textsBySignature.get(signature);
    if (known !== undefined) return known;
    const texts = new LabelTexts(names, values, (key) => this.keyName(keys, key));
    this.textsBySignature.set(signature, texts);
    return texts;
  }

  /** What a row's key stands for. */
  keyName(keys: 'index' | 'name', key: number): string {
    return keys === 'index' ? String(key) : this.names.nameOf(key);
  }

  /** The same text for all devices that say it; anything else as it is. */
  shared<T>(raw: T): T | string {
    if (typeof raw !== 'string') return raw;
    const known = this.sharedTexts.get(raw);
    if (known !== undefined) return known;
    if (this.sharedTexts.size >= MOST_REMEMBERED) this.sharedTexts.clear();
    if (raw.length <= LONGEST_SHARED) this.sharedTexts.set(raw, raw);
    return raw;
  }

  /** Forgets all names when there have been too many. Not between reading a row's key and using it. */
  prune(): void {
    if (!this.names.isFull) return;
    this.names.clear();
    for (const texts of this.textsBySignature.values()) texts.clear();
  }

  private signature(value: LabelValue): string | number {
    if (typeof value === 'string') return value;
    const known = this.functions.get(value) ?? this.functions.size;
    this.functions.set(value, known);
    return known;
  }
}
