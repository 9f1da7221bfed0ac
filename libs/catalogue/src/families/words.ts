import { isNothing, slug } from '@snp/protocol';

/** Longer texts than this name no state. */
const LONGEST_WORD = 64;

/**
 * Reads a state word: the device's spellings in `known` by the state that they name, in any case and punctuation; any
 * other text is `other`. Words for nothing that are not among the known name no state.
 */
export function stateWords(known: Readonly<Record<string, string>>): (raw: unknown) => string | undefined {
  const exact = new Map(Object.entries(known));
  const alike = new Map(Object.entries(known).map(([word, state]) => [slug(word), state]));
  return (raw) => {
    if (typeof raw !== 'string') return undefined;
    const state = exact.get(raw) ?? alike.get(slug(raw.slice(0, LONGEST_WORD)));
    if (state !== undefined) return state;
    return isNothing(raw.trim()) ? undefined : 'other';
  };
}
