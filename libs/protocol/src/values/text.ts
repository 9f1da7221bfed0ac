/** What the device writes in place of a missing value. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '',
  'n/a',
  'unknown',
  'not available',
  'not present',
  'unsupported',
]);

/** Longer texts than this name no state. */
export const MAX_WORD_LENGTH = 64;

const LONGEST_PLACEHOLDER = 'not available'.length;
const LETTER_N = 110;
const LETTER_U = 117;
const LOWER_CASE = 32;

/** Whether a trimmed text is one of the device's placeholders, in any case. */
export function isPlaceholder(text: string): boolean {
  if (text.length === 0) return true;
  if (text.length > LONGEST_PLACEHOLDER) return false;
  const initial = text.charCodeAt(0) | LOWER_CASE;
  if (initial !== LETTER_N && initial !== LETTER_U) return false;
  return PLACEHOLDERS.has(text.toLowerCase());
}

/** A text for a label: trimmed, empty for a placeholder; a number as its digits; undefined for anything else. */
export function text(raw: unknown): string | undefined {
  if (typeof raw === 'string') {
    const trimmed = raw.trim();
    return isPlaceholder(trimmed) ? '' : trimmed;
  }
  return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : undefined;
}

/** A text for a label of the legacy families: letter for letter as the device writes it. */
export function rawText(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : undefined;
}

/** Lower case, everything but letters and digits as one `_`: `"Unlocked-Free Run"` is `unlocked_free_run`. */
export function slug(raw: string): string {
  return raw
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}
