import { labelText, SeriesStore, type Family, type TargetSeries } from '..';
import { readExposition } from '../testing/read-exposition';

const FAMILIES: readonly Family[] = [
  { name: 'fan_ok', type: 'gauge', help: 'A fan turns.', labels: ['index'], group: 'system' },
  { name: 'device_info', type: 'info', help: 'The device.', labels: ['serial'], group: 'system' },
];
const [FAN, DEVICE] = FAMILIES.keys();
const index = (value: number | string) => labelText(['index'], [String(value)]);

/** The series that are exposed, as `name target/label value`. */
function shown(store: SeriesStore): string[] {
  return readExposition([...store.snapshot().chunks('text')].join(''), 'text')
    .flatMap(({ series }) => series)
    .map(
      ({ name, labels: { target, ...labels }, value }) =>
        `${name} ${[target, ...Object.values(labels)].join('/')} ${value}`,
    );
}

function writeFans(target: TargetSeries, source: string, fans: Readonly<Record<string, number>>): number {
  return target.write(source, (sink) => {
    for (const [fan, value] of Object.entries(fans)) sink.sample(FAN, index(fan), value);
  });
}

describe('TargetSeries', () => {
  let store: SeriesStore;
  let target: TargetSeries;

  beforeEach(() => {
    store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: 4 });
    target = store.addTarget('MCR 1');
  });

  describe('when a source is written', () => {
    it('replaces all series that the source had', () => {
      writeFans(target, 'a', { 1: 1, 2: 1 });
      expect(writeFans(target, 'a', { 2: 0, 3: 1 })).toBe(2);
      expect(shown(store)).toEqual(['fan_ok MCR 1/2 0', 'fan_ok MCR 1/3 1']);
    });

    it('leaves the series of other sources alone', () => {
      writeFans(target, 'a', { 1: 1 });
      writeFans(target, 'b', { 2: 1 });
      writeFans(target, 'a', { 3: 1 });
      expect(shown(store)).toEqual(['fan_ok MCR 1/3 1', 'fan_ok MCR 1/2 1']);
    });

    it('takes its series away when it has none any more', () => {
      writeFans(target, 'a', { 1: 1 });
      expect(writeFans(target, 'a', {})).toBe(0);
      expect(shown(store)).toEqual([]);
    });

    it.each([NaN, Infinity, -Infinity])('gives no series for %d', (value) => {
      expect(writeFans(target, 'a', { 1: value, 2: 1 })).toBe(1);
      expect(shown(store)).toEqual(['fan_ok MCR 1/2 1']);
    });

    it('changes nothing when the samples cannot be had', () => {
      writeFans(target, 'a', { 1: 1 });
      const broken = () =>
        target.write('a', (sink) => {
          sink.sample(FAN, index(2), 1);
          throw new Error('unreadable');
        });
      expect(broken).toThrow('unreadable');
      expect(shown(store)).toEqual(['fan_ok MCR 1/1 1']);
      expect(writeFans(target, 'a', { 3: 1 })).toBe(1);
    });

    it('refuses a family that there is not, and a source inside another one', () => {
      expect(() => target.write('a', (sink) => sink.sample(2, '', 1))).toThrow('There is no family 2');
      expect(() => target.write('a', () => writeFans(target, 'b', { 1: 1 }))).toThrow('while another one');
    });
  });

  describe('when a series is there twice', () => {
    it('shows the last of one source', () => {
      const count = target.write('a', (sink) => {
        for (const value of [5, 6, 7]) sink.sample(FAN, index(1), value);
      });
      expect(count).toBe(1);
      expect(shown(store)).toEqual(['fan_ok MCR 1/1 7']);
    });

    it('shows that of the source that was written last', () => {
      writeFans(target, 'a', { 1: 5 });
      writeFans(target, 'b', { 1: 6 });
      expect(shown(store)).toEqual(['fan_ok MCR 1/1 6']);
      writeFans(target, 'a', { 1: 5 });
      expect(shown(store)).toEqual(['fan_ok MCR 1/1 5']);
      expect([target.seriesCount('a'), target.seriesCount('b'), target.seriesCount()]).toEqual([1, 0, 1]);
    });
  });

  describe('when there are more series than a target may have', () => {
    it('keeps those that it has, refuses the new ones and counts them', () => {
      writeFans(target, 'a', { 1: 1, 2: 1, 3: 1 });
      expect(writeFans(target, 'b', { 4: 1, 5: 1, 6: 1 })).toBe(1);
      expect(target.droppedTotal).toBe(2);
      expect(writeFans(target, 'b', { 6: 1, 5: 1, 4: 0 })).toBe(1);
      expect(target.droppedTotal).toBe(4);
      expect(shown(store)).toEqual(['fan_ok MCR 1/1 1', 'fan_ok MCR 1/2 1', 'fan_ok MCR 1/3 1', 'fan_ok MCR 1/4 0']);
    });

    it('lets a source have a series of another one all the same', () => {
      writeFans(target, 'a', { 1: 1, 2: 1, 3: 1, 4: 1 });
      expect(writeFans(target, 'b', { 4: 0 })).toBe(1);
      expect(target.droppedTotal).toBe(0);
    });

    it('takes refused series in once there is room', () => {
      writeFans(target, 'a', { 1: 1, 2: 1, 3: 1 });
      writeFans(target, 'b', { 4: 1, 5: 1 });
      target.drop('a');
      expect(writeFans(target, 'b', { 4: 1, 5: 1 })).toBe(2);
    });
  });

  it('drops a source, or all but some', () => {
    for (const source of ['a', 'b', 'c', 'd']) writeFans(target, source, { [source]: 1 });
    target.drop('b');
    target.drop('b');
    target.drop('unknown');
    expect(shown(store)).toEqual(['fan_ok MCR 1/a 1', 'fan_ok MCR 1/c 1', 'fan_ok MCR 1/d 1']);
    target.dropExcept((source) => source === 'd');
    expect(shown(store)).toEqual(['fan_ok MCR 1/d 1']);
    expect(writeFans(target, 'd', { d: 0 })).toBe(1);
    expect(shown(store)).toEqual(['fan_ok MCR 1/d 0']);
  });

  it('moves all series at once when it is renamed', () => {
    writeFans(target, 'a', { 1: 1, 2: 1 });
    target.rename('MCR "2"');
    expect(target.name).toBe('MCR "2"');
    expect(store.targetNames()).toEqual(['MCR "2"']);
    expect(shown(store)).toEqual(['fan_ok MCR "2"/1 1', 'fan_ok MCR "2"/2 1']);
  });

  it('takes everything away when it is removed, and stays away', () => {
    writeFans(target, 'a', { 1: 1 });
    target.remove();
    target.remove();
    expect(writeFans(target, 'a', { 1: 1 })).toBe(0);
    target.rename('MCR 2');
    expect(shown(store)).toEqual([]);
    expect(store.targetNames()).toEqual([]);
  });

  describe('the further labels of a family', () => {
    const write = () => target.write('a', (sink) => sink.sample(DEVICE, labelText(['serial'], ['7']), 1));
    const labels = () => [...target.list()].map((series) => series.labels);

    it.each([
      [
        'labels of any name, made valid',
        { site: 'north', 'rack-unit': '3', '1st': 'x', ö: 'y' },
        { site: 'north', rack_unit: '3', _1st: 'x', _: 'y' },
      ],
      ['the first of two that are the same once they are valid', { 'a-b': '1', 'a.b': '2' }, { a_b: '1' }],
      ['no label that the series has already', { serial: '8', target: 'me', site: 'north' }, { site: 'north' }],
      ['no empty label', { site: '' }, {}],
    ])('are %s', (_, given, further) => {
      target.setFamilyLabels('device_info', given);
      write();
      expect(labels()).toEqual([{ ...further, serial: '7' }]);
    });

    it('replace the former ones, and go', () => {
      write();
      target.setFamilyLabels('device_info', { site: 'north' });
      target.setFamilyLabels('device_info', { room: '1' });
      expect(labels()).toEqual([{ room: '1', serial: '7' }]);
      target.setFamilyLabels('device_info', {});
      expect(labels()).toEqual([{ serial: '7' }]);
    });

    it('of a family that there is not do not matter', () => {
      expect(() => target.setFamilyLabels('nothing', { site: 'north' })).not.toThrow();
    });
  });

  describe('the list of its series', () => {
    beforeEach(() => {
      writeFans(target, 'a', { 1: 1, 'Rear "2"': 0 });
      target.write('b', (sink) => sink.sample(DEVICE, labelText(['serial'], ['X1']), 1));
    });

    it('has every series with its labels as they are', () => {
      expect([...target.list()].map(({ family, labels, value }) => [family.name, labels, value])).toEqual([
        ['fan_ok', { index: '1' }, 1],
        ['fan_ok', { index: 'Rear "2"' }, 0],
        ['device_info', { serial: 'X1' }, 1],
      ]);
    });

    it.each([
      ['fan', 2],
      ['FAN_OK', 2],
      ['x1', 1],
      ['serial="X1"', 1],
      ['rear', 1],
      ['nothing', 0],
    ])('searches name and labels for %j in any case', (search, count) => {
      expect([...target.list(search)]).toHaveLength(count);
    });
  });
});
