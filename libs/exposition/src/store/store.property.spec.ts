import fc from 'fast-check';
import { labelText, Renderer, SeriesStore, type Family, type Snapshot, type TargetSeries } from '..';
import { ModelTarget, type ModelSample } from '../testing/model-store';
import { readExposition } from '../testing/read-exposition';

const FAMILIES: readonly Family[] = [
  { name: 'fan_ok', type: 'gauge', help: 'A "fan" \\ turns.\nOr not.', labels: ['index'], group: 'a' },
  { name: 'packets_total', type: 'counter', help: 'Packets.', labels: ['index'], group: 'a' },
  { name: 'board_info', type: 'info', help: 'Board.', labels: ['index'], group: 'b' },
  { name: 'ptp_state', type: 'stateset', help: 'State.', labels: ['index'], group: 'b' },
];
const LIMIT = 12;

const sample = fc.record({
  family: fc.nat({ max: FAMILIES.length - 1 }),
  labels: fc.constantFrom('', '1', '2', '3', 'ü', '"\\\n').map((value) => labelText(['index'], [value])),
  value: fc.oneof(fc.constantFrom(0, 1, -0, 0.1, NaN, Infinity), fc.double()),
});
const samples = fc.array(sample, { maxLength: 9 });
const source = fc.constantFrom('ptp', 'system', 'session', 'alarms');
const name = fc.constantFrom('MCR 1', 'MCR "2"', 'Röntgen\\n', '🎥');
const nth = fc.nat({ max: 3 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), nth, source, samples }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('change values' as const), nth, source, by: fc.nat({ max: 2 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('drop' as const, 'drop others' as const), nth, source }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), nth, name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), name }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take a snapshot' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Pair {
  readonly real: TargetSeries;
  readonly model: ModelTarget;
  /** What each source wrote last. */
  readonly written: Map<string, readonly ModelSample[]>;
}

/** The real store and the model, taken through the same steps. */
class Both {
  readonly store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: LIMIT });
  /** Small blocks, so that of a small store too some are taken over and others are not. */
  private readonly renderer = new Renderer(this.store, { keepBytes: 1e6, blockSeries: 2 });
  /** In the order in which they took their names: of several with one name, the last one is shown. */
  private pairs: Pair[] = [];
  private readonly instants: { snapshot: Snapshot; expected: unknown }[] = [];

  take(step: Step): void {
    const pair = 'nth' in step ? this.pairs[step.nth % Math.max(1, this.pairs.length)] : undefined;
    const before = { version: this.store.version, shown: JSON.stringify(this.expected()) };
    if (step.do === 'add') this.add(step.name);
    else if (step.do === 'take a snapshot') this.takeSnapshot();
    else if (pair !== undefined) this.change(pair, step);
    if (JSON.stringify(this.expected()) !== before.shown) expect(this.store.version).not.toBe(before.version);
  }

  /** Reads every snapshot that was taken on the way, now that all has changed. */
  check(): void {
    this.takeSnapshot();
    for (const { snapshot, expected } of this.instants) {
      expect(actual([...snapshot.chunks('text')].join(''), 'text')).toEqual(expected);
      expect(actual([...snapshot.chunks('openmetrics')].join(''), 'openmetrics')).toEqual(expected);
    }
    expect(this.store.seriesCount()).toBe((this.expected() as unknown[]).length);
  }

  private takeSnapshot(): void {
    this.instants.push({ snapshot: this.store.snapshot(), expected: this.expected() });
    const rendering = this.renderer.begin({ name: 'all' }, 'text');
    rendering.advance(Infinity);
    expect(actual(Buffer.concat([...rendering.pieces]).toString(), 'text')).toEqual(this.expected());
  }

  private add(name: string): void {
    this.pairs.push({ real: this.store.addTarget(name), model: new ModelTarget(name, LIMIT), written: new Map() });
  }

  private change(pair: Pair, step: Exclude<Step, { do: 'add' | 'take a snapshot' }>): void {
    const { real, model } = pair;
    switch (step.do) {
      case 'write':
        this.write(pair, step.source, step.samples);
        break;
      case 'change values': {
        const samples = pair.written.get(step.source) ?? [];
        this.write(
          pair,
          step.source,
          samples.map((each, i) => ({ ...each, value: i % 2 === 0 ? step.by : each.value })),
        );
        break;
      }
      case 'drop':
        real.drop(step.source);
        model.dropExcept((source) => source !== step.source);
        break;
      case 'drop others':
        real.dropExcept((source) => source === step.source);
        model.dropExcept((source) => source === step.source);
        break;
      case 'rename':
        if (model.name !== step.name) this.pairs = [...this.pairs.filter((each) => each !== pair), pair];
        real.rename(step.name);
        model.name = step.name;
        break;
      case 'remove':
        real.remove();
        this.pairs = this.pairs.filter((each) => each !== pair);
        break;
    }
  }

  private write({ real, model, written }: Pair, source: string, samples: readonly ModelSample[]): void {
    const count = real.write(source, (sink) => {
      for (const { family, labels, value } of samples) sink.sample(family, labels, value);
    });
    written.set(source, samples);
    expect(count).toBe(model.write(source, samples));
    expect(real.seriesCount(source)).toBe(model.seriesCount(source));
    expect(real.droppedTotal).toBe(model.droppedTotal);
  }

  private expected(): unknown[] {
    const shown = new Map(this.pairs.map(({ model }) => [model.name, model]));
    return [...shown.values()]
      .flatMap((model) => model.series().map((each) => describeSeries(model.name, each)))
      .sort();
  }
}

/** The text of the labels has been read by nobody yet: it is what the model was given. */
function describeSeries(target: string, { family, labels, value }: ModelSample): string {
  const [, index] = /^,index="(.*)"$/s.exec(labels) ?? [];
  return JSON.stringify([FAMILIES[family].name, target, JSON.parse(`"${index}"`), Number(String(value))]);
}

function actual(text: string, format: 'text' | 'openmetrics'): string[] {
  return readExposition(text, format)
    .flatMap(({ series }) => series)
    .map(({ name, labels, value }) => JSON.stringify([name, labels.target, labels.index, value]))
    .sort();
}

it('always exposes what a plain model of it would, at every instant that was taken', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const both = new Both();
      both.take({ do: 'add', name: 'MCR 1' });
      both.take({ do: 'add', name: 'MCR "2"' });
      for (const each of steps) both.take(each);
      both.check();
    }),
    { numRuns: 300 },
  );
});
