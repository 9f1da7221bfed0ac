import { type ProblemError, tooLarge } from '@snp/http';

/** How many connections a file may have. */
export const MAX_ENTRIES = 10_000;

/** One connection of an imported file, as the file has it. */
export interface FileEntry {
  readonly value: unknown;
  /** Whether the format knows only text, so that `true` is a word and a list of objects a cell. */
  readonly isTextual: boolean;
}

/** The refusal of a file with more than {@link MAX_ENTRIES}. */
export function tooManyEntries(): ProblemError {
  return tooLarge(`The file has more than ${MAX_ENTRIES} connections.`);
}
