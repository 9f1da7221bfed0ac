import { labelText, SeriesStore, type Family } from './index';

const FAMILIES: Family[] = [
  { name: 'fan_ok', type: 'gauge', help: 'Whether a fan turns.', labels: ['index'], group: 'system' },
  { name: 'packets_total', type: 'counter', help: 'Packets.', labels: ['leg'], group: 'network' },
];

describe('SeriesStore', () => {
  it('exposes what was written', () => {
    const store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: 100 });
    const target = store.addTarget('snp "1"');
    const count = target.write('system/system', (sink) => {
      sink.sample(0, labelText(['index'], ['1']), 1);
      sink.sample(0, labelText(['index'], ['2']), 0.5);
      sink.sample(1, labelText(['leg'], ['primary']), 5e10);
    });
    expect(count).toBe(3);
    expect([...store.snapshot().chunks('openmetrics')].join('')).toBe(`# TYPE fan_ok gauge
# HELP fan_ok Whether a fan turns.
fan_ok{target="snp \\"1\\"",index="1"} 1
fan_ok{target="snp \\"1\\"",index="2"} 0.5
# TYPE packets counter
# HELP packets Packets.
packets_total{target="snp \\"1\\"",leg="primary"} 50000000000
# EOF
`);
  });
});
