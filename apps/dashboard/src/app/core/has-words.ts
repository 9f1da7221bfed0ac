/** White space of every kind, and characters of no width that get copied along with a text. */
const BETWEEN_WORDS = /[\s\u200b\u2060\ufeff]+/;

/** Whether every word of a search text is found in what is shown, ignoring case. */
export function hasWords(text: string, shown: readonly (string | number | null | undefined)[]): boolean {
  const words = text.toLowerCase().split(BETWEEN_WORDS).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = shown.join('\n').toLowerCase();
  return words.every((word) => haystack.includes(word));
}
