/** White space of every kind, and characters of no width that get copied along with a text. */
const AT_ENDS = /[\s\u0085\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

/** A text without white space at its ends. By hand: a pattern for the end takes long where many spaces are inside. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && AT_ENDS.test(text.charAt(start))) start++;
  while (start < end && AT_ENDS.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
