import fc from 'fast-check';
import { hiddenCharacter, hiddenInUrl, withoutHidden } from './hidden-characters';
import { looksOf } from './look-alikes';
import { trimmed } from './white-space';

const INVISIBLE = [
  '\u00a0',
  '\u2007',
  '\u202f',
  '\u3000',
  '\u200b',
  '\ufeff',
  '\u0085',
  '\u2060',
  '\u200e',
  '\t',
  '\r\n',
];
const text = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...INVISIBLE, 'a', ' ', '👨‍👩‍👧')),
});

describe('white space at the ends', () => {
  it.each(INVISIBLE)('is gone: %j', (space) => {
    expect(trimmed(`${space} ${space}a${space}b${space}${space}`)).toBe(`a${space}b`);
  });

  it.each(['❤️', '👨‍👩‍👧', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', '1️⃣'])(
    'is no part of %s',
    (emoji) => {
      expect(trimmed(emoji)).toBe(emoji);
    },
  );

  it('is gone after the first time', () => {
    fc.assert(fc.property(text, (value) => expect(trimmed(trimmed(value))).toBe(trimmed(value))));
  });

  it('takes no time where millions of spaces are inside', () => {
    const long = `a${' '.repeat(5_000_000)}b`;
    expect(trimmed(long)).toBe(long);
  });
});

describe('characters that cannot be seen', () => {
  it.each([
    ['MCR\u200b1', 'contains a zero-width space (U+200B) after "MCR": remove it'],
    ['می\u200cخواهم', 'contains a zero-width non-joiner (U+200C) after "می": remove it'],
    ['a\u200db', 'contains a zero-width joiner (U+200D) after "a": remove it'],
    ['אב\u200fc', 'contains a right-to-left mark (U+200F) after "אב": remove it'],
    ['evil\u202egnp', 'contains a right-to-left override (U+202E) after "evil": remove it'],
    ['a\ufeffb', 'contains a zero-width no-break space (U+FEFF) after "a": remove it'],
    ['a\u00adb', 'contains a soft hyphen (U+00AD) after "a": remove it'],
    ['a\u3164b', 'contains a Hangul filler (U+3164) after "a": remove it'],
    ['a\ufe0f', 'contains a variation selector (U+FE0F) after "a": remove it'],
    ['\u{e0041}b', 'contains a tag character (U+E0041) at the beginning: remove it'],
    ['\u06001', 'contains a format character (U+0600) at the beginning: remove it'],
    [`${'x'.repeat(50)}\u061cy`, `contains an Arabic letter mark (U+061C) after "${'x'.repeat(20)}": remove it`],
  ])('are named: %j', (value, message) => {
    expect(hiddenCharacter(value)).toBe(message);
    expect(hiddenCharacter(withoutHidden(value))).toBeUndefined();
  });

  it.each([
    'MCR "1" {x}\\',
    'שלום',
    '葛\u{e0100}',
    '❤️‍🔥',
    '👩🏽‍🚀',
    '🏳️‍🌈',
    '1️⃣',
    '🇬🇧',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ])('are not in %j', (value) => {
    expect(hiddenCharacter(value)).toBeUndefined();
    expect(withoutHidden(value)).toBe(value);
  });

  it('are all format characters of Unicode', () => {
    const missed = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => {
      const character = code >= 0xd800 && code < 0xe000 ? '' : String.fromCodePoint(code);
      return /\p{Cf}/u.test(character) && hiddenCharacter(`a${character}b`) === undefined;
    });
    expect(missed).toEqual([]);
  });

  it('are in no URL, emoji or not', () => {
    expect(hiddenInUrl('https://host/👨‍👩‍👧')).toBe(
      'contains a zero-width joiner (U+200D) after "https://host/👨": remove it',
    );
    expect(hiddenInUrl('https://host/api/auth%E2%80%8B')).toBe(
      'contains a zero-width space (U+200B) after "ttps://host/api/auth": remove it',
    );
    for (const url of ['https://host/api/auth', 'https://host/%C3%A9%2F%20', 'https://host/%zz%FF'])
      expect(hiddenInUrl(url)).toBeUndefined();
  });
});

describe('names look alike', () => {
  it.each([
    ['MCR 1', 'mcr\u00a0\u00a01'],
    ['MCR 1', '\u200bMCR\u3000\u200b1\ufeff'],
    ['MCR1', 'M\u00adC\u202eR1'],
    ['Régie', 'RE\u0301GIE'],
    ['ＭＣＲ', 'mcr'],
    ['ΟΔΟΣ', 'οδος'],
    ['Straße', 'STRASSE'],
    ['❤️', '❤'],
    ['İ', 'i\u0307'],
  ])('%j and %j', (one, other) => expect(looksOf(one)).toBe(looksOf(other)));

  it.each([
    ['MCR 1', 'MCR1'],
    ['é', 'e'],
    [
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
  ])('but not %j and %j', (one, other) => expect(looksOf(one)).not.toBe(looksOf(other)));

  it('to what they look like themselves', () => {
    fc.assert(fc.property(text, (value) => expect(looksOf(looksOf(value))).toBe(looksOf(value))));
  });
});
