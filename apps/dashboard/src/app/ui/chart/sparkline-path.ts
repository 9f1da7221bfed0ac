/** The SVG path of values from left to right, with gaps where values are unknown. */
export function sparklinePath(
  values: readonly (number | null)[],
  width: number,
  height: number,
  leastRange: number,
): string {
  const range = Math.max(leastRange, ...values.map((value) => Math.abs(value ?? 0)));
  const step = width / Math.max(1, values.length - 1);
  const inset = 1.5;
  let path = '';
  let isPenDown = false;
  values.forEach((value, index) => {
    if (value === null) {
      isPenDown = false;
      return;
    }
    const x = (index * step).toFixed(1);
    const y = (height - inset - (Math.abs(value) / range) * (height - 2 * inset)).toFixed(1);
    // A point between two gaps: round caps make a dot of a line of length zero.
    path += isPenDown ? `L${x} ${y}` : `M${x} ${y}l0 0`;
    isPenDown = true;
  });
  return path;
}
