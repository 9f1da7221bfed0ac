import { labelText, SeriesStore, type Family } from '..';

const FAMILIES: readonly Family[] = [
  { name: 'up', type: 'gauge', help: 'Whether data comes.', labels: [], group: 'session' },
  { name: 'fan_ok', type: 'gauge', help: 'A fan turns.', labels: ['index'], group: 'system' },
];
const FAN_1 = labelText(['index'], ['1']);
const FAN_2 = labelText(['index'], ['2']);

function newStore(): SeriesStore {
  return new SeriesStore(FAMILIES, { maxSeriesPerTarget: 2 });
}

function valueOf(store: SeriesStore, target: string): number | undefined {
  return [...(store.target(target)?.list('up') ?? [])][0]?.value;
}

function addTarget(store: SeriesStore, name: string, value: number) {
  const target = store.addTarget(name);
  target.write('session', (sink) => sink.sample(0, '', value));
  return target;
}

describe('SeriesStore', () => {
  it('refuses two families of one name', () => {
    expect(() => new SeriesStore([...FAMILIES, FAMILIES[0]], { maxSeriesPerTarget: 2 })).toThrow('two families up');
  });

  it('finds targets by the name that they have now', () => {
    const store = newStore();
    const target = store.addTarget('MCR 1');
    target.rename('MCR 2');
    expect(store.target('MCR 1')).toBeUndefined();
    expect(store.target('MCR 2')).toBe(target);
  });

  it('counts the series that it shows', () => {
    const store = newStore();
    addTarget(store, 'MCR 1', 1);
    addTarget(store, 'MCR 2', 1).write('system', (sink) => sink.sample(1, FAN_1, 1));
    expect(store.seriesCount()).toBe(3);
  });

  describe('when two targets want one name', () => {
    it('shows the one that took it last, and the other one when that goes', () => {
      const store = newStore();
      addTarget(store, 'MCR 1', 1);
      const second = addTarget(store, 'MCR 1', 2);
      expect([valueOf(store, 'MCR 1'), store.seriesCount()]).toEqual([2, 1]);
      second.remove();
      expect([valueOf(store, 'MCR 1'), store.seriesCount()]).toEqual([1, 1]);
    });

    it('counts a name that is taken again as taken last', () => {
      const store = newStore();
      const [first, second] = [1, 2, 3].map((value) => addTarget(store, 'MCR 1', value));
      for (const target of [first, second]) {
        target.rename('MCR 2');
        target.rename('MCR 1');
      }
      expect(valueOf(store, 'MCR 1')).toBe(2);
      second.remove();
      expect(valueOf(store, 'MCR 1')).toBe(1);
      first.rename('MCR 2');
      expect([valueOf(store, 'MCR 1'), valueOf(store, 'MCR 2')]).toEqual([3, 1]);
    });

    it('lets them swap their names', () => {
      const store = newStore();
      const first = addTarget(store, 'MCR 1', 1);
      const second = addTarget(store, 'MCR 2', 2);
      first.rename('MCR 2');
      expect([valueOf(store, 'MCR 1'), valueOf(store, 'MCR 2')]).toEqual([undefined, 1]);
      second.rename('MCR 1');
      expect([valueOf(store, 'MCR 1'), valueOf(store, 'MCR 2')]).toEqual([2, 1]);
    });
  });

  describe('its version', () => {
    it.each<[what: string, change: (store: SeriesStore) => void]>([
      ['a value', (store) => store.target('MCR 1')?.write('session', (sink) => sink.sample(0, '', 0))],
      ['the labels of a series', (store) => store.target('MCR 1')?.write('system', (sink) => sink.sample(1, FAN_2, 1))],
      ['that a series comes', (store) => store.target('MCR 3')?.write('system', (sink) => sink.sample(1, FAN_2, 1))],
      ['the family of a series', (store) => store.target('MCR 2')?.write('session', (sink) => sink.sample(1, '', 1))],
      [
        'the family of a series back',
        (store) => store.target('MCR 2')?.write('later', (sink) => sink.sample(0, FAN_1, 1)),
      ],
      ['that a source goes', (store) => store.target('MCR 1')?.drop('system')],
      ['a name', (store) => store.target('MCR 1')?.rename('MCR 4')],
      ['that a target goes', (store) => store.target('MCR 1')?.remove()],
      ['further labels', (store) => store.target('MCR 1')?.setFamilyLabels('fan_ok', { site: 'north' })],
    ])('tells a change of %s', (_, change) => {
      const store = newStore();
      addTarget(store, 'MCR 1', 1).write('system', (sink) => sink.sample(1, FAN_1, 1));
      store.addTarget('MCR 3');
      addTarget(store, 'MCR 2', 1).write('later', (sink) => sink.sample(1, FAN_1, 1));
      const before = store.version;
      change(store);
      expect(store.version).not.toBe(before);
    });

    it.each<[what: string, change: (store: SeriesStore) => void]>([
      ['the same values again', (store) => store.target('MCR 1')?.write('session', (sink) => sink.sample(0, '', 1))],
      [
        'the same series with one of them twice',
        (store) =>
          store.target('MCR 1')?.write('session', (sink) => {
            sink.sample(0, '', 5);
            sink.sample(0, '', 1);
          }),
      ],
      ['series that are refused', (store) => store.target('MCR 1')?.write('x', (sink) => sink.sample(1, FAN_2, 1))],
      ['a source without a series', (store) => store.target('MCR 1')?.write('x', () => undefined)],
      ['a target without a series', (store) => void store.addTarget('MCR 2')],
      ['the name that it has', (store) => store.target('MCR 1')?.rename('MCR 1')],
      ['a snapshot', (store) => void store.snapshot()],
    ])('does not tell %s', (_, change) => {
      const store = newStore();
      addTarget(store, 'MCR 1', 1).write('system', (sink) => sink.sample(1, FAN_1, 1));
      const before = store.version;
      change(store);
      expect(store.version).toBe(before);
    });
  });
});
