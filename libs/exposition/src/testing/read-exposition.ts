/** One series as it was read back. */
export interface ReadSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** One family as it was read back, in the order of the text. */
export interface ReadFamily {
  readonly name: string;
  help?: string;
  type?: string;
  unit?: string;
  readonly series: ReadSeries[];
}

/** Endings that the samples of a type may add to the name of their family, in OpenMetrics. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total', '_created'],
  info: ['_info'],
};

/**
 * Reads both text formats by the letter of their specifications, character by character, sharing nothing with the code that
 * writes them. Throws at the first thing that a strict reader would refuse: a family in two places, a series twice, metadata
 * after its series, a missing `# EOF`.
 */
export function readExposition(text: string, format: 'text' | 'openmetrics'): ReadFamily[] {
  return new ExpositionReader(text, format).read();
}

class ExpositionReader {
  private at = 0;
  private readonly families = new Map<string, ReadFamily>();
  private readonly seen = new Set<string>();
  private current: ReadFamily | undefined;

  constructor(
    private readonly text: string,
    private readonly format: 'text' | 'openmetrics',
  ) {}

  read(): ReadFamily[] {
    while (this.at < this.text.length) {
      if (this.isNext('# EOF\n')) {
        this.expect('# EOF\n');
        if (this.at !== this.text.length) this.fail('text after # EOF');
        return this.finish(true);
      }
      if (this.isNext('# ')) this.readMetadata();
      else this.readSample();
    }
    return this.finish(false);
  }

  private finish(hasEnd: boolean): ReadFamily[] {
    if (hasEnd !== (this.format === 'openmetrics')) this.fail('the wrong end');
    return [...this.families.values()];
  }

  private readMetadata(): void {
    this.expect('# ');
    const kind = this.readUntil(' ');
    this.expect(' ');
    const name = this.readName();
    this.expect(' ');
    const family = this.familyNamed(name);
    if (family.series.length > 0) this.fail(`metadata of ${name} after its series`);
    if (kind === 'HELP' && family.help === undefined) family.help = this.readHelp();
    else if (kind === 'TYPE' && family.type === undefined) family.type = this.readUntil('\n');
    else if (kind === 'UNIT' && family.unit === undefined) family.unit = this.readUntil('\n');
    else this.fail(`unexpected ${kind}`);
    this.expect('\n');
  }

  private familyNamed(name: string): ReadFamily {
    if (this.current?.name === name) return this.current;
    if (this.families.has(name)) this.fail(`${name} in two places`);
    this.current = { name, series: [] };
    this.families.set(name, this.current);
    return this.current;
  }

  private readSample(): void {
    const name = this.readName();
    const labels = this.isNext('{') ? this.readLabels() : {};
    this.expect(' ');
    const value = this.readValue();
    this.expect('\n');
    const key = JSON.stringify([name, Object.entries(labels).sort()]);
    if (this.seen.has(key)) this.fail(`a series twice: ${key}`);
    this.seen.add(key);
    this.familyOf(name).series.push({ name, labels, value });
  }

  private familyOf(sample: string): ReadFamily {
    const { current, format } = this;
    if (current === undefined) return this.fail(`${sample} without metadata`);
    const endings = format === 'openmetrics' ? (ENDINGS[current.type ?? ''] ?? ['']) : [''];
    if (!endings.some((ending) => current.name + ending === sample)) this.fail(`${sample} below ${current.name}`);
    return current;
  }

  private readLabels(): Record<string, string> {
    const labels: [string, string][] = [];
    this.expect('{');
    while (!this.isNext('}')) {
      if (labels.length > 0) this.expect(',');
      const name = this.readName();
      this.expect('="');
      labels.push([name, this.readEscaped('"', { '\\': '\\', n: '\n', '"': '"' })]);
      this.expect('"');
    }
    this.expect('}');
    if (new Set(labels.map(([name]) => name)).size !== labels.length) this.fail('a label twice');
    return Object.fromEntries(labels);
  }

  private readHelp(): string {
    const escapes: Record<string, string> = { '\\': '\\', n: '\n' };
    if (this.format === 'openmetrics') escapes['"'] = '"';
    return this.readEscaped('\n', escapes);
  }

  private readEscaped(end: string, escapes: Readonly<Record<string, string>>): string {
    let read = '';
    while (!this.isNext(end)) {
      let character = this.next();
      if (character === '\n' || character === '\0') this.fail('a raw control character');
      if (character === '\\') character = escapes[this.next()] ?? this.fail('an unknown escape');
      else if (character === '"' && '"' in escapes) this.fail('a raw quote');
      read += character;
    }
    if (/\p{Surrogate}/u.test(read)) this.fail('half a character');
    return read;
  }

  private readName(): string {
    const name = /^[a-zA-Z_:][a-zA-Z0-9_:]*/.exec(this.text.slice(this.at, this.at + 200))?.[0];
    if (name === undefined) return this.fail('no name');
    this.at += name.length;
    return name;
  }

  private readValue(): number {
    const word = this.readUntil('\n');
    if (!/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/.test(word)) this.fail(`no number: ${word}`);
    return Number(word);
  }

  private readUntil(end: string): string {
    const to = this.text.indexOf(end, this.at);
    if (to < 0) this.fail(`no ${JSON.stringify(end)}`);
    const read = this.text.slice(this.at, to);
    this.at = to;
    return read;
  }

  private next(): string {
    if (this.at >= this.text.length) this.fail('the end');
    return this.text[this.at++];
  }

  private isNext(wanted: string): boolean {
    return this.text.startsWith(wanted, this.at);
  }

  private expect(wanted: string): void {
    if (!this.isNext(wanted)) this.fail(`no ${JSON.stringify(wanted)}`);
    this.at += wanted.length;
  }

  private fail(what: string): never {
    throw new Error(`${what} at ${this.at}: ${JSON.stringify(this.text.slice(this.at, this.at + 60))}`);
  }
}
