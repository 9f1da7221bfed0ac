/** One log line as pino has it: the known keys, and whatever fields the message came with. */
interface LogLine {
  readonly time: string;
  readonly level: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

const LEVEL_WIDTH = 8;

/**
 * Makes a readable line from a JSON line: `2026-02-03 20:00:00.123 INFO     message key=value`, in UTC;
 * values with white space, quotes or `=` are quoted.
 */
export function textLine(json: string): string {
  const { time, level, message, ...fields } = JSON.parse(json) as LogLine;
  const clock = time.replace('T', ' ').replace('Z', '');
  const pairs = Object.entries(fields).map(([key, value]) => ` ${key}=${plain(value)}`);
  return `${clock} ${level.toUpperCase().padEnd(LEVEL_WIDTH)} ${oneLine(message)}${pairs.join('')}\n`;
}

function plain(value: unknown): string {
  if (typeof value !== 'string') return oneLine(JSON.stringify(value));
  return value === '' || /[\s"=\\\p{Cc}]/u.test(value) ? JSON.stringify(value) : value;
}

/** A line break in a text from outside must not make a second line. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}
