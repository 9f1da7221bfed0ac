import { hiddenFault, looksOf, passwordHint, trimmed } from './typed-text';

describe('what was typed', () => {
  it.each(['\u00a0', '\u2007', '\u202f', '\u3000', '\u200b', '\ufeff', '\u0085', '\t'])(
    'has no %j at the ends',
    (space) => {
      expect(trimmed(`${space} a${space}b ${space}`)).toBe(`a${space}b`);
    },
  );

  it.each([
    ['MCR\u200b1', 'Remove the zero-width space (U+200B) after “MCR”'],
    ['می\u200cخواهم', 'Remove the zero-width non-joiner (U+200C) after “می”'],
    ['\u{e0041}x', 'Remove the invisible character (U+E0041) at the beginning'],
    [' \u200bMCR 1\u200b ', null],
    ['👨‍👩‍👧 ❤️ 1️⃣ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', null],
  ])('tells which character of %j is hidden', (text, fault) => expect(hiddenFault(text)).toBe(fault));

  it('looks like another name', () => {
    expect(looksOf('\u200bre\u0301gie\u00a0 1')).toBe(looksOf('Régie 1'));
    expect(looksOf('Régie 1')).not.toBe(looksOf('Régie1'));
  });

  it.each([
    ['secret', ''],
    ['sec ret', ''],
    ['secret ', 'begins or ends with a space'],
    ['\u00a0secret', 'begins or ends with a space'],
    ['sec\u200bret', 'contains an invisible character'],
    ['secret\ufeff', 'contains an invisible character'],
  ])('is pointed out in the password %j', (password, hint) => expect(passwordHint(password)).toContain(hint));
});
