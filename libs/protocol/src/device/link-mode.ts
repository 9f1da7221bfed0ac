import { slug } from '../values/text';

/** How the two control links work together, in the order of their numbers. */
const MODES: readonly string[] = ['dual', 'bonded_active_backup', 'bonded_lacp'];

const MODE_OF: ReadonlyMap<string, number> = new Map([
  ['dual_addresses', 0],
  ['bonded_active_backup', 1],
  ['bonded_lacp', 2],
]);

/** `Net_Mode` as a number; none for a mode that has none. */
export function linkModeNumber(raw: unknown): number | undefined {
  return typeof raw === 'string' ? MODE_OF.get(slug(raw)) : undefined;
}

/** `Net_Mode` as a word, `unknown` for one that is not known; none where there is no mode. */
export function linkMode(raw: unknown): string | undefined {
  if (typeof raw !== 'string' || raw === '') return undefined;
  const mode = linkModeNumber(raw);
  return mode === undefined ? 'unknown' : MODES[mode];
}
