/** White space of every kind, and characters of no width that get copied along with a text. */
const AT_ENDS = /[\s\u0085\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;
const HIDDEN = String.raw`[\p{Cf}\p{Default_Ignorable_Code_Point}]`;
const EMOJI = String.raw`\p{Extended_Pictographic}[\ufe0e\ufe0f\p{Emoji_Modifier}]?`;
/** Where hidden characters are part of something that is seen: flags of regions, emoji, variants of letters. */
const SEEN = [
  String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`,
  String.raw`${EMOJI}(?:\u200d${EMOJI})*`,
  String.raw`[0-9#*]\ufe0f\u20e3`,
  String.raw`\p{Script=Han}[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`,
  String.raw`\p{Script=Mongolian}[\u180b-\u180d\u180f]`,
].join('|');
const SEEN_OR_HIDDEN = new RegExp(`(${SEEN})|${HIDDEN}`, 'gu');
/** Not tag characters: flags differ in nothing else. */
const NOT_SEEN = new RegExp(String.raw`(?![\u{e0020}-\u{e007f}])${HIDDEN}`, 'gu');
const EXCERPT = 20;

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\u00ad', $localize`soft hyphen`],
  ['\u200b', $localize`zero-width space`],
  ['\u200c', $localize`zero-width non-joiner`],
  ['\u200d', $localize`zero-width joiner`],
  ['\u200e', $localize`left-to-right mark`],
  ['\u200f', $localize`right-to-left mark`],
  ['\u202e', $localize`right-to-left override`],
  ['\ufeff', $localize`zero-width no-break space`],
]);

/** A text as it is saved: without white space at its ends. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && AT_ENDS.test(text.charAt(start))) start++;
  while (start < end && AT_ENDS.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** What two names that look alike have in common. */
export function looksOf(name: string): string {
  const seen = trimmed(name.normalize('NFKC').replace(NOT_SEEN, '')).replace(/[\s\u0085]+/g, ' ');
  return seen.toLowerCase().toUpperCase().normalize('NFKC');
}

/** Which character inside a text cannot be seen; null for none. */
export function hiddenFault(typed: string): string | null {
  const text = trimmed(typed);
  const hidden = [...text.matchAll(SEEN_OR_HIDDEN)].find(([, seen]) => seen === undefined);
  if (!hidden) return null;
  const [character] = hidden;
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES.get(character) ?? $localize`invisible character`;
  const before = [...text.slice(0, hidden.index)].slice(-EXCERPT).join('');
  return before === ''
    ? $localize`Remove the ${name}:name: (${code}:code:) at the beginning`
    : $localize`Remove the ${name}:name: (${code}:code:) after “${before}:text:”`;
}

/** What to look at in a password, which is saved as it was typed; empty for nothing. */
export function passwordHint(password: string): string {
  // Also invisible characters at the ends, which are trimmed off everything but passwords.
  if (hiddenFault(`.${password}.`) !== null) {
    return $localize`The password contains an invisible character, which is saved with it`;
  }
  if (trimmed(password) !== password) {
    return $localize`The password begins or ends with a space, which is saved with it`;
  }
  return '';
}
