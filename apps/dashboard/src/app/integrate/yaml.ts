/** The characters of a plain scalar; other text is quoted. */
const PLAIN = /^[\w./][\w./ +*-]*$/;
/** Words and numbers that YAML does not read as text. */
const NOT_TEXT = /^(true|false|yes|no|on|off|null|[\d._+-]+(e[+-]?\d+)?)$/i;

/** A text as a YAML scalar: plain when that is safe, otherwise in single quotes. */
export function scalar(text: string): string {
  const isPlain = PLAIN.test(text) && !NOT_TEXT.test(text) && text.trim() === text;
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
