import { isPlaceholder } from './text';

/** A JSON boolean as 1 or 0. */
export function flag(raw: unknown): number | undefined {
  if (raw === true) return 1;
  return raw === false ? 0 : undefined;
}

/** The opposite of a JSON boolean as 1 or 0. */
export function unlessFlag(raw: unknown): number | undefined {
  if (raw === true) return 0;
  return raw === false ? 1 : undefined;
}

/** Reads a status text: 1 for `word` in any case, 0 for any other text, none for a placeholder. */
export function isWord(word: string): (raw: unknown) => number | undefined {
  const wanted = word.toLowerCase();
  return (raw) => {
    if (typeof raw !== 'string') return undefined;
    if (raw === word) return 1;
    const trimmed = raw.trim();
    if (isPlaceholder(trimmed)) return undefined;
    return trimmed.length === wanted.length && trimmed.toLowerCase() === wanted ? 1 : 0;
  };
}

const saysOk = isWord('OK');

/** `"OK"` or a boolean: 1 when OK, 0 for anything else that the device says. */
export function isOk(raw: unknown): number | undefined {
  return typeof raw === 'boolean' ? Number(raw) : saysOk(raw);
}

const LONGEST_FINE_WORD = 16;

/**
 * A text that is a complaint unless it is empty or one of `fine`: 1 with a complaint, 0 without. Placeholders that
 * are not among `fine` say neither.
 */
export function hasComplaint(...fine: readonly string[]): (raw: unknown) => number | undefined {
  const exact: ReadonlySet<string> = new Set(fine);
  const alike: ReadonlySet<string> = new Set(fine.map((word) => word.toLowerCase()));
  return (raw) => {
    if (typeof raw !== 'string') return undefined;
    if (exact.has(raw)) return 0;
    const trimmed = raw.trim();
    if (trimmed.length <= LONGEST_FINE_WORD && alike.has(trimmed.toLowerCase())) return 0;
    return isPlaceholder(trimmed) ? undefined : 1;
  };
}

/** `"ON"` 1, `"OFF"` 0, anything else none. */
export function onOff(raw: unknown): number | undefined {
  if (typeof raw !== 'string') return undefined;
  const word = raw.trim().toLowerCase();
  if (word === 'on') return 1;
  return word === 'off' ? 0 : undefined;
}
