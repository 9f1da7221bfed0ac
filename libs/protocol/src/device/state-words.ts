import { isPlaceholder, MAX_WORD_LENGTH, slug } from '../values/text';

/**
 * Reads a state word: `known` maps the device's spellings, in any case and punctuation, to the states that they name; any
 * other text is `other`. A placeholder that is not among the known spellings names no state.
 */
export function stateWords<State extends string>(
  known: Readonly<Record<string, State>>,
): (raw: unknown) => State | 'other' | undefined {
  const exact = new Map(Object.entries(known));
  const alike = new Map(Object.entries(known).map(([word, state]) => [slug(word), state]));
  return (raw) => {
    if (typeof raw !== 'string') return undefined;
    const state = exact.get(raw) ?? alike.get(slug(raw.slice(0, MAX_WORD_LENGTH)));
    if (state !== undefined) return state;
    return isPlaceholder(raw.trim()) ? undefined : 'other';
  };
}
