import fc from 'fast-check';
import { guarded, unguarded } from './formula-guard';

it('a cell that a spreadsheet would run is quoted, and comes back as it was', () => {
  expect(['=1+1', '+49', '-x', '@a', "'=1", "it's", 'x'].map(guarded)).toEqual([
    "'=1+1",
    "'+49",
    "'-x",
    "'@a",
    "''=1",
    "it's",
    'x',
  ]);
  const cell = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.stringMatching(/^'{0,3}[=+\-@]?[a-z]{0,3}$/));
  fc.assert(fc.property(cell, (value) => expect(unguarded(guarded(value))).toBe(value)));
});
