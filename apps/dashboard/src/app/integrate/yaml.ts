/** What a plain scalar may be made of; whatever else stands between quotes. */
const PLAIN = /^[\w./][\w./ +*-]*$/;
/** Words and numbers that YAML would not read as text. */
const NOT_TEXT = /^(true|false|yes|no|on|off|null|[\d._+-]+(e[+-]?\d+)?)$/i;

/** A text as a YAML scalar: plain where that is safe, between single quotes otherwise. */
export function scalar(text: string): string {
  const isPlain = PLAIN.test(text) && !NOT_TEXT.test(text) && text.trim() === text;
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
