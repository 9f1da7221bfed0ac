import { ptpLegs } from './ptp';

describe('ptpLegs', () => {
  it.each([
    ['Primary/Secondary', { primary: true, secondary: true }],
    ['Secondary/Primary', { primary: true, secondary: true }],
    ['Primary', { primary: true, secondary: false }],
    ['Secondary', { primary: false, secondary: true }],
    ['None', { primary: false, secondary: false }],
    ['N/A', undefined],
    ['Tertiary', undefined],
    ['', undefined],
    [true, undefined],
  ])('reads %j as %j', (raw, expected) => expect(ptpLegs(raw)).toEqual(expected));
});
