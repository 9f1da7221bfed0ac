import fc from 'fast-check';
import { counter, index, number } from './decimal';
import {
  bytesPerSecond,
  bytesPerSecondFromMegabits,
  celsius,
  dbm,
  microseconds,
  milliseconds,
  playoutSeconds,
  rpm,
  seconds,
} from './quantities';

type Reader = (raw: unknown) => number | undefined;
type Case = readonly [raw: unknown, expected: number | undefined];

const readers: Readonly<Record<string, { read: Reader; cases: readonly Case[] }>> = {
  celsius: {
    read: celsius,
    cases: [
      ['44.5 °C', 44.5],
      ['0.0 °C', 0],
      ['-12.0 °C', -12],
      ['+3 °C', 3],
      ['  44.5 °C  ', 44.5],
      ['44.5°C', 44.5],
      ['44.5\u00a0°C', 44.5],
      ['44.5 C', 44.5],
      ['112 °F', undefined],
      ['44.5', undefined],
      ['44.5 °C °C', undefined],
      ['44.5.1 °C', undefined],
      ['°C', undefined],
      ['- °C', undefined],
      ['. °C', undefined],
    ],
  },
  rpm: {
    read: rpm,
    cases: [
      ['12024 RPM', 12024],
      ['0 RPM', 0],
      ['12024', undefined],
      ['fast RPM', undefined],
    ],
  },
  seconds: {
    read: seconds,
    cases: [
      ['0.132 us', 1.32e-7],
      ['0.153 µs', 1.53e-7],
      ['0.153 μs', 1.53e-7],
      ['-0.132 us', -1.32e-7],
      ['1001 ms', 1.001],
      ['0.000 ms', 0],
      ['51 ms', 0.051],
      ['2000 ms', 2],
      ['2000ms', 2],
      ['250 ns', 2.5e-7],
      ['3 s', 3],
      ['1.5 sec', 1.5],
      ['4 m', undefined],
      ['51', undefined],
      ['51 lightyears', undefined],
      ['1e3 ms', undefined],
      ['0.00000000000001 ns', 1e-23],
    ],
  },
  milliseconds: {
    read: milliseconds,
    cases: [
      ['1001 ms', 1001],
      ['0.132 us', 0.000132],
      ['2 s', 2000],
      ['1001', undefined],
    ],
  },
  microseconds: {
    read: microseconds,
    cases: [
      ['0.132 us', 0.132],
      ['-0.153 us', -0.153],
      ['1 ms', 1000],
      ['250 ns', 0.25],
      ['0.132', undefined],
    ],
  },
  playoutSeconds: {
    read: playoutSeconds,
    cases: [
      ['4 m', 0.004],
      ['4 ms', 0.004],
      ['1 s', 1],
      ['4', undefined],
    ],
  },
  bytesPerSecond: {
    read: bytesPerSecond,
    cases: [
      ['1319.14 Mbps', 164892500],
      ['19.9909 Gbps', 2498862500],
      ['900 Kbps', 112500],
      ['900 kbps', 112500],
      ['8 bps', 1],
      ['0.0 Mbps', 0],
      ['1.2 Tbps', 150000000000],
      ['12.5 Gb/s', 1562500000],
      ['12 MBps', undefined],
      ['2429.1', undefined],
      ['lots of Mbps', undefined],
    ],
  },
  bytesPerSecondFromMegabits: {
    read: bytesPerSecondFromMegabits,
    cases: [
      ['2429.1', 303637500],
      ['0.0', 0],
      [2429.1, 303637500],
      ['2.4291 Gbps', 303637500],
      ['', undefined],
      [NaN, undefined],
      [Infinity, undefined],
    ],
  },
  dbm: {
    read: dbm,
    cases: [
      ['-0.4 dBm', -0.4],
      ['1.25 dBm', 1.25],
      ['0 dBm', 0],
      ['-inf dBm', undefined],
      ['-40', undefined],
    ],
  },
  counter: {
    read: counter,
    cases: [
      ['1221876063636', 1221876063636],
      ['0', 0],
      ['007', 7],
      [' 23 ', 23],
      ['18446744073709551615', 2 ** 64],
      [11, 11],
      [0, 0],
      [-1, undefined],
      [1.5, undefined],
      ['-1', undefined],
      ['+1', undefined],
      ['1.5', undefined],
      ['1e3', undefined],
      ['0x10', undefined],
      ['1 000', undefined],
      ['9'.repeat(400), undefined],
      [Infinity, undefined],
    ],
  },
  number: {
    read: number,
    cases: [
      [46, 46],
      [-3.5, -3.5],
      ['12', 12],
      ['-0.5', -0.5],
      ['12 dBm', undefined],
      [NaN, undefined],
    ],
  },
  index: {
    read: index,
    cases: [
      [1, 1],
      ['128', 128],
      ['0012', 12],
      [2 ** 60, undefined],
      [1.5, undefined],
      ['-1', undefined],
      ['one', undefined],
    ],
  },
};

const nobody: readonly unknown[] = [
  'N/A',
  '',
  '   ',
  'Unknown',
  'Not Available',
  undefined,
  null,
  true,
  [],
  {},
  [1],
  ['1'],
];

describe.each(Object.entries(readers))('%s', (_, { read, cases }) => {
  it.each(cases)('reads %j as %j', (raw, expected) => expect(read(raw)).toBe(expected));

  it.each(nobody)('finds no value in %j', (raw) => expect(read(raw)).toBeUndefined());

  it('finds a finite number or nothing in anything whatever', () => {
    const digits = fc.stringMatching(/^[-+]?[0-9]{0,30}(\.[0-9]{0,30})? ?(°C|RPM|dBm|[unm]?s|[kMGT]bps|)$/);
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), digits), (raw) => {
        const value = read(raw);
        expect(value === undefined || Number.isFinite(value)).toBe(true);
        expect(Object.is(value, -0) && typeof raw === 'string').toBe(false);
      }),
    );
  });
});

describe('a quantity with a unit', () => {
  const decimals = fc
    .tuple(fc.boolean(), fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
    .map(([negative, mantissa, places]) => `${negative ? '-' : ''}${(mantissa / 10 ** places).toFixed(places)}`);

  it.each([
    ['°C', celsius, 0],
    ['dBm', dbm, 0],
    ['ms', seconds, -3],
    ['us', seconds, -6],
    ['ns', seconds, -9],
  ] as const)('in %s is the very number that its decimal digits name', (unit, read, exponent) => {
    fc.assert(
      fc.property(decimals, fc.constantFrom('', ' ', '   '), (decimal, gap) => {
        expect(read(`${decimal}${gap}${unit}`)).toBe(Number(`${decimal}e${exponent}`) + 0);
      }),
    );
  });

  it('is the same rate whatever prefix the device chose', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), (megabits) => {
        const expected = bytesPerSecond(`${megabits} Mbps`);
        expect(bytesPerSecond(`${(megabits / 1000).toFixed(3)} Gbps`)).toBe(expected);
        expect(bytesPerSecond(`${megabits}000 kbps`)).toBe(expected);
        expect(bytesPerSecondFromMegabits(`${megabits}`)).toBe(expected);
      }),
    );
  });
});

describe('counter', () => {
  it('passes every count that a double holds, as text or as a number', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (count) => {
        expect(counter(String(count))).toBe(count);
        expect(counter(count)).toBe(count);
      }),
    );
  });
});
