import { isNothing } from './text';

/** A JSON boolean as 1 or 0. */
export function flag(raw: unknown): number | undefined {
  return typeof raw === 'boolean' ? Number(raw) : undefined;
}

/** The opposite of a JSON boolean as 1 or 0. */
export function unlessFlag(raw: unknown): number | undefined {
  return typeof raw === 'boolean' ? Number(!raw) : undefined;
}

/** Reads a status text: 1 for `word` in any case, 0 for any other text, none for a word for nothing. */
export function isWord(word: string): (raw: unknown) => number | undefined {
  const wanted = word.toLowerCase();
  return (raw) => {
    if (typeof raw !== 'string') return undefined;
    if (raw === word) return 1;
    const trimmed = raw.trim();
    if (isNothing(trimmed)) return undefined;
    return Number(trimmed.toLowerCase() === wanted);
  };
}

const saysOk = isWord('OK');

/** `"OK"` or a boolean: 1 when well, 0 for anything else that the device says. */
export function isOk(raw: unknown): number | undefined {
  return typeof raw === 'boolean' ? Number(raw) : saysOk(raw);
}

/**
 * A text that is a complaint unless it is empty or one of `fine`: 1 with a complaint, 0 without. Words for nothing that
 * are not among `fine` say neither; a boolean is taken as the answer itself.
 */
export function hasComplaint(...fine: readonly string[]): (raw: unknown) => number | undefined {
  const calm: ReadonlySet<string> = new Set(fine.map((word) => word.toLowerCase()));
  return (raw) => {
    if (typeof raw === 'boolean') return Number(raw);
    if (typeof raw !== 'string') return undefined;
    const trimmed = raw.trim();
    if (trimmed.length <= 16 && calm.has(trimmed.toLowerCase())) return 0;
    return isNothing(trimmed) ? undefined : 1;
  };
}

/** `"ON"` 1, `"OFF"` 0, anything else none. */
export function onOff(raw: unknown): number | undefined {
  if (typeof raw !== 'string') return undefined;
  const word = raw.trim().toLowerCase();
  if (word === 'on') return 1;
  return word === 'off' ? 0 : undefined;
}
