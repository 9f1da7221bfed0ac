import { labelsText, selectorOf, valueText } from './promql';

describe('a series', () => {
  it('is copied as a selector that PromQL reads back exactly', () => {
    const labels = { target: 'MCR "1"\\\n', index: '3' };
    expect(selectorOf({ name: 'ic_snp_front_fan_ok', labels })).toBe(
      'ic_snp_front_fan_ok{target="MCR \\"1\\"\\\\\\n", index="3"}',
    );
  });

  it('is listed without the device that one is looking at', () => {
    expect(labelsText({ labels: { target: 'x', sensor: 'fpga_1' } })).toBe('{sensor="fpga_1"}');
    expect(labelsText({ labels: { target: 'x' } })).toBe('');
  });

  it('shows its value exactly', () => {
    expect([1.32e-7, 12024, 0.5].map((value) => valueText({ value }))).toEqual(['1.32e-7', '12\u00a0024', '0.5']);
  });
});
