const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** Not tag characters: flags differ in nothing else. */
const UNSEEN = /(?![\u{e0020}-\u{e007f}])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * What two texts have in common that look alike: case, characters of no width, kind and amount of white space, and the
 * way in which Unicode writes a letter make no difference.
 */
export function looksOf(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase();
  const seen = text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
  // Upper case last: it has one sigma and writes ß as SS.
  return seen.toLowerCase().toUpperCase().normalize('NFKC');
}
