/** Format characters, and all others that have no width. */
const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const EMOJI = String.raw`\p{Extended_Pictographic}[\ufe0e\ufe0f\p{Emoji_Modifier}]?`;

/** Where such characters are part of something that is seen: emoji, flags of regions, variants of letters. */
const SEEN = [
  String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`,
  String.raw`${EMOJI}(?:\u200d${EMOJI})*`,
  String.raw`[0-9#*]\ufe0f\u20e3`,
  String.raw`\p{Script=Han}[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`,
  String.raw`\p{Script=Mongolian}[\u180b-\u180d\u180f]`,
].join('|');
const SEEN_OR_HIDDEN = new RegExp(`(?<seen>${SEEN})|${HIDDEN.source}`, 'gu');

/** Nearly every text: found out ten times as fast. */
const ASCII = /^[ -~]*$/;

/** How much of the text before the character is quoted, in characters. */
const EXCERPT = 20;

const NAMES: readonly [from: number, to: number, name: string][] = [
  [0x00ad, 0x00ad, 'soft hyphen'],
  [0x061c, 0x061c, 'Arabic letter mark'],
  [0x115f, 0x1160, 'Hangul filler'],
  [0x200b, 0x200b, 'zero-width space'],
  [0x200c, 0x200c, 'zero-width non-joiner'],
  [0x200d, 0x200d, 'zero-width joiner'],
  [0x200e, 0x200e, 'left-to-right mark'],
  [0x200f, 0x200f, 'right-to-left mark'],
  [0x202a, 0x202a, 'left-to-right embedding'],
  [0x202b, 0x202b, 'right-to-left embedding'],
  [0x202c, 0x202c, 'end of a text direction'],
  [0x202d, 0x202d, 'left-to-right override'],
  [0x202e, 0x202e, 'right-to-left override'],
  [0x2060, 0x2060, 'word joiner'],
  [0x2066, 0x2068, 'direction isolate'],
  [0x2069, 0x2069, 'end of a direction isolate'],
  [0x3164, 0x3164, 'Hangul filler'],
  [0xfe00, 0xfe0f, 'variation selector'],
  [0xfeff, 0xfeff, 'zero-width no-break space'],
  [0xffa0, 0xffa0, 'Hangul filler'],
  [0xe0001, 0xe007f, 'tag character'],
  [0xe0100, 0xe01ef, 'variation selector'],
];

/** Which character of a text cannot be seen; undefined for none. Those within emoji are fine. */
export function hiddenCharacter(text: string): string | undefined {
  if (ASCII.test(text)) return undefined;
  for (const match of text.matchAll(SEEN_OR_HIDDEN)) {
    if (match.groups?.['seen'] === undefined) return described(text, match.index, match[0]);
  }
  return undefined;
}

/** The same for a URL, which has no emoji, and in which a browser may have written such characters as `%E2%80%8B`. */
export function hiddenInUrl(url: string): string | undefined {
  return firstHidden(url) ?? (url.includes('%') ? firstHidden(unescaped(url)) : undefined);
}

function unescaped(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    // Bytes that are no text.
    return url;
  }
}

function firstHidden(text: string): string | undefined {
  const at = text.search(HIDDEN);
  return at === -1 ? undefined : described(text, at, String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** A text without its hidden characters, emoji as they are. */
export function withoutHidden(text: string): string {
  return text.replace(SEEN_OR_HIDDEN, (match, seen: string | undefined) => (seen === undefined ? '' : match));
}

/** A text without any hidden character. */
export function withoutAnyHidden(text: string): string {
  return text.replace(HIDDEN, '');
}

function described(text: string, at: number, character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name =
    NAMES.find(([from, to]) => code >= from && code <= to)?.[2] ??
    (/\p{Cf}/u.test(character) ? 'format character' : 'invisible character');
  const article = /^[aeiou]/i.test(name) ? 'an' : 'a';
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const before = [...text.slice(0, at)].slice(-EXCERPT).join('');
  const where = before === '' ? 'at the beginning' : `after "${before}"`;
  return `contains ${article} ${name} (${number}) ${where}: remove it`;
}
