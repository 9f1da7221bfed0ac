import { labelText, Renderer, SeriesStore, type Family, type Format } from './index';

const FAMILIES: readonly Family[] = [
  { name: 'fan_ok', type: 'gauge', help: 'A fan turns.', labels: ['index'], group: 'system' },
];
const ALL = { name: 'all' };

/** A store whose exposition takes several pieces; `letter` decides how many bytes a character takes. */
function storeOf(series: number, letter = 'x'): SeriesStore {
  const store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: series + 1 });
  store.addTarget('MCR 1').write('system', (sink) => {
    for (let i = 0; i < series; i++) sink.sample(0, labelText(['index'], [`${letter} ${i}`]), i);
  });
  return store;
}

function touch(store: SeriesStore): void {
  store.target('MCR 1')?.write('session', (sink) => sink.sample(0, labelText(['index'], ['new']), 1));
}

function render(renderer: Renderer, selection = ALL, format: Format = 'text'): Buffer {
  const rendering = renderer.begin(selection, format);
  rendering.advance(Infinity);
  expect(rendering.bytes).toBe(Buffer.concat([...rendering.pieces]).length);
  return Buffer.concat([...rendering.pieces]);
}

describe('Renderer', () => {
  it.each(['x', 'é', '語', '🎥', '\u007f\u0080'])('writes the exposition in UTF-8, with %j in it', (letter) => {
    const store = storeOf(3_000, letter);
    const text = [...store.snapshot().chunks('text')].join('');
    expect(render(new Renderer(store, { keepBytes: 0 })).toString()).toBe(text);
  });

  it('works for as long as it is given, and goes on where it was', () => {
    const store = storeOf(5_000);
    const rendering = new Renderer(store, { keepBytes: 0 }).begin(ALL, 'text');
    let turns = 0;
    while (!rendering.advance(0)) turns++;
    expect(turns).toBe(rendering.pieces.length);
    expect(turns).toBeGreaterThan(3);
    expect(Buffer.concat([...rendering.pieces]).toString()).toBe([...store.snapshot().chunks('text')].join(''));
  });

  it('gives the same rendering to all who ask before anything changes, finished or not', () => {
    const renderer = new Renderer(storeOf(5_000), { keepBytes: 1e6 });
    const rendering = renderer.begin(ALL, 'text');
    expect(renderer.begin(ALL, 'text')).toBe(rendering);
    rendering.advance(Infinity);
    expect(renderer.begin(ALL, 'text')).toBe(rendering);
  });

  it('renders again what has changed', () => {
    const store = storeOf(10);
    const renderer = new Renderer(store, { keepBytes: 1e6 });
    const before = render(renderer);
    touch(store);
    expect(render(renderer)).not.toEqual(before);
  });

  it('writes only what has changed since the time before', () => {
    const store = new SeriesStore([...FAMILIES, { ...FAMILIES[0], name: 'psu_ok' }], { maxSeriesPerTarget: 10_000 });
    const write = (source: string, family: number, value: number) =>
      store.target('MCR 1')?.write(source, (sink) => {
        for (let i = 0; i < 3_000; i++) sink.sample(family, labelText(['index'], [String(i)]), value);
      });
    store.addTarget('MCR 1');
    write('fans', 0, 1);
    write('power', 1, 1);
    const renderer = new Renderer(store, { keepBytes: 1e6 });
    const rendered = () => {
      const rendering = renderer.begin(ALL, 'text');
      rendering.advance(Infinity);
      return rendering.pieces;
    };
    const before = rendered();
    write('power', 1, 0);
    const after = rendered();
    expect(Buffer.concat(after).toString()).toBe([...store.snapshot().chunks('text')].join(''));
    const taken = after.filter((piece) => before.includes(piece));
    expect(taken.length).toBeGreaterThan(0);
    expect(Buffer.concat(taken).toString()).toBe(
      [...store.snapshot({ includes: ({ name }) => name === 'fan_ok' }).chunks('text')].join(''),
    );
  });

  it('tells formats and selections apart', () => {
    const renderer = new Renderer(storeOf(10), { keepBytes: 1e6 });
    const none = { name: 'none', includes: () => false };
    expect(render(renderer, ALL, 'text').toString()).toMatch(/^# HELP/);
    expect(render(renderer, ALL, 'openmetrics').toString()).toMatch(/^# TYPE/);
    expect(render(renderer, none).toString()).toBe('');
  });

  it('keeps no more than it may', () => {
    const renderer = new Renderer(storeOf(100), { keepBytes: 14_000 });
    const [first, second] = ['a', 'b', 'c'].map((name) => {
      const rendering = renderer.begin({ name }, 'text');
      rendering.advance(Infinity);
      expect(rendering.heldBytes).toBeGreaterThan(14_000 / 3);
      expect(rendering.heldBytes).toBeLessThan(14_000 / 2);
      return rendering;
    });
    expect(renderer.begin({ name: 'b' }, 'text')).toBe(second);
    expect(renderer.begin({ name: 'a' }, 'text')).not.toBe(first);
  });

  it('keeps few instants, however little is rendered of them', () => {
    const renderer = new Renderer(storeOf(1_000), { keepBytes: 100_000 });
    const none = (name: string) => renderer.begin({ name, includes: () => false }, 'text');
    const first = none('0');
    for (let i = 1; i < 20; i++) none(String(i));
    expect(none('0')).not.toBe(first);
  });
});
