/** White space of every kind, and characters of no width that get copied along with a text. */
const AT_ENDS = /[\s\u0085\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

/** A text without white space at its ends. By hand: a pattern for the end takes long where many spaces are inside. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text, start)) start++;
  while (start < end && isSpace(text, end - 1)) end--;
  return end - start === text.length ? text : text.slice(start, end);
}

/** Most characters are letters and digits: a fleet's import has millions of texts. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code <= 0x20 || code >= 0x7f) && AT_ENDS.test(text.charAt(at));
}
