/**
 * A text in UTF-8. `Buffer.from` walks the text once to measure it and once to write it; almost all pieces are ASCII, which
 * needs no measuring.
 */
export function encode(text: string): Buffer {
  // With this slack a character beyond ASCII always ends up in more bytes than the text has UTF-16 units.
  const buffer = Buffer.allocUnsafeSlow(text.length + 4);
  const written = buffer.write(text);
  return written === text.length ? buffer.subarray(0, written) : Buffer.from(text);
}
