import { labelText, SeriesStore, type Family, type Format, type Selection } from '..';
import { readExposition } from '../testing/read-exposition';

const FAMILIES: readonly Family[] = [
  { name: 'up', type: 'gauge', help: 'Whether data comes.', labels: [], group: 'session' },
  { name: 'received_bytes_total', type: 'counter', help: 'Bytes.', unit: 'bytes', labels: [], group: 'session' },
  { name: 'board_info', type: 'info', help: 'The board:\n"serial" is \\on\\ it.', labels: ['serial'], group: 'system' },
  { name: 'ptp_state', type: 'stateset', help: 'PTP.', labels: ['state'], group: 'ptp' },
  { name: 'temperature_celsius', type: 'gauge', help: 'Heat.', unit: 'celsius', labels: ['sensor'], group: 'system' },
];
const [UP, BYTES, BOARD, STATE, HEAT] = FAMILIES.keys();
const sensor = (name: string) => labelText(['sensor'], [name]);
const state = (name: string) => labelText(['state'], [name]);

function fleet(): SeriesStore {
  const store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: 100 });
  const first = store.addTarget('MCR 1');
  first.write('session', (sink) => {
    sink.sample(UP, '', 1);
    sink.sample(BYTES, '', 12_345_678_901);
  });
  first.write('system/system', (sink) => {
    sink.sample(HEAT, sensor('main_board'), 41.5);
    sink.sample(BOARD, labelText(['serial'], ['A-"1"']), 1);
    sink.sample(HEAT, sensor('io_board'), -3);
  });
  store.addTarget('Röntgen\\🎥').write('session', (sink) => {
    sink.sample(BYTES, '', 0);
    sink.sample(STATE, state('locked'), 1);
    sink.sample(STATE, state('other'), 0);
  });
  store.addTarget('spare');
  return store;
}

function expose(store: SeriesStore, format: Format, selection?: Selection): string {
  return [...store.snapshot(selection).chunks(format)].join('');
}

describe('an exposition', () => {
  it('is the text format of Prometheus', () => {
    expect(expose(fleet(), 'text')).toBe(String.raw`# HELP up Whether data comes.
# TYPE up gauge
up{target="MCR 1"} 1
# HELP received_bytes_total Bytes.
# TYPE received_bytes_total counter
received_bytes_total{target="MCR 1"} 12345678901
received_bytes_total{target="Röntgen\\🎥"} 0
# HELP board_info The board:\n"serial" is \\on\\ it.
# TYPE board_info gauge
board_info{target="MCR 1",serial="A-\"1\""} 1
# HELP ptp_state PTP.
# TYPE ptp_state gauge
ptp_state{target="Röntgen\\🎥",state="locked"} 1
ptp_state{target="Röntgen\\🎥",state="other"} 0
# HELP temperature_celsius Heat.
# TYPE temperature_celsius gauge
temperature_celsius{target="MCR 1",sensor="main_board"} 41.5
temperature_celsius{target="MCR 1",sensor="io_board"} -3
`);
  });

  it('is OpenMetrics', () => {
    expect(expose(fleet(), 'openmetrics')).toBe(String.raw`# TYPE up gauge
# HELP up Whether data comes.
up{target="MCR 1"} 1
# TYPE received_bytes counter
# UNIT received_bytes bytes
# HELP received_bytes Bytes.
received_bytes_total{target="MCR 1"} 12345678901
received_bytes_total{target="Röntgen\\🎥"} 0
# TYPE board info
# HELP board The board:\n\"serial\" is \\on\\ it.
board_info{target="MCR 1",serial="A-\"1\""} 1
# TYPE ptp_state gauge
# HELP ptp_state PTP.
ptp_state{target="Röntgen\\🎥",state="locked"} 1
ptp_state{target="Röntgen\\🎥",state="other"} 0
# TYPE temperature_celsius gauge
# UNIT temperature_celsius celsius
# HELP temperature_celsius Heat.
temperature_celsius{target="MCR 1",sensor="main_board"} 41.5
temperature_celsius{target="MCR 1",sensor="io_board"} -3
# EOF
`);
  });

  it('says nothing of families that have no series', () => {
    const store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: 100 });
    store.addTarget('MCR 1');
    expect(expose(store, 'text')).toBe('');
    expect(expose(store, 'openmetrics')).toBe('# EOF\n');
  });

  it('can be of one target', () => {
    expect(expose(fleet(), 'text', { target: 'Röntgen\\🎥' })).not.toContain('MCR 1');
    expect(expose(fleet(), 'text', { target: 'nobody' })).toBe('');
  });

  it('can be of some families', () => {
    const text = expose(fleet(), 'text', { includes: ({ group }) => group === 'ptp' });
    expect(readExposition(text, 'text').map(({ name }) => name)).toEqual(['ptp_state']);
  });

  it('has the further labels of a family before its own', () => {
    const store = fleet();
    store.target('MCR 1')?.setFamilyLabels('board_info', { site: 'north "1"' });
    expect(expose(store, 'text')).toContain('board_info{target="MCR 1",site="north \\"1\\"",serial="A-\\"1\\""} 1\n');
  });
});

describe('a snapshot', () => {
  const many = (value: number) => (store: SeriesStore) =>
    store.target('MCR 1')?.write('ptp/ptp', (sink) => {
      for (let i = 0; i < 5_000; i++) sink.sample(STATE, state(`state ${i}`), value);
    });

  function large(): SeriesStore {
    const store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: 10_000 });
    store.addTarget('MCR 1');
    many(1)(store);
    return store;
  }

  it('comes in pieces that are quickly made, of one block too', () => {
    const pieces = [...large().snapshot().chunks('text')];
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(piece.length).toBeLessThan(64 * 1024);
  });

  it.each<[what: string, change: (store: SeriesStore) => void]>([
    ['values change', many(2)],
    ['values change and change back', (store) => [many(2), many(1)].forEach((change) => change(store))],
    ['a source is dropped', (store) => store.target('MCR 1')?.drop('ptp/ptp')],
    [
      'another source takes a series over',
      (store) => store.target('MCR 1')?.write('x', (sink) => sink.sample(STATE, state('state 1'), 7)),
    ],
    ['the target is renamed', (store) => store.target('MCR 1')?.rename('MCR 2')],
    ['the target is removed', (store) => store.target('MCR 1')?.remove()],
    ['further labels come', (store) => store.target('MCR 1')?.setFamilyLabels('ptp_state', { site: 'north' })],
    ['a target comes', (store) => store.addTarget('MCR 0').write('session', (sink) => sink.sample(UP, '', 1))],
  ])('stays one instant when, while it is read, %s', (_, change) => {
    const store = large();
    const expected = expose(large(), 'text');
    const reading = store.snapshot().chunks('text');
    let text = reading.next().value ?? '';
    change(store);
    for (const piece of reading) text += piece;
    expect(text).toBe(expected);
  });

  it('shows the store as it was when it was taken, not when it is first read', () => {
    const store = fleet();
    const snapshot = store.snapshot();
    store.target('MCR 1')?.write('session', (sink) => sink.sample(UP, '', 0));
    expect([...snapshot.chunks('text')].join('')).toContain('up{target="MCR 1"} 1\n');
    expect(expose(store, 'text')).toContain('up{target="MCR 1"} 0\n');
  });
});
