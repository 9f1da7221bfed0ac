import fc from 'fast-check';
import { lineEnd, valueText } from './value-text';

describe('valueText', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [1023, '1023'],
    [1024, '1024'],
    [-1, '-1'],
    [0.5, '0.5'],
    [-2.35, '-2.35'],
    [4_294_967_296, '4294967296'],
    [123_456_789_012, '123456789012'],
    [1e21, '1e+21'],
    [-1.25e-7, '-1.25e-7'],
    [Number.MAX_VALUE, '1.7976931348623157e+308'],
  ])('writes %d', (value, text) => {
    expect(valueText(value)).toBe(text);
    expect(lineEnd(value)).toBe(`} ${text}\n`);
  });

  it('writes what reads back as the same number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true }), fc.integer()), (value) => {
        expect(Number(lineEnd(value).slice(2))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
