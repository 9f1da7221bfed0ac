import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { guarded, unguarded } from './formula-guard';

/** Texts of what matters to spreadsheets and to CSV. */
const hostile = fc.string({ unit: fc.constantFrom(...'=+-@;,\t\r\n\'" a＝') });

it.each([
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-x', "'-x"],
  ['@a', "'@a"],
  ["'=1", "''=1"],
  ['＝1', "'＝1"],
  ['\n=1', "'\n'=1"],
  ["it's", "it's"],
  ['x;y-1', 'x;y-1'],
  ['a=b;c=d', 'a=b;c=d'],
  ['x;=cmd', "x;'=cmd"],
  ['x\t=cmd', "x\t'=cmd"],
  ['x\r\n-cmd', "x\r'\n'-cmd"],
  ['x;"=cmd', `x;'"=cmd`],
])('a cell that a spreadsheet would run is shown: %j', (cell, written) => {
  expect(guarded(cell)).toBe(written);
  expect(unguarded(written)).toBe(cell);
});

it('a cell comes back as it was, whatever is in it', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), hostile);
  fc.assert(fc.property(cell, (value) => expect(unguarded(guarded(value))).toBe(value)));
});

it('a cell of many line breaks takes no time', () => {
  expect(guarded('\n'.repeat(1_000_000))).toHaveLength(2_000_000);
});

it.each([';', '\t', ','])('no cell is a formula where the spreadsheet separates by %j', (delimiter) => {
  fc.assert(
    fc.property(fc.array(fc.array(hostile, { minLength: 2, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const file = stringify(rows.map((row) => row.map(guarded)));
      expect(cellsOf(file, delimiter).filter((cell) => /^[=+\-@\t\r＝]/.test(cell))).toEqual([]);
    }),
  );
});

/** The cells that a spreadsheet sees: quotes count at the beginning of a cell only. */
function cellsOf(file: string, delimiter: string): string[] {
  const cells = [''];
  let isStart = true;
  let isQuoted = false;
  for (let at = 0; at < file.length; at++) {
    const character = file.charAt(at);
    const isEnd = !isQuoted && (character === delimiter || character === '\n');
    if (isStart && character === '"') isQuoted = true;
    else if (isQuoted && character === '"' && file.charAt(at + 1) === '"')
      cells.push(`${cells.pop()}${file.charAt(at++)}`);
    else if (isQuoted && character === '"') isQuoted = false;
    else if (isEnd) cells.push('');
    else cells.push(`${cells.pop()}${character}`);
    isStart = isEnd;
  }
  return cells;
}
