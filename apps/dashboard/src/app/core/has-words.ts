/** Whether every word of a text that someone looks for is found somewhere in what is shown, whatever its case. */
export function hasWords(text: string, shown: readonly (string | number | null | undefined)[]): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = shown.join('\n').toLowerCase();
  return words.every((word) => haystack.includes(word));
}
