import { bitRate, byteSize, celsius, count, dbm, decimal, perSecond, rpm, scaleLabels, shortTime } from './units';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('units', () => {
  it.each([
    [1.32e-7, '0.13 µs'],
    [8.12e-4, '812.0 µs'],
    [-3.5e-6, '−3.50 µs'],
    [0, '0.00 µs'],
    [0.004, '4.00 ms'],
    [1.001, '1.00 s'],
    [9.9996e-4, '1.00 ms'],
  ])('writes the short time %p s as %p', (seconds, text) => expect(plain(shortTime(seconds))).toBe(text));

  it.each([
    [2498862500, '19.99 Gb/s'],
    [164892500, '1.32 Gb/s'],
    [0, '0 b/s'],
    [125, '1.00 kb/s'],
    [101562500, '812.5 Mb/s'],
  ])('writes %p bytes per second as %p', (bytes, text) => expect(plain(bitRate(bytes))).toBe(text));

  it('puts a thin space between thousands', () => {
    expect(plain(rpm(12024))).toBe('12 024 rpm');
    expect(plain(count(1221876063636))).toBe('1 221 876 063 636');
  });

  it('gives a temperature one decimal and an optical power a true minus sign', () => {
    expect(plain(celsius(44))).toBe('44.0 °C');
    expect(plain(dbm(-0.4))).toBe('−0.4 dBm');
  });

  it('never writes a negative zero', () => expect(decimal(-0.001, 2)).toBe('0.00'));

  it.each([
    [0, '0 /s'],
    [0.04, '0.04 /s'],
    [1.23, '1.2 /s'],
    [1000, '1 000 /s'],
  ])('writes the rate %p as %p', (rate, text) => expect(plain(perSecond(rate))).toBe(text));

  it.each([
    [512, '512 B'],
    [73728, '73.7 kB'],
    [120586240, '120.6 MB'],
  ])('writes %p bytes as %p', (bytes, text) => expect(plain(byteSize(bytes))).toBe(text));

  it('labels an axis in one unit, with as many decimals as tell the labels apart', () => {
    expect(scaleLabels('time', [0, 5e-9, 1e-8], 5e-9).map(plain)).toEqual(['0 µs', '0.005 µs', '0.010 µs']);
    expect(scaleLabels('time', [0, 4e-4, 8e-4], 4e-4).map(plain)).toEqual(['0 µs', '400 µs', '800 µs']);
    expect(scaleLabels('bitRate', [0, 1e9, 2e9], 1e9).map(plain)).toEqual(['0 Gb/s', '8 Gb/s', '16 Gb/s']);
    expect(scaleLabels('bitRate', [0, 2e8, 4e8], 2e8).map(plain)).toEqual(['0 Gb/s', '1.6 Gb/s', '3.2 Gb/s']);
    expect(scaleLabels('time', [0, 2.5e-8, 5e-8], 2.5e-8).map(plain)).toEqual(['0 µs', '0.025 µs', '0.050 µs']);
  });

  it.each([null, undefined, NaN, Infinity])('writes a dash where the value is %p', (value) => {
    expect([celsius(value), shortTime(value), bitRate(value), count(value), perSecond(value)]).toEqual(
      Array(5).fill('–'),
    );
  });
});
