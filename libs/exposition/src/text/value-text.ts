const SMALL = 1024;

/** What ends the line of a small whole number, prepared: most values of a device are flags and counts. */
const smallEnds: readonly string[] = Array.from({ length: SMALL }, (_, value) => ['} ', value, '\n'].join(''));

/** A value as both formats write it: the shortest text that reads back as the same number. */
export function valueText(value: number): string {
  return String(value);
}

/** The end of a series' line: the closing brace, the value, the newline. */
export function lineEnd(value: number): string {
  const whole = value | 0;
  if (whole === value && whole >= 0 && whole < SMALL) return smallEnds[whole];
  return '} ' + valueText(value) + '\n';
}
