/** A text of the device, made safe for one line of a log; never a token. */
export function printable(text: string): string {
  return text
    .replace(/bearer\s+\S+/gi, 'token')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 100);
}
