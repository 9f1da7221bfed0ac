import fc from 'fast-check';
import { labelText, MAX_LABEL_VALUE_LENGTH, parseLabelText } from './label-text';

const MAX = MAX_LABEL_VALUE_LENGTH;

describe('labelText', () => {
  it('writes labels in the order of their names, each with a comma before it', () => {
    expect(labelText(['index', 'essence'], ['3', 'video'])).toBe(',index="3",essence="video"');
  });

  it('is empty where there are no labels', () => {
    expect(labelText([], [])).toBe('');
  });

  it('keeps a label whose value is missing or empty', () => {
    expect(labelText(['standard', 'transfer'], [''])).toBe(',standard="",transfer=""');
  });

  it.each([
    ['a quote', 'say "go"', 'say \\"go\\"'],
    ['a backslash', 'C:\\new', 'C:\\\\new'],
    ['a newline', 'one\ntwo', 'one\\ntwo'],
    ['a backslash before an n', '\\n', '\\\\n'],
    ['braces, commas and equals signs', '{a="b",}', '{a=\\"b\\",}'],
    ['a tab and a carriage return, which need no escape', '\t\r', '\t\r'],
    ['NUL, at which Prometheus stops reading', 'a\0b', 'a\ufffdb'],
    ['an emoji', '🎥', '🎥'],
    ['right-to-left text', '\u202eאב', '\u202eאב'],
    ['the first half of a character', 'a\ud83c', 'a\ufffd'],
    ['the second half of a character', '\udfa5a', '\ufffda'],
    [`${MAX} characters, the most there may be`, 'x'.repeat(MAX), 'x'.repeat(MAX)],
    ['more characters than there may be', 'x'.repeat(10_240), 'x'.repeat(MAX)],
    ['a character of two halves across the cut', `${'x'.repeat(MAX - 1)}🎥`, 'x'.repeat(MAX - 1)],
    ['a character of two halves before the cut', `${'x'.repeat(MAX - 2)}🎥y`, `${'x'.repeat(MAX - 2)}🎥`],
    ['quotes beyond the cut', '"'.repeat(2 * MAX), '\\"'.repeat(MAX)],
  ])('writes %s so that it can be read back', (_, value, written) => {
    expect(labelText(['name'], [value])).toBe(`,name="${written}"`);
  });

  it('takes any value back as it was, when it is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.string({ unit: 'binary' }), (one, two) => {
        const values = { one, two: two.replaceAll('\0', '') };
        expect(parseLabelText(labelText(Object.keys(values), Object.values(values)))).toEqual(values);
      }),
    );
  });
});

describe('parseLabelText', () => {
  it.each([
    ['', {}],
    [',index="3"', { index: '3' }],
    [',a="",b="\\\\n",c="x,y=\\"z\\""', { a: '', b: '\\n', c: 'x,y="z"' }],
  ])('reads %j', (text, labels) => {
    expect(parseLabelText(text)).toEqual(labels);
  });

  it('takes a label of any name, even of one that objects have by nature', () => {
    expect(Object.entries(parseLabelText(',__proto__="1",constructor="2"'))).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});
