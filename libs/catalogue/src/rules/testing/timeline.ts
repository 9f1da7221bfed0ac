const MINUTE = 60;

/** `1 for 5m, 0`: parts in their order; the last one lasts until the end. */
const PART = /^(none|-?[\d.e-]+)?(?: ?\+([\d.e-]+)\/s)?(?: for (\d+)m)?$/;

interface Part {
  /** None where the series is absent. */
  readonly from: number | undefined;
  readonly perSecond: number;
  readonly seconds: number;
}

/**
 * The values of a series in the notation of promtool. `5` is constant, `5 +2/s` grows, `+2/s` grows on, `none` is absent.
 * @param interval seconds between two scrapes
 * @param end seconds until the last one
 */
export function promtoolValues(timeline: string, interval: number, end: number): string {
  const values: string[] = [];
  let at = 0;
  let last = 0;
  const parts = timeline.split(', ');
  for (const [position, text] of parts.entries()) {
    const part = partOf(text, end - at, last);
    const isLast = position === parts.length - 1;
    const count = Math.round(part.seconds / interval) + (isLast ? 1 : 0);
    values.push(notation(part, interval, count, at > 0));
    last = (part.from ?? 0) + part.perSecond * part.seconds;
    at += part.seconds;
  }
  return values.join(' ');
}

function partOf(text: string, rest: number, last: number): Part {
  const [, value, perSecond = '0', minutes] = PART.exec(text) ?? fail(text);
  return {
    from: value === 'none' ? undefined : value === undefined ? last : Number(value),
    perSecond: Number(perSecond),
    seconds: minutes === undefined ? rest : Number(minutes) * MINUTE,
  };
}

/** Prometheus marks a series that is missing from a scrape as stale. */
function notation({ from, perSecond, seconds }: Part, interval: number, count: number, hasBegun: boolean): string {
  if (from !== undefined) return `${from}${signed(perSecond * interval)}x${count - 1}`;
  if (!hasBegun) return `_x${seconds / interval}`;
  return count > 1 ? `stale _x${count - 1}` : 'stale';
}

const signed = (step: number): string => (step < 0 ? String(step) : `+${step}`);

function fail(text: string): never {
  throw new Error(`not a part of a timeline: ${text}`);
}
